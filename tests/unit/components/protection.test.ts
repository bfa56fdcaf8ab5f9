import { expect, test } from 'vitest';
import { type PageFacts, type Protection, protectionOf } from '../../../components/popup/protection';
import { parsePageStatus } from '../../../utils/channel/page-status';

const status = { type: 'status', hooks: true, frame: true, isolated: false } as const;
const listed: PageFacts = {
  closed: false,
  ground: 'listed',
  addable: false,
  off: false,
  granted: true,
  status,
};
const added: PageFacts = { ...listed, ground: 'added' };
const foreign: PageFacts = { ...listed, ground: null, status: null };

test.each<[string, PageFacts, Protection]>([
  ['all is in place', listed, 'protected'],
  ['all is in place on a site that was added', added, 'protected'],
  ['the page’s own world is not hooked', { ...listed, status: { ...status, hooks: false } }, 'partly'],
  ['the guard frame could not be had', { ...listed, status: { ...status, frame: false } }, 'partly'],
  ['nobody answers in the page', { ...listed, status: null }, 'reload'],
  ['nobody answers since the site was added just now', { ...added, status: null }, 'reload'],
  ['the browser withholds the site', { ...listed, granted: false }, 'no-access'],
  ['switched off', { ...listed, off: true, status: null }, 'off'],
  ['switched off, and withheld', { ...listed, off: true, granted: false }, 'off'],
  ['an added page that is isolated', { ...added, status: { ...status, isolated: true } }, 'isolated'],
  ['a listed page that is isolated', { ...listed, status: { ...status, isolated: true } }, 'protected'],
  ['a site that may be added', { ...foreign, addable: true }, 'not-added'],
  ['a page that may not', foreign, 'not-listed'],
  ['a page on which no extension works', { ...foreign, addable: true, closed: true }, 'closed'],
  ['the same, of a site that was added', { ...added, status: null, closed: true }, 'closed'],
])('%s', (_, facts, protection) => {
  expect(protectionOf(facts)).toBe(protection);
});

test.each([
  null,
  {},
  { type: 'status' },
  { type: 'status', hooks: 1, frame: true, isolated: false },
  { type: 'status', hooks: true, frame: true },
])('%j is no answer', (value) => {
  expect(parsePageStatus(value)).toBeNull();
});
