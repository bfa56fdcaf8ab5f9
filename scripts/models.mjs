// The models and the runtime that ship in the package, made from what npm brought.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { root } from './run.mjs';

/** Where the package has them. */
const folder = 'models';

/** What is a file in its npm package already. */
const copied = [
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  '@vladmandic/human/models/blazeface.json',
  '@vladmandic/human/models/blazeface.bin',
];

/** The graph model of nsfwjs, which its npm package has as scripts that hold base64. */
const nsfw = {
  topology: 'nsfwjs/dist/models/mobilenet_v2_mid/model.min.js',
  weights: [1, 2].map((part) => `nsfwjs/dist/models/mobilenet_v2_mid/group1-shard${part}of2.min.js`),
};

/** @param {string} path */
function inPackages(path) {
  return join(root, 'node_modules', path);
}

/**
 * What a script of nsfwjs exports.
 *
 * @param {string} path
 * @returns {Promise<unknown>}
 */
async function exported(path) {
  const module = { exports: {} };
  runInNewContext(await readFile(inPackages(path), 'utf8'), { module, exports: module.exports });
  return module.exports;
}

/** @param {string} into */
async function writeNsfw(into) {
  const [topology, ...parts] = await Promise.all([nsfw.topology, ...nsfw.weights].map(exported));
  const { modelTopology, format, weightsManifest } =
    /** @type {import('@tensorflow/tfjs-core').io.ModelJSON} */ (topology);
  const weights = weightsManifest.flatMap((group) => group.weights);
  const json = { modelTopology, format, weightsManifest: [{ paths: ['nsfw.bin'], weights }] };
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(String(part), 'base64')));
  await mkdir(into, { recursive: true });
  await writeFile(join(into, 'nsfw.json'), JSON.stringify(json));
  await writeFile(join(into, 'nsfw.bin'), bytes);
}

/**
 * @returns {Promise<{absoluteSrc: string, relativeDest: string}[]>} each file, and where it goes in the package
 */
export async function modelFiles() {
  const made = join(root, '.output', folder);
  await writeNsfw(made);
  return [...copied.map(inPackages), ...['nsfw.json', 'nsfw.bin'].map((name) => join(made, name))].map(
    (absoluteSrc) => ({
      absoluteSrc,
      relativeDest: `${folder}/${absoluteSrc.slice(absoluteSrc.lastIndexOf('/') + 1)}`,
    }),
  );
}
