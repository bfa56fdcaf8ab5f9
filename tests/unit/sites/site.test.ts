import { describe, expect, test } from 'vitest';
import type { AudienceKind } from '../../../utils/sites/audience';
import { agree, isWider, type Reading, sameChat, widest } from '../../../utils/sites/site';

function reading(kind: AudienceKind, chatId: string | null = 'a', title: string | null = 'A'): Reading {
  return { audience: { kind }, chatId, title };
}

describe('two looks', () => {
  test.each<[AudienceKind, AudienceKind, AudienceKind]>([
    ['person', 'person', 'person'],
    ['person', 'unknown', 'unknown'],
    ['unknown', 'person', 'unknown'],
    ['person', 'group', 'group'],
    ['group', 'person', 'group'],
    ['unknown', 'group', 'group'],
    ['channel', 'group', 'channel'],
    ['person', 'public', 'public'],
  ])('%s, then %s: %s', (first, second, kind) => {
    expect(agree(reading(first), reading(second)).kind).toBe(kind);
  });

  test('the name and number of the wider look are kept', () => {
    const group: Reading = { ...reading('group'), audience: { kind: 'group', name: 'Class 6', members: 43 } };
    expect(agree(group, reading('person'))).toEqual({ kind: 'group', name: 'Class 6', members: 43 });
  });

  test('without any sign it is unknown', () => {
    expect(widest([])).toBe('unknown');
  });
});

describe('release', () => {
  test.each<[AudienceKind, AudienceKind, boolean]>([
    ['group', 'person', true],
    ['unknown', 'person', true],
    ['public', 'group', true],
    ['channel', 'unknown', true],
    ['group', 'unknown', false],
    ['unknown', 'group', false],
    ['person', 'group', false],
    ['person', 'person', false],
  ])('now %s, asked about %s: wider %s', (now, asked, wider) => {
    expect(isWider(now, asked)).toBe(wider);
  });

  test('the chat is the same by its address, whatever its title says', () => {
    expect(sameChat(reading('group', 'a', 'A'), reading('group', 'a', 'renamed'))).toBe(true);
    expect(sameChat(reading('group', 'a', 'A'), reading('group', 'b', 'A'))).toBe(false);
  });

  test('without an address on either look the title decides', () => {
    expect(sameChat(reading('unknown', null, 'A'), reading('group', 'a', 'A'))).toBe(true);
    expect(sameChat(reading('unknown', null, 'A'), reading('unknown', null, 'B'))).toBe(false);
  });
});
