import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adapterAt } from '../../../utils/sites/hosts';
import { sites } from '../../../utils/sites/registry';
import { audiences } from '../../fixtures/audiences';

/** Who gets it, where the address alone tells. */

function siteAt(address: string) {
  return sites.find(({ name }) => name === adapterAt(new URL(address)));
}

function documentAt(address: string): Document {
  return { location: new URL(address) } as unknown as Document;
}

describe('site × audience', () => {
  const rows = audiences.map(
    ([site, place, address, kind, chat = null]) => [site, place, address, kind, chat] as const,
  );

  test.each(rows)('%s, %s: %s: %s', (name, _place, address, kind, chat) => {
    const site = siteAt(address);
    expect(site?.name).toBe(name);
    expect(site?.read(documentAt(address), null)).toEqual({
      audience: { kind },
      chatId: chat,
      title: null,
    });
  });

  test('one person is said of one kind of address only: two numbers on X', () => {
    expect(audiences.filter(([, , , kind]) => kind === 'person')).toEqual([
      ['x', 'messages, two people', 'https://x.com/messages/12-345', 'person', '12-345'],
    ]);
  });
});

test.each([
  ['https://mail.google.com/mail/u/0/#compose?to=a@b.c&cc=d@e.f', 'group'],
  ['https://mail.google.com/mail/u/0/#compose?to=a@b.c', 'unknown'],
  // The same one twice is one.
  ['https://mail.google.com/mail/?view=cm&to=a@b.c&bcc=a@b.c', 'unknown'],
  ['https://mail.google.com/mail/?view=cm&to=a@b.c&bcc=d@e.f', 'group'],
  ['https://mail.google.com/mail/?view=cm&to=a@b.c,,;', 'unknown'],
  ['https://outlook.office.com/mail/deeplink/compose?cc=a@b.c%2Cd@e.f', 'group'],
  // A subject is nobody who gets it.
  ['https://mail.google.com/mail/?view=cm&su=x@y.z,v@w.x', 'unknown'],
])('%s: %s', (address, kind) => {
  expect(siteAt(address)?.read(documentAt(address), null).audience.kind).toBe(kind);
});

test.each(['google-photos', 'google-drive'])('%s is an archive: nothing goes there unasked', (name) => {
  expect(sites.find((site) => site.name === name)?.asksAlways).toBe(true);
});

test('docs/SITES.md has every row of the table, and no other', () => {
  const docs = readFileSync(resolve(import.meta.dirname, '../../../docs/SITES.md'), 'utf8').split('\n');
  const expected = audiences.map(
    ([site, place, address, kind]) =>
      `| ${site} | ${place} | \`${address.replace('https://', '')}\` | ${kind} |`,
  );
  expect(docs.filter((line) => /^\| [\w-]+ \| .* \| `.*` \| \w+ \|$/.test(line))).toEqual(expected);
});
