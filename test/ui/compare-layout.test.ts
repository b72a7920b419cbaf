import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareArticles } from '../../src/compare/comparison.ts';
import { type Line, lineWidth } from '../../src/ui/line.ts';
import { layoutComparison } from '../../src/ui/present/compare.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const world = worldOf(await seedIndex(), 'seeds');
const comparison = compareArticles(world.index, [0, 1, 2, 3, 4]);
const textOf = (line: Line) => line.map(({ text }) => text).join('');

test('a heading ends in its rule, and one that is too long says that it is cut', () => {
  const ends = new Set<string>();
  for (const columns of [30, 40, 80, 200]) {
    const { lines } = layoutComparison(
      world,
      comparison,
      { column: 0, show: 'all', kind: 'all' },
      { columns, rows: 24 },
    );
    for (const line of lines) {
      if (!textOf(line).startsWith('── ')) continue;
      assert.equal(lineWidth(line), columns - 2);
      const [, words, end] = /^── (.*?)( ─+|…| ?)$/u.exec(textOf(line)) ?? [];
      assert.ok(words !== undefined && end !== undefined, textOf(line));
      assert.ok(!/[─…]/u.test(words), textOf(line));
      ends.add(end.slice(0, 1));
    }
  }
  assert.ok(ends.has(' ') && ends.has('…'));
});
