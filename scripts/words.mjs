// `npm run words -- ar`: every sentence of a language beside English, for a reader who does not read code.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildModules } from './build-modules.mjs';
import { root } from './run.mjs';

/**
 * @typedef {typeof import('../utils/i18n/words')} WordsModule
 * @typedef {typeof import('../utils/i18n/languages')} LanguagesModule
 * @typedef {typeof import('../utils/i18n/flagged')} FlaggedModule
 * @typedef {typeof import('../utils/help/told')} ToldModule
 * @typedef {import('../utils/i18n/languages').Language} Language
 */

const built = join(root, '.output/words');
const folder = join(root, 'output/words');

/**
 * @template Module
 * @param {string} name
 * @returns {Promise<Module>}
 */
async function load(name) {
  return /** @type {Promise<Module>} */ (import(join(built, `${name}.mjs`)));
}

/**
 * Every text of a catalogue with the path that leads to it.
 *
 * @param {unknown} value
 * @param {string} [path]
 * @returns {[string, string][]}
 */
function texts(value, path = '') {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

await buildModules(
  {
    words: 'utils/i18n/words.ts',
    languages: 'utils/i18n/languages.ts',
    flagged: 'utils/i18n/flagged.ts',
    told: 'utils/help/told.ts',
  },
  built,
);
const { languages, isLanguage } = /** @type {LanguagesModule} */ (await load('languages'));
const { wordsOf } = /** @type {WordsModule} */ (await load('words'));
const { flaggedTermsOf } = /** @type {FlaggedModule} */ (await load('flagged'));
const { told } = /** @type {ToldModule} */ (await load('told'));

const [chosen] = process.argv.slice(2);
if (!isLanguage(chosen)) {
  console.error(`Usage: npm run words -- LANGUAGE, one of: ${Object.keys(languages).join(', ')}`);
  process.exit(2);
}
const path = join(folder, `${chosen}.html`);
const rows = rowsOf(chosen);
await mkdir(folder, { recursive: true });
await writeFile(path, pageOf(chosen, rows));
console.log(
  `${rows.length} texts, ${rows.filter(({ marks }) => marks.length > 0).length} of them marked, are in`,
);
console.log(relative(process.cwd(), path));

/**
 * @typedef {object} Row
 * @property {string} path
 * @property {string} english
 * @property {string} text
 * @property {string[]} marks what a reader has to look at
 *
 * @param {Language} language
 * @returns {Row[]}
 */
function rowsOf(language) {
  const english = new Map(texts(wordsOf('en')));
  return texts(wordsOf(language))
    .filter(([, text]) => text !== '')
    .map(([at, text]) => ({
      path: at,
      // A form of number that English does not have stands beside its plural.
      english: english.get(at) ?? english.get(at.replace(/\.\w+$/, '.other')) ?? '',
      text,
      marks: [...termMarks(language, text), ...factMarks(at)],
    }));
}

/**
 * @param {Language} language
 * @param {string} text
 */
function termMarks(language, text) {
  return flaggedTermsOf(language)
    .filter(({ term }) => text.includes(term))
    .map(({ term, english, serious }) => `${serious ? '⚑⚑' : '⚑'} ${term} = ${english}`);
}

/** @param {string} at */
function factMarks(at) {
  const fact = told.find(({ path: prefix }) => at === prefix || at.startsWith(`${prefix}.`))?.fact;
  if (!fact) return [];
  const lawyer = at.startsWith('helpPanel.places.laws.') ? ['for a lawyer'] : [];
  const source = wordsOf('en').sources[fact.source];
  return [...lawyer, `fact: ${fact.confidence}, ${source}, checked ${fact.checked}`];
}

/**
 * @param {Language} language
 * @param {Row[]} rows
 */
function pageOf(language, rows) {
  const { name, dir } = languages[language];
  const body = rows
    .map(
      ({ path: at, english, text, marks }) =>
        `<tr><td class="path">${escaped(at)}</td><td lang="en">${escaped(english)}</td>` +
        `<td lang="${language}" dir="${dir}">${escaped(text)}</td>` +
        `<td dir="auto">${marks.map(escaped).join('<br>')}</td><td class="remark"></td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Safi: ${escaped(name)}</title>
<style>
body { font: 16px/1.6 "Noto Sans", "Noto Sans Arabic", sans-serif; margin: 2rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #999; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
.path { font-size: 11px; color: #555; overflow-wrap: anywhere; width: 9rem; }
.remark { width: 14rem; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
</style>
<h1>Safi: ${escaped(name)}</h1>
<p>What stands in {braces} is filled in. ⚑ a native reader should look at this term, ⚑⚑ it is in serious doubt. No
button and no sentence in Arabic gives an order or shows whether a woman or a man is addressed. No sentence blames.</p>
<table>
<thead><tr><th>Where</th><th>English</th><th lang="${language}" dir="${dir}">${escaped(name)}</th><th>Marks</th><th>Remarks</th></tr></thead>
<tbody>
${body}
</tbody>
</table>
</html>
`;
}
