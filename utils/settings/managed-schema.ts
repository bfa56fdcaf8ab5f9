import { type Language, languages } from '../i18n/languages';
import { replaceableLines } from './policy';
import { allAsks } from './schema';

/** As Chromium reads it: a part of JSON Schema. */
export type ManagedSchema = Readonly<Record<string, unknown>>;

const ownText = (description: string): ManagedSchema => ({
  type: 'object',
  description,
  properties: Object.fromEntries(
    (Object.keys(languages) as Language[]).map((language) => [language, { type: 'string' }]),
  ),
});

const listOf = (description: string, properties: Readonly<Record<string, ManagedSchema>>): ManagedSchema => ({
  type: 'array',
  description,
  items: { type: 'object', properties },
});

/**
 * What an organisation may set, as the browser checks it before Safi reads it. There is no place in it for anything
 * that is kept or told about a person, and none for the emergency line.
 */
export const managedSchema: ManagedSchema = {
  type: 'object',
  properties: {
    organisation: ownText('Who sets this; shown in the help and in the settings.'),
    welcome: {
      type: 'boolean',
      description: 'False keeps the welcome page closed after the installation.',
    },
    language: { type: 'string', enum: Object.keys(languages), description: 'The language of Safi.' },
    asks: { type: 'string', enum: allAsks, description: 'When Safi asks.' },
    sitesOff: {
      type: 'array',
      items: { type: 'string' },
      description: 'Names of sites on which Safi is off; an empty list keeps it on everywhere.',
    },
    lines: listOf('Other numbers for lines that Safi shows. 911 stays.', {
      // No list of values: one that is none would take all the others with it. The parser leaves out that one.
      replaces: { type: 'string', description: replaceableLines.join(', ') },
      number: { type: 'string' },
    }),
    contacts: listOf('People and organisations to turn to, shown in the help.', {
      name: ownText('What it is called.'),
      about: ownText('What it is for, and when it can be reached.'),
      number: { type: 'string' },
      by: { type: 'string', enum: ['telephone', 'whatsapp'] },
      website: { type: 'string', description: 'As it is typed, without https://' },
    }),
  },
};
