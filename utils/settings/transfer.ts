import { migrate, newestVersion } from './migrations';
import type { Settings } from './schema';

/** What an exported file says of itself, so that no other is taken for it. */
const kind = 'safi-settings';

/** Characters; the settings with the most sites that can be kept are shorter. */
const longestFile = 200_000;

/** The name of one setting. */
export type Setting = Exclude<keyof Settings, 'version'>;

const all: readonly Setting[] = [
  'language',
  'address',
  'asks',
  'coverFaces',
  'blurPreviews',
  'discreetName',
  'sitesOff',
];

/** `not-understood` names the first setting whose value is none; `newer` comes from a later version. */
export type Imported =
  | { readonly outcome: 'read'; readonly settings: Settings }
  | { readonly outcome: 'refused'; readonly reason: 'too-large' | 'unreadable' | 'foreign' | 'newer' }
  | { readonly outcome: 'refused'; readonly reason: 'not-understood'; readonly setting: Setting };

/** The settings as a file that `readExport` reads: JSON, one setting a line. */
export function writeExport(settings: Settings): string {
  return `${JSON.stringify({ kind, ...settings }, null, 2)}\n`;
}

/** Reads a file that was exported, by this version or an earlier one. Nothing of it is taken in part. */
export function readExport(text: string): Imported {
  if (text.length > longestFile) return { outcome: 'refused', reason: 'too-large' };
  const held = parseJson(text);
  if (typeof held !== 'object' || held === null) return { outcome: 'refused', reason: 'unreadable' };
  if (!('kind' in held) || held.kind !== kind) return { outcome: 'refused', reason: 'foreign' };
  const version = 'version' in held ? held.version : null;
  if (!Number.isInteger(version) || Number(version) < 1) return { outcome: 'refused', reason: 'foreign' };
  if (Number(version) > newestVersion) return { outcome: 'refused', reason: 'newer' };
  const settings = migrate(held);
  const fields = new Map<string, unknown>(Object.entries(held));
  // What is stored may be put right silently; a file that somebody wrote is told what is wrong with it.
  const setting = all.find((name) => fields.has(name) && !isSame(fields.get(name), settings[name]));
  return setting === undefined
    ? { outcome: 'read', settings }
    : { outcome: 'refused', reason: 'not-understood', setting };
}

/** The same, of a file that a person picked: one that is too large is not read at all. */
export async function readExportFile(file: Blob): Promise<Imported> {
  // A character takes one to four bytes.
  if (file.size > longestFile * 4) return { outcome: 'refused', reason: 'too-large' };
  let text: string;
  try {
    text = await file.text();
  } catch {
    // It went away or changed since it was picked, or is a folder.
    return { outcome: 'refused', reason: 'unreadable' };
  }
  return readExport(text);
}

/** The settings in which two differ, in the order in which the page shows them. */
export function differences(from: Settings, to: Settings): readonly Setting[] {
  return all.filter((name) => !isSame(from[name], to[name]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is, it is no file of ours.
    return null;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
