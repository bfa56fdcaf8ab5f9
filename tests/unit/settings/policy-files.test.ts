import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { communityPolice } from '../../../utils/help/hotlines';
import { type ManagedSchema, managedSchema } from '../../../utils/settings/managed-schema';
import { parsePolicy } from '../../../utils/settings/policy';
import { type Files, policyIn } from '../../fixtures/policy-files';

/** The ready files set what they say: nothing in them is dropped by a browser or by Safi. */

const docs = resolve(import.meta.dirname, '../../../docs');
const folder = join(docs, 'policies');
const files = readdirSync(folder).sort();

/** Where a value does not fit the schema, as paths; of JSON Schema what Chromium knows and the schema uses. */
function misfits(value: unknown, schema: ManagedSchema, path = ''): readonly string[] {
  const {
    type,
    properties,
    items,
    enum: allowed,
  } = schema as {
    readonly type: string;
    readonly properties?: Readonly<Record<string, ManagedSchema>>;
    readonly items?: ManagedSchema;
    readonly enum?: readonly unknown[];
  };
  if (type === 'array') {
    if (!Array.isArray(value) || !items) return [path];
    return value.flatMap((one, at) => misfits(one, items, `${path}/${at}`));
  }
  if (type === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
    return Object.entries(value).flatMap(([key, inner]) => {
      const inside = properties?.[key];
      return inside ? misfits(inner, inside, `${path}/${key}`) : [`${path}/${key}`];
    });
  }
  const fits = typeof value === type && (!allowed || allowed.includes(value));
  return fits ? [] : [path];
}

/** Everything that a policy holds, as a parser that drops nothing leaves it. */
function held(policy: Record<string, unknown>): unknown {
  const { organisation = null, lines = [], contacts = [], ...fixed } = policy;
  const whole = (contacts as object[]).map((contact) => ({
    about: null,
    number: null,
    by: 'telephone',
    website: null,
    ...contact,
  }));
  return { organisation, lines, contacts: whole, fixed };
}

test('this test would see a misfit', () => {
  expect(misfits({ asks: 'never', lines: [{ number: 911 }], logging: true }, managedSchema)).toEqual([
    '/asks',
    '/lines/0/number',
    '/logging',
  ]);
});

/** Each field of a policy, alone. */
const alone: Readonly<Record<string, unknown>> = {
  organisation: { en: 'x' },
  welcome: false,
  language: 'ckb',
  asks: 'always',
  sitesOff: [],
  lines: [{ replaces: communityPolice.id, number: '104' }],
  contacts: [{ name: { en: 'x' } }],
};

test('the schema has a place for what the parser reads and for nothing else, and the guide tells of each', () => {
  const { properties } = managedSchema as { readonly properties: Readonly<Record<string, ManagedSchema>> };
  expect(Object.keys(properties).sort()).toEqual(Object.keys(alone).sort());
  const guide = readFileSync(join(docs, 'POLICIES.md'), 'utf8');
  for (const [name, value] of Object.entries(alone)) {
    expect(misfits({ [name]: value }, managedSchema), name).toEqual([]);
    expect(parsePolicy({ [name]: value }), name).not.toBeNull();
    expect(guide).toContain(`| \`${name}\` |`);
  }
});

describe('ready policy files', () => {
  test('are there for a school lab and a charity, for Chrome, Edge, Chromium and Firefox', () => {
    const kinds = ['chrome.reg', 'chromium.json', 'edge.reg', 'firefox.json'];
    expect(files).toEqual(['charity', 'school-lab'].flatMap((of) => kinds.map((kind) => `${of}.${kind}`)));
  });

  test.each(files)('%s fits the schema, and the parser drops nothing of it', (name) => {
    const policy = policyIn(name as Files, readFileSync(join(folder, name), 'utf8'));
    expect(Object.keys(policy).length).toBeGreaterThan(2);
    expect(misfits(policy, managedSchema)).toEqual([]);
    expect(parsePolicy(policy)).toEqual(held(policy));
  });

  test.each(['school-lab', 'charity'])('%s says the same to every browser', (of) => {
    const [first, ...others] = files
      .filter((name) => name.startsWith(of))
      .map((name) => policyIn(name as Files, readFileSync(join(folder, name), 'utf8')));
    for (const other of others) expect(other).toEqual(first);
  });

  test.each(files)('%s names no telephone number: nobody has dialled one for it', (name) => {
    expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/number/);
  });

  test.each(files.filter((name) => name.endsWith('.reg')))(
    '%s can be imported: ASCII, lines of Windows',
    (name) => {
      const text = readFileSync(join(folder, name), 'latin1');
      expect(text).toMatch(/^Windows Registry Editor Version 5\.00\r\n\r\n/);
      expect([...text].every((letter) => letter < '\u0080')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    },
  );
});

test('the example in the guide fits the schema, and the parser drops nothing of it', () => {
  const guide = readFileSync(join(docs, 'POLICIES.md'), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  const policy = JSON.parse(example);
  expect(misfits(policy, managedSchema)).toEqual([]);
  expect(parsePolicy(policy)).toEqual(held(policy));
  expect(policy.lines[0].replaces).toBe(communityPolice.id);
});
