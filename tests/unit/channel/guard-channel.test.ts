import { describe, expect, test } from 'vitest';
import {
  parseAudience,
  parseFromFrame,
  parseKnock,
  parseToFrame,
  parseVerdict,
} from '../../../utils/channel/guard-channel';

const file = new File(['x'], 'x.jpg');
const share = {
  type: 'share',
  viewOnce: false,
  pause: 'possible',
  id: 1,
  files: [file],
  audience: { kind: 'group', name: 'Class 6', members: 43 },
  always: false,
};

const junk: unknown[] = [null, undefined, 0, '', 'share', [], {}, { type: 'share' }, { type: 'shown' }];

describe('what does not parse is dropped', () => {
  test.each(junk)('%j', (value) => {
    expect(parseKnock(value)).toBeNull();
    expect(parseToFrame(value)).toBeNull();
    expect(parseFromFrame(value)).toBeNull();
    expect(parseVerdict(value)).toBeNull();
    expect(parseAudience(value)).toBeNull();
  });

  test.each([
    ['a share with something else than files', { ...share, files: ['x.jpg'] }],
    ['a share without a list', { ...share, files: file }],
    ['an audience of no known kind', { ...share, audience: { kind: 'friends' } }],
    ['an id that is no whole number', { ...share, id: 1.5 }],
    ['a forward without chats', { type: 'forward', id: 1 }],
    [
      'a forward to one chat of no known kind',
      { type: 'forward', id: 1, to: [{ kind: 'group' }, { kind: 'x' }] },
    ],
  ])('%s', (_, value) => {
    expect(parseToFrame(value)).toBeNull();
  });

  test.each([
    ['a verdict of no known choice', { type: 'verdict', id: 1, verdict: { choice: 'send' } }],
    [
      'a clean verdict with a forged file',
      { type: 'verdict', id: 1, verdict: { choice: 'clean', files: [{}] } },
    ],
    ['a notice without room', { type: 'show', id: 1, level: 'notice', box: { width: 0, height: 10 } }],
    ['a level that is none', { type: 'show', id: 1, level: 'alert' }],
  ])('%s', (_, value) => {
    expect(parseFromFrame(value)).toBeNull();
  });
});

describe('what parses', () => {
  test('a share, its files by reference', () => {
    expect(parseToFrame({ ...share, extra: 1 })).toEqual(share);
  });

  test('a forward, to whom', () => {
    const to = [{ kind: 'group', circle: 'community', name: 'School' }, { kind: 'person' }];
    expect(parseToFrame({ type: 'forward', id: 1, to })).toEqual({ type: 'forward', id: 1, to });
    expect(parseToFrame({ type: 'forward', id: 1, to: [] })).toEqual({ type: 'forward', id: 1, to: [] });
  });

  test('what changed: the chat, unless it says the choice of a forward', () => {
    expect(parseToFrame({ type: 'changed', id: 1, what: 'forward' })).toMatchObject({ what: 'forward' });
    expect(parseToFrame({ type: 'changed', id: 1, what: 5 })).toMatchObject({ what: 'chat' });
  });

  test('an audience without what is not well formed', () => {
    expect(parseAudience({ kind: 'group', circle: 'club', name: '', members: -3 })).toEqual({
      kind: 'group',
    });
    expect(parseAudience({ kind: 'person', name: 5, members: 2.5 })).toEqual({ kind: 'person' });
  });

  test('a clean verdict with files, passengers and files left behind', () => {
    const verdict = { choice: 'clean', files: [file, 'as-it-is', 'stays-behind'] };
    expect(parseFromFrame({ type: 'verdict', id: 2, verdict })).toEqual({ type: 'verdict', id: 2, verdict });
  });

  test('a knock', () => {
    expect(parseKnock({ type: 'knock', token: 'a', lifeline: 'b' })).toEqual({
      type: 'knock',
      token: 'a',
      lifeline: 'b',
    });
    expect(parseKnock({ type: 'knock', token: 'a' })).toBeNull();
  });
});
