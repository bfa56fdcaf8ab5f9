import { join } from 'node:path';
import { buildModules } from './build-modules.mjs';
import { root } from './run.mjs';

/** Makes the cleaning engine, as it is in utils/, into modules that Node runs: .output/engine. */
await buildModules(
  {
    'clean-file': 'utils/metadata/clean-file.ts',
    'file-handle-source': 'utils/bytes/file-handle-source.ts',
  },
  join(root, '.output/engine'),
);
