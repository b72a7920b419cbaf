// What imports what in src, read by dependency-cruiser.
//
// dependency-cruiser reads TypeScript with the compiler's JavaScript API, which TypeScript 7 does not have. So it
// gets a copy in JavaScript, made by esbuild with every import kept, those of types too: a file that only names a
// type of a higher floor still cannot be read without it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { transformSync } from 'esbuild';

/**
 * Cruises the folder `src`.
 *
 * @param root the folder that src is in
 * @param options dependency-cruiser's
 * @returns what dependency-cruiser returns, with the names of the files as they are in src
 */
export async function cruiseSources(root, options) {
  const copy = mkdtempSync(join(tmpdir(), 'crisis-tui-layers-'));
  const before = process.cwd();
  try {
    copySources(root, copy);
    process.chdir(copy);
    const { output, exitCode } = await cruise(['src'], options, {
      extensions: ['.js'],
      symlinks: false,
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    });
    return { output: output.replaceAll(/(\.tsx?)\.js\b/g, '$1'), exitCode };
  } finally {
    process.chdir(before);
    rmSync(copy, { recursive: true });
  }
}

/** Copies src as JavaScript. `x.ts` becomes `x.ts.js`, so that imports of `./x.ts` find it. */
function copySources(root, copy) {
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tsx?|js)$/.test(file) || file.endsWith('.d.ts')) continue;
    const to = join(copy, 'src', file.endsWith('.js') ? file : `${file}.js`);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, toJavaScript(readFileSync(join(root, 'src', file), 'utf8'), file.endsWith('x') ? 'tsx' : 'ts'));
  }
  writeFileSync(join(copy, 'package.json'), readFileSync(join(root, 'package.json')));
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(copy, 'node_modules'));
}

/** The source without its types, but with the imports of types as plain imports. */
function toJavaScript(source, loader) {
  const plain = source.replace(/^(import|export) type (?=[\w{*][^=]*?\bfrom\b)/gm, '$1 ');
  const { code } = transformSync(plain, {
    loader,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, jsx: 'react-jsx' } },
  });
  // A type may be named in place: `import('./x.ts').X`.
  const inPlace = [...source.matchAll(/\bimport\((['"])(.+?)\1\)/g)].map(
    ([, , from]) => `import ${JSON.stringify(from)};`,
  );
  return [code, ...inPlace].join('\n');
}
