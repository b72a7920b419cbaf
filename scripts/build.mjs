// Bundles the program into dist/: cli.js and what it loads when it is needed, for Node 20 and newer; beside it the
// licences of what went in.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { builtins, REQUIRE } from './build/builtins.mjs';
import { noticesFor } from './build/notices.mjs';
import { patches } from './build/patches.mjs';
import { weights, writeWeights } from './build/weights.mjs';

const { metafile } = await build({
  entryPoints: [
    { in: 'src/cli.tsx', out: 'cli' },
    { in: 'src/load/worker.ts', out: 'worker' },
    { in: 'src/load/linker.ts', out: 'linker' },
  ],
  outdir: 'dist',
  splitting: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node 20 has both; else each becomes a `new RegExp`, made again whenever its line is passed.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
  format: 'esm',
  minify: true,
  metafile: true,
  // All licences stand whole in the file beside it.
  legalComments: 'none',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    // Nothing here asks the network. yoga-layout would read its own bytes with it, and to load it takes 40 ms.
    fetch: 'undefined',
  },
  // Ink loads its developer tools only when asked to; the package is not here, and must not be.
  alias: { 'react-devtools-core': './scripts/build/empty.mjs' },
  plugins: [builtins, patches, weights],
  banner: { js: REQUIRE },
});

const NOTICES = 'THIRD-PARTY-NOTICES.txt';
writeFileSync(`dist/${NOTICES}`, noticesFor(Object.keys(metafile.inputs)));
const weightsFile = await writeWeights('dist');
const SEEDS = 'seeds.bin';
const { shippedSeeds } = await tsImport('./build/shipped.ts', import.meta.url);
writeFileSync(`dist/${SEEDS}`, await shippedSeeds());
const MANUAL = 'crisis-tui.1';
const { manual } = await tsImport('./build/manual.ts', import.meta.url);
writeFileSync(`dist/${MANUAL}`, manual());

const made = new Set([
  NOTICES,
  SEEDS,
  MANUAL,
  weightsFile,
  ...Object.keys(metafile.outputs).map((file) => basename(file)),
]);
for (const file of readdirSync('dist')) if (!made.has(file)) rmSync(`dist/${file}`, { recursive: true });
