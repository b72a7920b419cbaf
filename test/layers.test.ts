import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './pty/terminal.ts';
import { temporaryFolder } from './temporary.ts';

type Files = Readonly<Record<string, string>>;

/** Runs the check on a copy of src with more files in it. */
function check(planted: Files): { readonly status: number | null; readonly says: string } {
  const folder = temporaryFolder('floors');
  cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const [file, source] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/layers.mjs'), folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, says: stdout + stderr };
}

const TARGET = 'export const x = 1;\nexport type X = number;\n';
/** Every way of saying that one file needs another. */
const WAYS: Readonly<Record<string, (from: string) => string>> = {
  'an import': (from) => `import { x } from '${from}';\nconsole.log(x);`,
  'an import of a type': (from) => `import type { X } from '${from}';\nexport const y: X = 1;`,
  'an inline import of a type': (from) => `import { type X } from '${from}';\nexport const y: X = 1;`,
  'an import of a type over several lines': (from) => `import type {\n  X,\n} from '${from}';\nexport const y: X = 1;`,
  'a type named in place': (from) => `export const y: import('${from}').X = 1;`,
  'an export': (from) => `export { x } from '${from}';`,
  'an export of a type': (from) => `export type { X } from '${from}';`,
  'an export of everything': (from) => `export * from '${from}';`,
  'a dynamic import': (from) => `export const y = await import('${from}');`,
};
/** What may not import what, and the rule that says so. */
const REFUSED: readonly (readonly [file: string, from: string, rule: string])[] = [
  ['src/model', '../corpus/read.ts', 'model-imports-only-what-is-below'],
  ['src/corpus', '../index/build.ts', 'corpus-imports-only-what-is-below'],
  ['src/corpus', '../language/analyse.ts', 'corpus-imports-only-what-is-below'],
  ['src/language', '../search/planted.ts', 'language-imports-only-what-is-below'],
  ['src/index', '../compare/planted.ts', 'index-imports-only-what-is-below'],
  ['src/compare', '../output/planted.ts', 'compare-imports-only-what-is-below'],
  ['src/search', '../ui/planted.ts', 'search-imports-only-what-is-below'],
  ['src/output', '../cli.tsx', 'output-imports-only-what-is-below'],
  ['src/output', '../ui/planted.ts', 'output-imports-only-what-is-below'],
  ['src/ui', '../cli.tsx', 'ui-imports-only-what-is-below'],
  ['src/terminal', '../model.ts', 'terminal-knows-nothing-of-src'],
  ['src/search', '../terminal/planted.ts', 'terminal-is-for-what-talks-to-one'],
  ['src/corpus', '../terminal/planted.ts', 'terminal-is-for-what-talks-to-one'],
  ['src/ui', '../helpers/planted.ts', 'every-file-has-a-floor'],
  ['src/ui', '../../test/planted.ts', 'src-knows-only-src'],
  ['src/index', 'node:fs', 'pure-floors-know-no-machine'],
  ['src/language', 'path', 'pure-floors-know-no-machine'],
  ['src/compare', 'node:fs/promises', 'pure-floors-know-no-machine'],
  ['src/search', 'ink', 'pure-floors-know-no-machine'],
  ['src/search', 'react', 'pure-floors-know-no-machine'],
  ['src/search', 'ink-text-input', 'pure-floors-know-no-machine'],
  ['src/search', '../corpus/planted.ts', 'pure-floors-know-no-machine'],
];

const targets: Files = {
  'src/ui/planted.ts': TARGET,
  'src/output/planted.ts': TARGET,
  'src/compare/planted.ts': TARGET,
  'src/search/planted.ts': TARGET,
  'src/helpers/planted.ts': TARGET,
  'src/terminal/planted.ts': TARGET,
  'src/corpus/planted.ts': `import 'node:fs';\n${TARGET}`,
};
const ways = Object.entries(WAYS);
const { status, says } = check({
  ...targets,
  ...Object.fromEntries(REFUSED.map(([folder, from], i) => [`${folder}/refused${i}.ts`, `import '${from}';\n`])),
  ...Object.fromEntries(ways.map(([, way], i) => [`src/index/deep/up${i}.ts`, way('../../ui/planted.ts')])),
  ...Object.fromEntries(
    ways.flatMap(([, way], i) => [
      [`src/search/cycle${i}a.ts`, way(`./cycle${i}b.ts`)],
      [`src/search/cycle${i}b.ts`, `export { x, type X } from './cycle${i}c.ts';`],
      [`src/search/cycle${i}c.ts`, `import './cycle${i}a.ts';\n${TARGET}`],
    ]),
  ),
});
const line = (rule: string, file: string) => says.split('\n').find((it) => it.includes(`${rule}: ${file} →`));

test('a broken rule ends the check with an error', () => {
  assert.equal(status, 1);
});

for (const [i, [way]] of ways.entries())
  test(`${way} from a higher floor is refused, and closes a cycle`, () => {
    assert.ok(
      line('index-imports-only-what-is-below', `src/index/deep/up${i}.ts`)?.endsWith('src/ui/planted.ts'),
      says,
    );
    assert.ok(line('no-cycle', `src/search/cycle${i}a.ts`), says);
  });

for (const [i, [folder, from, rule]] of REFUSED.entries())
  test(`${folder} may not import ${from}`, () => {
    assert.ok(line(rule, `${folder}/refused${i}.ts`), says);
  });

test('what may be imported is not refused', () => {
  const { status, says } = check({
    'src/terminal/planted.ts': `import 'node:tty';\n${TARGET}`,
    'src/compare/planted.ts': `export { buildIndex } from '../index/build.ts';\n${TARGET}`,
    'src/ui/planted.tsx': [
      `import { Text } from 'ink';`,
      `import '../terminal/planted.ts';`,
      `import '../compare/planted.ts';`,
      `import '../model.ts';`,
      `export const A = () => <Text />;`,
    ].join('\n'),
    'src/output/planted.ts': `import '../terminal/planted.ts';\nimport '../compare/planted.ts';\n`,
  });
  assert.equal(status, 0, says);
});
