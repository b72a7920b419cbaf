// Bundles the program into one file, dist/cli.js, for Node 20 and newer; beside it the licences of what went in.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { noticesFor } from './notices.mjs';

const { metafile } = await build({
  entryPoints: [
    { in: 'src/cli.tsx', out: 'cli' },
    { in: 'src/load/worker.ts', out: 'worker' },
  ],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minify: true,
  metafile: true,
  // All licences stand whole in the file beside it.
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  // Ink loads its developer tools only when asked to; the package is not here, and must not be.
  alias: { 'react-devtools-core': './scripts/empty.mjs' },
  // CommonJS dependencies inside an ES module ask for `require`.
  banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
});

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', noticesFor(Object.keys(metafile.inputs)));
