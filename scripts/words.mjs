// `npm run words -- ar`: every sentence of a language beside English, for a reader who does not read code.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildModules } from './build-modules.mjs';
import { root } from './run.mjs';

/**
 * @typedef {typeof import('../utils/i18n/languages')} LanguagesModule
 * @typedef {typeof import('../utils/help/review')} ReviewModule
 * @typedef {import('../utils/help/review').ReviewRow} ReviewRow
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

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

await buildModules({ languages: 'utils/i18n/languages.ts', review: 'utils/help/review.ts' }, built);
const { languages, isLanguage } = /** @type {LanguagesModule} */ (await load('languages'));
const { reviewRows } = /** @type {ReviewModule} */ (await load('review'));

const [chosen] = process.argv.slice(2);
if (!isLanguage(chosen)) {
  console.error(`Usage: npm run words -- LANGUAGE, one of: ${Object.keys(languages).join(', ')}`);
  process.exit(2);
}
const path = join(folder, `${chosen}.html`);
const rows = [...reviewRows(chosen), ...(await browserRows(chosen))];
await mkdir(folder, { recursive: true });
await writeFile(path, pageOf(chosen, rows));
console.log(
  `${rows.length} texts, ${rows.filter(({ marks }) => marks.length > 0).length} of them marked, are in`,
);
console.log(relative(process.cwd(), path));

/**
 * The name and what the browsers say of Safi in their own lists.
 *
 * @param {Language} language
 * @returns {Promise<ReviewRow[]>}
 */
async function browserRows(language) {
  const [own, english] = await Promise.all([language, 'en'].map(messagesOf));
  return Object.entries(own ?? {}).map(([key, { message }]) => ({
    path: `_locales.${key}`,
    english: english?.[key]?.message ?? '',
    text: message,
    marks: [],
  }));
}

/**
 * @param {string} language
 * @returns {Promise<Record<string, { message: string }>>} empty for a language that browsers do not speak
 */
async function messagesOf(language) {
  const path = join(root, 'public/_locales', language, 'messages.json');
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : {};
}

/**
 * @param {Language} language
 * @param {readonly ReviewRow[]} rows
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
button and no sentence in Arabic gives an order or shows whether a woman or a man is addressed, but for those marked as the
feminine form, which whoever chose it reads instead. No sentence blames.</p>
<table>
<thead><tr><th>Where</th><th>English</th><th lang="${language}" dir="${dir}">${escaped(name)}</th><th>Marks</th><th>Remarks</th></tr></thead>
<tbody>
${body}
</tbody>
</table>
</html>
`;
}
