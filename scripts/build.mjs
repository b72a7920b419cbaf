// Bundles the program into one file: dist/cli.js, for Node 20 and newer.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/cli.tsx'],
  outfile: 'dist/cli.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  // Ink loads its developer tools only when asked to; the package is not here, and must not be.
  alias: { 'react-devtools-core': './scripts/empty.mjs' },
  // CommonJS dependencies inside an ES module ask for `require`.
  banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
});
