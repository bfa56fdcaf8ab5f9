import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './run.mjs';

/**
 * Makes TypeScript of this project into modules that Node runs, each whole in one file.
 *
 * @param {Readonly<Record<string, string>>} modules the entry of each module, by the name that it gets
 * @param {string} folder where they are put
 */
export async function buildModules(modules, folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, entry] of Object.entries(modules)) {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      root,
      publicDir: false,
      build: {
        write: false,
        target: 'node20',
        minify: false,
        lib: { entry: join(root, entry), formats: ['es'] },
        // Vite is a builder itself, with parts that cannot be put into one file.
        rollupOptions: { external: [/^node:/, 'vite'], output: { codeSplitting: false } },
      },
    });
    const [made] = Array.isArray(built) ? built : [built];
    const chunk = made && 'output' in made ? made.output[0] : null;
    if (!chunk) throw new Error(`nothing was built of ${entry}`);
    // Put in place whole, so that a run beside this one never reads half of it.
    const part = join(folder, `${name}.${process.pid}.part`);
    await writeFile(part, chunk.code);
    await rename(part, join(folder, `${name}.mjs`));
  }
}
