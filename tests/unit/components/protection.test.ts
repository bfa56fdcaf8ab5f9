import { expect, test } from 'vitest';
import { type PageFacts, type Protection, protectionOf } from '../../../components/popup/protection';
import { parsePageStatus } from '../../../utils/channel/page-status';

const status = { type: 'status', hooks: true, frame: true, isolated: false } as const;
const listedHost = 'web.whatsapp.com';

test.each<[string, PageFacts, Protection]>([
  ['all is in place', { listedHost, granted: true, status }, 'protected'],
  [
    'the page’s own world is not hooked',
    { listedHost, granted: true, status: { ...status, hooks: false } },
    'partly',
  ],
  [
    'the guard frame could not be had',
    { listedHost, granted: true, status: { ...status, frame: false } },
    'partly',
  ],
  ['nobody answers in the page', { listedHost, granted: true, status: null }, 'reload'],
  ['the browser withholds the site', { listedHost, granted: false, status }, 'no-access'],
  ['the site is none of ours', { listedHost: null, granted: true, status: null }, 'not-listed'],
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
