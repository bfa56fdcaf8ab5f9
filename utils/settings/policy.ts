import { isLanguage, type Language, languages } from '../i18n/languages';
import { type Asks, allAsks, parseSites, type Settings } from './schema';

/** A text of an organisation's own, in as many of our languages as it wrote it in; at least one. */
export type OwnText = Readonly<Partial<Record<Language, string>>>;

/** Lines of ours that an organisation may give another number. The emergency line is not among them, and stays. */
export const replaceableLines = [
  'community-police',
  'national-security',
  'asayish-erbil',
  'asayish-erbil-whatsapp',
] as const;

export type ReplaceableLine = (typeof replaceableLines)[number];

export type ReachedBy = 'telephone' | 'whatsapp';

/** Another number for one of our lines, which keeps its name. */
export interface ReplacedLine {
  readonly replaces: ReplaceableLine;
  /** Western digits. */
  readonly number: string;
}

/** A person or a body that stands by people, as an organisation names it. */
export interface Contact {
  readonly name: OwnText;
  /** What it is for, and when it can be reached. */
  readonly about: OwnText | null;
  /** Western digits; null where nobody can call. */
  readonly number: string | null;
  readonly by: ReachedBy;
  /** As it is typed, without `https://`. */
  readonly website: string | null;
}

/**
 * What an organisation has set for the computers it looks after. It can say whom to call and fix some settings. There
 * is nothing in it that could make Safi keep or tell anything, and nothing that takes the emergency line away.
 */
export interface Policy {
  /** Who set it; null when it does not say. */
  readonly organisation: OwnText | null;
  readonly lines: readonly ReplacedLine[];
  readonly contacts: readonly Contact[];
  /** False keeps the welcome page closed after the installation. */
  readonly welcome?: false;
  /** The settings that it fixes. */
  readonly fixed: Readonly<Partial<Pick<Settings, FixableSetting>>>;
}

export const fixableSettings = ['language', 'asks', 'sitesOff'] as const;

export type FixableSetting = (typeof fixableSettings)[number];

export const noPolicy: Policy = { organisation: null, lines: [], contacts: [], fixed: {} };

/** Characters of an organisation's text; longer ones are cut. */
const longestText = 200;
const mostContacts = 20;

/**
 * Reads what `storage.managed` holds, or a file that shall go there; what is missing or not understood is left out.
 * Null when it sets nothing at all.
 */
export function parsePolicy(managed: unknown): Policy | null {
  const { organisation, welcome, language, asks, sitesOff, lines, contacts } = fieldsOf(managed);
  const isAsks = (value: unknown): value is Asks => allAsks.some((known) => known === value);
  const sites = parseSites(sitesOff);
  const policy: Policy = {
    organisation: parseText(organisation),
    ...(welcome === false ? { welcome } : {}),
    lines: parseLines(lines),
    contacts: listOf(contacts)
      .slice(0, mostContacts)
      .flatMap((contact) => parseContact(contact) ?? []),
    fixed: {
      ...(isLanguage(language) ? { language } : {}),
      ...(isAsks(asks) ? { asks } : {}),
      ...(sites ? { sitesOff: sites } : {}),
    },
  };
  const setsNothing = [policy.lines, policy.contacts, Object.keys(policy.fixed)].every(
    ({ length }) => length === 0,
  );
  return setsNothing && !policy.organisation && policy.welcome === undefined ? null : policy;
}

/** The person's settings as they are under a policy. */
export function underPolicy(settings: Settings, policy: Policy | null): Settings {
  return policy ? { ...settings, ...policy.fixed } : settings;
}

/** The language in which somebody who speaks this one gets an organisation's text: the same, else the first there is. */
export function writtenIn(text: OwnText, language: Language): Language {
  const written = Object.keys(text).filter(isLanguage);
  return written.includes(language) ? language : (written[0] ?? language);
}

/** An organisation's text in a language, else in the first of ours that it is written in. */
export function textIn(text: OwnText, language: Language): string {
  return text[writtenIn(text, language)] ?? '';
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One line of plain text: without control characters and marks that turn the direction of what follows. */
function plainText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const plain = value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  return [...plain].slice(0, longestText).join('') || null;
}

function parseText(value: unknown): OwnText | null {
  const fields = fieldsOf(value);
  const written = (Object.keys(languages) as Language[]).flatMap((language) => {
    const text = plainText(fields[language]);
    return text === null ? [] : [[language, text] as const];
  });
  return written.length > 0 ? Object.fromEntries(written) : null;
}

/** Digits of Arabic and Persian keyboards, whose values follow each other. */
const localZeros = [0x0660, 0x06f0];

function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = localZeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** A telephone number in Western digits; null when it is none. */
function parseNumber(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const number = [...value.trim()]
    .map(westernDigit)
    .join('')
    .replace(/[\s-]+/g, ' ');
  return /^\+?\d[\d ]{1,18}\d$/.test(number) ? number : null;
}

/** At most one number for each line: the first. */
function parseLines(value: unknown): readonly ReplacedLine[] {
  const found = new Map<ReplaceableLine, ReplacedLine>();
  for (const line of listOf(value)) {
    const fields = fieldsOf(line);
    const replaces = replaceableLines.find((known) => known === fields.replaces);
    const number = parseNumber(fields.number);
    if (replaces && number && !found.has(replaces)) found.set(replaces, { replaces, number });
  }
  return [...found.values()];
}

function parseContact(value: unknown): Contact | null {
  const fields = fieldsOf(value);
  const name = parseText(fields.name);
  if (!name) return null;
  const website = plainText(fields.website)?.replace(/^https:\/\//, '') ?? null;
  return {
    name,
    about: parseText(fields.about),
    number: parseNumber(fields.number),
    by: fields.by === 'whatsapp' ? 'whatsapp' : 'telephone',
    website: website && /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(website) ? website : null,
  };
}
