import { describe, expect, test } from 'vitest';
import { whatsapp } from '../../../utils/sites/whatsapp';
import { readChatModel } from '../../../utils/sites/whatsapp-model';
import { asReact, asRegistry, chat, page } from './dom';

/** The look at the site's own objects, in the page's world, where anything may be anything. */

const body = '<div id="main"><header><span dir="auto">Sara</span></header></div>';

function pageWith(props: unknown, collection?: unknown) {
  const window = page(body);
  asReact(window.document.querySelector('header'), props);
  if (collection !== undefined) asRegistry(window, collection);
  return window;
}

/** What the isolated world makes of it, over the way it goes: text. */
function kindIn(window: Window & typeof globalThis) {
  const model: unknown = JSON.parse(JSON.stringify(readChatModel(window)));
  return whatsapp.read(window.document, model).audience.kind;
}

describe('reads', () => {
  test('the chat of the header and the one that the registry calls active', () => {
    const sara = chat({ server: 'c.us', user: '964' });
    expect(readChatModel(pageWith({ chat: sara }, { getActive: () => sara }))).toEqual([
      { from: 'react', server: 'c.us', id: '964@c.us', title: 'Sara' },
      { from: 'registry', server: 'c.us', id: '964@c.us', title: 'Sara' },
    ]);
  });

  test('a chat under another name among the props, and one in a list', () => {
    const group = chat({ server: 'g.us', groupMetadata: { size: 43, groupType: 'LINKED_SUBGROUP' } });
    const list = { _models: [chat({ server: 'c.us' }), { ...group, active: true }] };
    for (const look of readChatModel(pageWith({ conversation: group }, list))) {
      expect(look).toMatchObject({ server: 'g.us', members: 43, sort: 'LINKED_SUBGROUP' });
    }
  });

  test.each([
    [{ size: 7, participants: { length: 5 } }, 7],
    [{ participants: { length: 5 } }, 5],
    [{ participants: { _models: [1, 2, 3] } }, 3],
    [{ participants: [1, 2] }, 2],
    [{}, undefined],
    [null, undefined],
    [{ size: 'many' }, undefined],
  ])('the number of members in %j: %s', (groupMetadata, members) => {
    const [look] = readChatModel(pageWith({ chat: chat({ server: 'g.us', groupMetadata }) }));
    expect(look?.members).toBe(members);
  });

  test('the rows that are ticked in a dialog, by their place among them', () => {
    const window = page(
      `${body}<div role="dialog"><input type="checkbox"><input type="checkbox" checked><b aria-checked="true"></b></div><input type="checkbox" checked>`,
    );
    const [, ticked, second] = window.document.querySelectorAll('[role="dialog"] > *');
    asReact(ticked ?? null, { contact: chat({ server: 'c.us', title: 'Amal' }) });
    asReact(second ?? null, { chat: chat({ server: 'g.us', title: 'Class 6' }) });
    expect(readChatModel(window)).toEqual([
      { from: 0, server: 'c.us', id: '1@c.us', title: 'Amal' },
      { from: 1, server: 'g.us', id: '1@g.us', title: 'Class 6' },
    ]);
  });
});

/** Whatever is read of it throws. */
const throwing: object = new Proxy(() => {}, {
  get() {
    throw new Error('no');
  },
  has() {
    throw new Error('no');
  },
  ownKeys() {
    throw new Error('no');
  },
  getOwnPropertyDescriptor() {
    throw new Error('no');
  },
  apply() {
    throw new Error('no');
  },
});

/** Has every property, each of which is the same. */
const endless: object = new Proxy(() => {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => 'x' : endless),
  apply: () => endless,
});

/** A list that says it has no end. */
const longList: object = new Proxy([], { get: (_, name) => (name === 'length' ? 2 ** 53 - 1 : {}) });

const cycle: Record<string, unknown> = { memoizedProps: {} };
cycle.return = cycle;

const crowd = Object.fromEntries(
  Array.from({ length: 200_000 }, (_, index) => [`p${index}`, { id: { server: 5 } }]),
);

describe('hostile models', () => {
  const models: [string, () => Window & typeof globalThis][] = [
    ['props that throw', () => pageWith(throwing)],
    ['a chat that throws', () => pageWith({ chat: throwing })],
    ['an id that throws', () => pageWith({ chat: { id: throwing } })],
    [
      'a title that throws',
      () => {
        const sara = chat({ server: 'c.us' });
        Object.defineProperty(sara, 'formattedTitle', {
          get() {
            throw new Error('no');
          },
        });
        return pageWith({ chat: sara });
      },
    ],
    ['metadata that throw', () => pageWith({ chat: chat({ server: 'c.us', groupMetadata: throwing }) })],
    ['a proxy of everything', () => pageWith(endless, endless)],
    ['a list without an end', () => pageWith({}, { _models: longList })],
    ['props without a bound', () => pageWith(crowd)],
    [
      'an address of other types',
      () => pageWith({ chat: { id: { server: 'c.us', _serialized: throwing } } }),
    ],
    ['a server that is no text', () => pageWith({ chat: { id: { server: { toString: () => 'c.us' } } } })],
    [
      'a getter of the active chat that throws',
      () =>
        pageWith(
          {},
          {
            getActive() {
              throw new Error('no');
            },
          },
        ),
    ],
    ['a registry that throws', () => Object.assign(pageWith({}), { require: throwing })],
    ['a registry that is none', () => Object.assign(pageWith({}), { require: 5 })],
  ];

  test.each(models)('%s: read, and never a person', (_, make) => {
    expect(kindIn(make())).toBe('unknown');
  });

  test('owners in a circle come to an end', () => {
    const window = page(body);
    Object.assign(window.document.querySelector('header') ?? {}, { __reactFiber$abc: cycle });
    expect(kindIn(window)).toBe('unknown');
  });

  test('a document that throws, or a registry behind a getter that does', () => {
    expect(readChatModel({ document: throwing } as unknown as Window)).toEqual([]);
    const window = pageWith({});
    Object.defineProperty(window, 'require', {
      get() {
        throw new Error('no');
      },
    });
    expect(readChatModel(window)).toEqual([]);
  });

  test('texts of any length are cut', () => {
    const title = 'x'.repeat(5_000_000);
    const window = pageWith({ chat: chat({ server: 'c.us', title, user: title }) });
    expect(JSON.stringify(readChatModel(window)).length).toBeLessThan(5_000);
  });

  test('ten thousand rows are not all looked at', () => {
    const rows = '<input type="checkbox" checked>'.repeat(10_000);
    const window = page(`${body}<div role="dialog">${rows}</div>`);
    for (const row of window.document.querySelectorAll('input'))
      asReact(row, { chat: chat({ server: 'c.us' }) });
    expect(readChatModel(window).length).toBeLessThan(1_000);
  });

  test('a chat that is another at every look is nobody in particular', () => {
    let user = 0;
    const window = pageWith(
      {
        get chat() {
          user += 1;
          return chat({ server: 'c.us', user: String(user) });
        },
      },
      { getActive: () => chat({ server: 'c.us', user: 'x' }) },
    );
    expect(kindIn(window)).toBe('unknown');
  });
});
