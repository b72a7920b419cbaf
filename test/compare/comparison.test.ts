import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareArticles } from '../../src/compare/comparison.ts';
import { textAt } from '../../src/index/access.ts';
import { seeds } from '../index/seeds.ts';

const index = await seeds();
const all = compareArticles(index, [0, 1, 2, 3, 4]);

/** The words of a column's first cell that the other columns do not have. */
function differing(words: string, column: number): readonly string[] {
  const row = all.rows.find(
    ({ kind, cells }) =>
      kind === 'utterance' && cells.flat().some(({ article, span }) => textAt(index, article, span).includes(words)),
  );
  const cell = row?.cells[column]?.[0];
  return (cell?.pieces ?? []).filter(({ same }) => !same).map((piece) => textAt(index, cell?.article ?? -1, piece));
}

test('the words that two outlets give differently are the pieces that differ', () => {
  assert.deepEqual(differing('gravely concerned', 0), ['continue to be gravely', 'Russian troop', 'capability']);
  assert.deepEqual(differing('gravely concerned', 2), ['remain very', 'presence of', 'troops', 'capabilities']);
  assert.ok(differing('moment of crisis', 4).includes('moment'));
  assert.ok(differing('moment of crisis', 2).includes('time'));
});

test('pieces cover every cell without gaps', () => {
  for (const { cells } of all.rows)
    for (const { span, pieces } of cells.flat()) {
      assert.equal(pieces[0]?.start, span.start);
      assert.equal(pieces.at(-1)?.end, span.end);
      pieces.slice(1).forEach((piece, i) => {
        assert.equal(piece.start, pieces[i]?.end);
      });
      assert.ok(pieces.every(({ start, end }) => start < end));
    }
});

test('every row has a list for every column, and says so when only one has it', () => {
  for (const { cells, agreement, confidence } of all.rows) {
    assert.equal(cells.length, 5);
    const filled = cells.filter((column) => column.length > 0).length;
    assert.ok(filled > 0);
    assert.equal(agreement === 'only', filled === 1);
    if (filled === 1) assert.equal(confidence, 1);
  }
});

test('every quote of the articles chosen is told: in a row of utterances, or inside what several tell', () => {
  const { rows } = compareArticles(index, [4, 2]);
  const utterances = rows.filter(({ kind }) => kind === 'utterance').flatMap(({ cells }) => cells.flat());
  assert.ok(utterances.every(({ article }) => article === 4 || article === 2));
  const quoted = new Set(utterances.map(({ quote }) => `${quote?.article}/${quote?.item}`));
  const shared = rows.filter(({ agreement }) => agreement !== 'only').flatMap(({ cells }) => cells.flat());
  for (const article of [4, 2]) {
    for (const [item, quote] of (index.articles[article]?.annotations.quotes ?? []).entries()) {
      const told = shared.some(
        ({ article: a, span }) => a === article && span.start <= quote.start && span.end >= quote.end,
      );
      assert.ok(quoted.has(`${article}/${item}`) || told, `${article}/${item}`);
    }
  }
});

test('what stands in a row of several is not said to be only one’s as well', () => {
  const shared = all.rows
    .filter(({ agreement, kind }) => agreement !== 'only' && kind !== 'figure')
    .flatMap(({ cells }) => cells.flat());
  for (const { cells } of all.rows.filter(({ agreement, kind }) => agreement === 'only' && kind !== 'figure')) {
    const told = cells
      .flat()
      .every((cell) =>
        shared.some(
          ({ article, span }) => article === cell.article && span.start <= cell.span.start && span.end >= cell.span.end,
        ),
      );
    assert.ok(!told);
  }
});

test('columns stand in the order asked for', () => {
  const { articles, rows } = compareArticles(index, [4, 0]);
  assert.deepEqual(articles, [4, 0]);
  assert.ok(rows.every(({ cells }) => cells[0]?.every(({ article }) => article === 4)));
});

test('no article, and one alone, can be compared', () => {
  assert.deepEqual(compareArticles(index, []).rows, []);
  assert.ok(compareArticles(index, [0]).rows.every(({ agreement }) => agreement === 'only'));
});

test('a happening that several report is a row of passages; a sentence that one has alone is a row of its own', () => {
  const passages = all.rows.filter(({ kind }) => kind === 'passage');
  const holding = (words: string) =>
    passages.find(({ cells }) =>
      cells.flat().some(({ article, span }) => textAt(index, article, span).includes(words)),
    );
  const spoke = holding('Blinken spoke with President Volodymyr');
  assert.deepEqual(
    spoke?.cells.map((column) => column.length > 0),
    [true, true, true, false, true],
  );
  assert.equal(holding('The Bucharest Nine is a reference')?.agreement, 'only');
});

test('no stretch of an article stands in two rows of passages', () => {
  const spans = all.rows
    .filter(({ kind }) => kind === 'passage')
    .flatMap(({ cells }) => cells.flat())
    .sort((a, b) => a.article - b.article || a.span.start - b.span.start);
  spans.slice(1).forEach(({ article, span }, i) => {
    const before = spans[i];
    assert.ok(before && (before.article !== article || before.span.end <= span.start));
  });
});
