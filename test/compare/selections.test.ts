import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareArticles } from '../../src/compare/comparison.ts';
import { speakerCount, speakerCountWords } from '../../src/compare/speakers.ts';
import { quoteAt, speakerOf, textAt } from '../../src/index/access.ts';
import { withCopiesCounted } from '../../src/index/counting.ts';
import { linksOf } from '../../src/index/links.ts';
import type { Ref } from '../../src/model.ts';
import { indexFrom, seedIndex } from '../corpora.ts';
import { WIRE } from '../wire.ts';

const seeds = await seedIndex();
const ALL = [0, 1, 2, 3, 4];
const wire = indexFrom(WIRE);
const [COURIER, HERALD, MIRROR, POST] = [0, 1, 2, 3];
const saying = (words: RegExp): Ref => {
  const found = linksOf(seeds).quotes.find((ref) => words.test(textAt(seeds, ref.article, quoteAt(seeds, ref))));
  assert.ok(found, String(words));
  return found;
};

test('copies of one text are one column, the fullest of them, until they are set apart', () => {
  const together = compareArticles(wire, [COURIER, HERALD, MIRROR, POST]);
  assert.deepEqual(together.articles, [HERALD, POST]);
  assert.deepEqual(together.together, [[HERALD, COURIER, MIRROR], [POST]]);
  assert.deepEqual(together.copies[0]?.articles, [COURIER, HERALD, MIRROR]);
  const railway = ({ rows }: typeof together) =>
    rows.find(({ kind, cells }) =>
      cells.flat().some((cell) => kind === 'passage' && textAt(wire, cell.article, cell.span).includes('railway')),
    )?.agreement;
  assert.equal(railway(together), 'only', 'two printings of one text are no agreement');
  const apart = compareArticles(wire, [COURIER, HERALD, MIRROR, POST], { apart: true });
  assert.deepEqual(apart.articles, [COURIER, HERALD, MIRROR, POST]);
  assert.equal(railway(apart), 'same');
  const counted = compareArticles(withCopiesCounted(wire), [COURIER, HERALD]);
  assert.deepEqual(counted.articles, [COURIER, HERALD], 'where copies count they have columns');
});

test('who is quoted by whom: a row for each speaker, with every quote of the articles in one of them', () => {
  const { speakers } = compareArticles(seeds, ALL);
  const quotes = speakers.flatMap(({ cells }) => cells.flat().map(({ quote }) => `${quote?.article} ${quote?.item}`));
  assert.equal(new Set(quotes).size, quotes.length, 'no quote is in two rows');
  assert.equal(quotes.length, linksOf(seeds).quotes.length);
  for (const { speaker, cells, agreement } of speakers) {
    cells.forEach((its, column) => {
      for (const { article } of its) assert.equal(article, column);
    });
    assert.equal(agreement === 'only', cells.filter((its) => its.length > 0).length === 1);
    const names = new Set(cells.flat().map(({ quote }) => speakerOf(seeds, quote!).name?.toLowerCase()));
    assert.deepEqual([...names], [speaker?.toLowerCase()]);
  }
  const having = speakers
    .filter(({ speaker }) => speaker !== null)
    .map(({ cells }) => cells.filter((its) => its.length > 0).length);
  assert.deepEqual(
    having,
    [...having].sort((a, b) => b - a),
    'whom most quote stands first',
  );
});

test('a guess is counted apart from who is sure to speak', () => {
  const { speakers } = compareArticles(seeds, ALL);
  for (const cells of speakers.flatMap((row) => row.cells)) {
    const { quoted, indirect, guesses } = speakerCount(seeds, cells);
    assert.equal(quoted + indirect + guesses, cells.length);
    assert.equal(guesses, cells.filter(({ quote }) => speakerOf(seeds, quote!).guess).length);
    assert.equal(speakerCountWords(seeds, cells) === '', cells.length === 0);
  }
});

test('of an entity only what is by it or about it is set side by side', () => {
  const about = seeds.entities.findIndex(({ name }) => /Lukashenko/.test(name));
  const { rows, speakers } = compareArticles(seeds, ALL, { about });
  assert.ok(rows.length > 2 && rows.length < compareArticles(seeds, ALL).rows.length);
  const links = linksOf(seeds);
  const numberOf = ({ article, item }: Ref) => (links.firstQuote[article] ?? 0) + item;
  for (const { cells, kind } of rows)
    assert.ok(
      cells.flat().some(({ article, span, quote }) => {
        if (quote && kind === 'utterance')
          return (
            links.quotesBy.of(about).includes(numberOf(quote)) || links.quotesAbout.of(about).includes(numberOf(quote))
          );
        return /Lukashenko/.test(textAt(seeds, article, span)) || quote !== null;
      }),
    );
  assert.ok(speakers.some(({ speaker }) => /Lukashenko/.test(speaker ?? '')));
});

test('marked quotes are one row, a column each, with their paragraphs below; it is told whether they are one utterance', () => {
  const [gravely, very, russians] = [
    saying(/gravely concerned/),
    saying(/very concerned/),
    saying(/Russian.*commanders|commanders/),
  ];
  const one = compareArticles(seeds, [0, 2], { quotes: [gravely, very] });
  assert.deepEqual(
    one.rows.map(({ kind, agreement, byHand }) => [kind, agreement, byHand?.isOne]),
    [
      ['utterance', 'different', true],
      ['passage', 'different', true],
    ],
  );
  const [said, around] = one.rows;
  assert.match(textAt(seeds, gravely.article, said!.cells[0]![0]!.span), /gravely concerned/);
  for (const [i, ref] of [gravely, very].entries()) {
    const { start, end } = quoteAt(seeds, ref);
    const spans = around!.cells[i]!.map(({ span }) => span);
    assert.ok(spans[0]!.start <= start && spans.at(-1)!.end >= end);
  }
  const two = compareArticles(seeds, [0, 0], { quotes: [gravely, russians] });
  assert.deepEqual(two.articles, [0, 0], 'also two of one article have a column each');
  assert.ok(two.rows.every(({ byHand, cells }) => byHand?.isOne === false && cells.length === 2));
});
