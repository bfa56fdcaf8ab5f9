import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/**
 * Every file below a folder, in the order of names. Links to files are files; links to folders are not followed,
 * since they may lead round in a circle.
 *
 * @typedef {object} Found
 * @property {string} file path from the folder on, with slashes
 * @property {'file' | 'unreadable' | 'left-out'} kind left out: a link to a folder, a pipe, a device
 *
 * @param {string} folder
 * @param {string} [below] path from the folder on
 * @returns {AsyncGenerator<Found>}
 */
export async function* filesBelow(folder, below = '') {
  let entries;
  try {
    entries = await readdir(join(folder, below), { withFileTypes: true });
  } catch {
    yield { file: below, kind: 'unreadable' };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, file);
    else if (entry.isFile()) yield { file, kind: 'file' };
    else yield { file, kind: await kindOfLink(join(folder, file)) };
  }
}

/**
 * @param {string} path
 * @returns {Promise<Found['kind']>}
 */
async function kindOfLink(path) {
  try {
    return (await stat(path)).isFile() ? 'file' : 'left-out';
  } catch {
    return 'unreadable';
  }
}

/**
 * Makes a folder and those above it. Node's own way to do so never ends where the system says that a folder which
 * is there is not (/proc).
 *
 * @param {string} path absolute
 * @returns {Promise<void>} rejects when it cannot be made, or something else has its name
 */
export async function makeFolder(path) {
  try {
    await mkdir(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

/**
 * The path without links, also of what does not exist yet.
 *
 * @param {string} path absolute
 * @returns {Promise<string>}
 */
async function realPath(path) {
  try {
    return await realpath(path);
  } catch {
    return dirname(path) === path ? path : join(await realPath(dirname(path)), basename(path));
  }
}

/**
 * Whether a folder is another one or lies in it.
 *
 * @param {string} inner absolute
 * @param {string} outer absolute
 */
export async function liesIn(inner, outer) {
  return ((await realPath(inner)) + sep).startsWith((await realPath(outer)) + sep);
}

/**
 * Whether one of the two folders is the other one or lies in it: then originals could be written over.
 *
 * @param {string} first absolute
 * @param {string} second absolute
 */
export async function overlap(first, second) {
  return (await liesIn(first, second)) || (await liesIn(second, first));
}
