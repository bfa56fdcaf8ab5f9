// `npm run tables`: what the last `npm test` and `npm run bench` showed, as tables in Markdown.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * What is read of the reports.
 *
 * @typedef {{type: string, description?: string}} Annotation
 * @typedef {{title: string, steps?: Step[]}} Step
 * @typedef {{status: string, annotations?: Annotation[], steps?: Step[]}} Result
 * @typedef {{projectName: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped', annotations: Annotation[], results: Result[]}} Run
 * @typedef {{title: string, file: string, tests: Run[]}} Spec
 * @typedef {{title: string, specs?: Spec[], suites?: Suite[]}} Suite
 * @typedef {{suites: Suite[]}} BrowserReport
 * @typedef {{ancestorTitles: string[], title: string, status: string}} Assertion
 * @typedef {{testResults: {assertionResults: Assertion[]}[]}} UnitReport
 * @typedef {Record<string, string | number | null>} BenchRow
 * @typedef {{title: string, rows: BenchRow[], notes: string[]}} BenchTable
 *
 * A test of a browser, with all the titles that it stands under.
 *
 * @typedef {{file: string, titles: string[], tests: Run[]}} Story
 */

/** Files of stories, by what they show. */
const routes = [
  ...['share', 'file-inputs', 'forms', 'drop', 'drop-zones', 'folders', 'paste', 'paste-waits', 'reads'],
  ...['files', 'large', 'without-hooks', 'without-keeper', 'firefox-way', 'lifetimes', 'update'],
];
const attacks = ['resist', 'guard-frame', 'natives'];
const chats = ['audience', 'telegram', 'forward'];

const browsers = ['chromium', 'firefox'];

/** How a story went, in a word. */
const outcomes = { expected: 'passed', unexpected: 'FAILED', flaky: 'FAILED', skipped: 'skipped' };

/**
 * @template Report
 * @param {string} path under output
 * @param {Report} none
 * @returns {Promise<Report>}
 */
async function read(path, none) {
  try {
    return JSON.parse(await readFile(join(root, 'output', path), 'utf8'));
  } catch {
    console.log(`_No output/${path}: its tables are empty._\n`);
    return none;
  }
}

/**
 * @param {Suite} suite
 * @param {string[]} above
 * @returns {Story[]}
 */
function storiesIn({ specs = [], suites = [] }, above = []) {
  return [
    ...specs.map(({ title, file, tests }) => ({
      file: file.replace(/^.*\/|\.spec\.ts$/g, ''),
      titles: [...above, title.replace(/ @[\w-]+/g, '')],
      tests,
    })),
    ...suites.flatMap((inner) => storiesIn(inner, [...above, inner.title])),
  ];
}

/** @param {string | number | null} cell */
function inCell(cell) {
  if (cell === null) return '–';
  const text = typeof cell === 'number' && !Number.isInteger(cell) ? cell.toPrecision(3) : String(cell);
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/**
 * @param {string} title
 * @param {readonly string[]} columns
 * @param {readonly (readonly (string | number | null)[])[]} rows
 */
function show(title, columns, rows) {
  const lines = [columns, columns.map(() => '---'), ...rows.map((row) => row.map(inCell))];
  console.log(`## ${title}\n\n${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`);
}

/**
 * How a story went in each browser; a dash where it is not told in it.
 *
 * @param {Story} story
 */
function perBrowser({ tests }) {
  return browsers.map((browser) => {
    const run = tests.find(({ projectName }) => projectName.endsWith(browser));
    return run ? outcomes[run.status] : null;
  });
}

/**
 * @param {string} title
 * @param {string} what
 * @param {Story[]} stories
 */
function showStories(title, what, stories) {
  const rows = stories.map((story) => [story.file, story.titles.join(': '), ...perBrowser(story)]);
  show(title, ['Stories', what, ...browsers], rows);
}

/** @param {Story[]} stories */
function showSeenBefore(stories) {
  const rows = browsers.map((browser) => {
    const noted = stories
      .flatMap(({ tests }) => tests)
      .filter(({ projectName }) => projectName.endsWith(browser))
      .flatMap(({ annotations }) => annotations)
      .flatMap(({ type, description = '' }) => (type === 'before-release' ? [description] : []))
      .map((seen) => seen.match(/\d+/g)?.map(Number) ?? []);
    const sum = (/** @type {number} */ at) => noted.reduce((all, seen) => all + (seen[at] ?? 0), 0);
    return [browser, noted.length, sum(0), sum(1)];
  });
  show('What pages saw of a share before its release', ['Browser', 'Looks', 'Events', 'Bytes'], rows);
}

/** @param {Story[]} stories */
function showCounts(stories) {
  const files = [...new Set(stories.map(({ file }) => file))];
  const rows = files.map((file) => {
    const own = stories.filter((story) => story.file === file).map(perBrowser);
    return [
      file,
      ...browsers.map((_, at) => {
        const told = own.flatMap((cells) => cells[at] ?? []);
        const passed = told.filter((cell) => cell === 'passed').length;
        return told.length === 0 ? null : `${passed} of ${told.length}`;
      }),
    ];
  });
  show('All stories: passed, by browser', ['Stories', ...browsers], rows);
}

/** @param {UnitReport} report */
function showAudiences({ testResults }) {
  const rows = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ ancestorTitles }) => ancestorTitles.at(-1) === 'site × audience')
    .flatMap(({ title, status }) => {
      const [, site, place, address, kind] = /^([\w-]+), (.*): https:\/\/(\S+): (\w+)$/.exec(title) ?? [];
      return site && place && address && kind ? [[site, place, `\`${address}\``, kind, status]] : [];
    });
  show('Site × audience', ['Site', 'Place', 'Address', 'Who gets it', 'Test'], rows);
}

const [unit, inBrowsers, widgets, cost] = await Promise.all([
  read('test/unit.json', /** @type {UnitReport} */ ({ testResults: [] })),
  read('test/e2e.json', /** @type {BrowserReport} */ ({ suites: [] })),
  read('test/interop.json', /** @type {BrowserReport} */ ({ suites: [] })),
  read('bench/interception.json', /** @type {{tables: BenchTable[]}} */ ({ tables: [] })),
]);
const stories = inBrowsers.suites.flatMap((suite) => storiesIn(suite));
const rooms = widgets.suites.flatMap((suite) => storiesIn(suite));
/** @param {readonly string[]} files */
const of = (files) => stories.filter(({ file }) => files.includes(file));

showAudiences(unit);
showStories('Chat × audience, by what the page shows', 'Chat', of(chats));
show(
  'Widget × route',
  ['Widget', 'Route and choices', ...browsers],
  rooms.map((room) => [...room.titles, ...perBrowser(room)]),
);
showStories('Route × outcome', 'Route', of(routes));
showStories('Attack × browser', 'What the page does', of(attacks));
showSeenBefore([...stories, ...rooms]);
showCounts([...stories, ...rooms]);
for (const { title, rows, notes } of cost.tables) {
  const columns = Object.keys(rows[0] ?? {});
  show(
    title,
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );
  for (const note of notes) console.log(`- ${note}`);
  console.log('');
}
