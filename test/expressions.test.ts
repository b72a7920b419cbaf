import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Expression, findExpressions } from '../scripts/expressions/find.ts';
import { keyOf, prove } from '../scripts/expressions/prove.ts';
import { folder } from './corpus/folder.ts';
import { ROOT } from './pty/terminal.ts';

process.env['RECHECK_SYNC_BACKEND'] = 'pure';

const PROVED: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, 'scripts/expressions/proved.json'), 'utf8'),
);

test('no expression of the program takes more than linear time: each is proved, now or when it was written', async () => {
  const { expressions, made, unprovable } = await findExpressions(ROOT);
  assert.ok(expressions.length > 300, `${expressions.length} found`);
  assert.ok(made > 10, `${made} made of pieces found`);
  assert.deepEqual(unprovable, [], 'an expression that is made while the program runs can be proved by nobody');
  const refused = expressions.flatMap((expression) => {
    const found = keyOf(expression) in PROVED ? undefined : prove(expression);
    return found && 'against' in found ? [`${expression.files}: /${expression.source}/ ${found.against}`] : [];
  });
  assert.deepEqual(refused, [], 'npm run expressions says more');
});

test('what is quadratic or worse is refused, what is not is proved', () => {
  const proofOf = (source: string, flags = '') => prove({ source, flags, files: [] } satisfies Expression);
  for (const source of [
    '^(a+)+$',
    '\\s+$',
    '(a*)*b',
    '^(.*),(.*);$',
    '(?<=a+)b',
    '(a{0,200}){0,200}b',
    '(?:(a{9}|b){99}){99}',
  ])
    assert.ok('against' in proofOf(source), source);
  assert.deepEqual(proofOf('^\\s+'), { proof: 'linear' });
  assert.deepEqual(proofOf('\\p{Lu}\\p{Ll}{1,20}', 'u'), { proof: 'bounded' });
});

test('expressions are found wherever they stand, made of pieces too; one made while the program runs is told of', async () => {
  using sources = folder({
    'package.json': '{"type":"module"}',
    'src/a.ts': 'const A: RegExp = /a+/g; export const f = (x: string) => [A, x.replace(/[/]b/u, "/c/")];',
    'src/b.tsx': 'const PIECE = "d"; export const B = new RegExp(PIECE + "{2}$", "i");',
    'src/c.ts': 'export function c(x: string) { return RegExp(x).test("/e/"); }',
    'src/d.d.ts': 'export const f: string;',
  });
  const { expressions, made, unprovable } = await findExpressions(sources.path);
  assert.deepEqual(
    expressions.map(({ source, flags, files }) => [source, flags, ...files]),
    [
      ['a+', 'g', 'src/a.ts'],
      ['[/]b', 'u', 'src/a.ts'],
      ['d{2}$', 'i', 'src/b.tsx'],
    ],
  );
  assert.equal(made, 1);
  assert.deepEqual(unprovable, ['src/c.ts']);
});
