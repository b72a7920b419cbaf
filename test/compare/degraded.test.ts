import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareArticles } from '../../src/compare/comparison.ts';
import { rewording } from '../../src/compare/pieces.ts';
import { withSuspects } from '../../src/compare/suspect.ts';
import { textAt } from '../../src/index/access.ts';
import { buildIndex } from '../../src/index/build.ts';
import { articlesOf, seeds } from '../index/seeds.ts';

const stretch = (text: string) => ({ text, span: { start: 0, end: text.length } });

test('a word in the place of another is replaced; words left out or put in are not', () => {
  const whole = stretch('We remain very concerned about the troops there');
  assert.deepEqual(rewording(whole, stretch('We remain gravely concerned about the troops there')), {
    kept: 7,
    replaced: 1,
  });
  assert.deepEqual(rewording(whole, stretch('We remain concerned about the troops')), { kept: 6, replaced: 0 });
});

test('the back-translated seed is told of, with where it shows and against whom', async () => {
  const index = await seeds();
  const { degraded } = compareArticles(index, [0, 1, 2, 3, 4]);
  assert.deepEqual(
    degraded.map(({ article }) => article),
    [2],
  );
  const signs = degraded[0]?.signs ?? [];
  assert.deepEqual(signs.map(({ kind }) => kind).sort(), ['broken sentences', 'reworded quotes']);
  const broken = signs.find(({ kind }) => kind === 'broken sentences');
  assert.ok(broken?.spans.some((span) => textAt(index, 2, span) === 'icial. o'));
  assert.deepEqual(new Set(signs.find(({ kind }) => kind === 'reworded quotes')?.against), new Set([0, 4]));
});

test('a copy in other words, in the order of the first, is told of; an honest second report is not', async () => {
  const first = `The river Arn rose by three metres on Monday and drowned the old market of Lower Arn.
The mayor of Lower Arn, Mara Toll, ordered the two bridges closed before noon on Monday.
Firemen brought ninety people from their roofs with boats that the fishermen of Bel had lent.
The railway between Bel and Upper Arn stays closed until the embankment at Dorn is repaired.
Insurers expect claims of $40 million, the association of insurers in Bel said in a statement.
The last flood of this size drowned the market in 1954 and led to the dam at Dorn.
Engineers had warned in March that the gates of the dam at Dorn were rusted and slow.
The school at Lower Arn takes in families whose houses stand under water, Mara Toll said.
Rain is forecast until Friday, when the river should fall below the marks at Dorn.`;
  const spun = first
    .replaceAll('rose by', 'climbed by')
    .replaceAll('drowned', 'submerged')
    .replaceAll('ordered', 'commanded')
    .replaceAll('closed before', 'shut before')
    .replaceAll('brought', 'carried')
    .replaceAll('stays closed', 'remains shut')
    .replaceAll('expect claims', 'anticipate demands')
    .replaceAll('led to', 'resulted in')
    .replaceAll('had warned', 'had cautioned')
    .replaceAll('were rusted', 'were corroded')
    .replaceAll('takes in', 'welcomes with')
    .replaceAll('is forecast', 'is predicted')
    .replaceAll('should fall', 'ought to drop')
    .replaceAll('with boats', 'using vessels')
    .replaceAll('of this size', 'of such magnitude');
  const honest = `Mara Toll walked through Lower Arn on Tuesday and counted the houses under water.
The river Arn rose by three metres on Monday, the most since 1954.
“Nobody told us of the gates,” a baker in the market said.
She pays the pumps herself. The army sends sandbags from Bel tonight.`;
  const index = buildIndex(await articlesOf([first, spun, honest]));
  const copied = compareArticles(index, [0, 1]).degraded;
  assert.ok(copied.some(({ signs }) => signs.some(({ kind }) => kind === 'reworded copy')));
  assert.deepEqual(compareArticles(index, [0, 2]).degraded, []);
});

test('a lost “never” in a degraded copy is a suspect, and in an honest article a difference like any other', async () => {
  const text = (join: string) =>
    `Arn demanded on Monday that the duchy of Bel will ${join} join the league of river towns at Dorn.`;
  const index = buildIndex(await articlesOf([text('never'), text('ever')]));
  const { rows } = compareArticles(index, [0, 1], { apart: true });
  assert.ok(rows.every(({ suspects }) => suspects === undefined));
  const degraded = [{ article: 1, signs: [], confidence: 0.9 }];
  const marked = withSuspects(index, rows, degraded);
  assert.ok(marked.some(({ suspects }) => suspects?.length === 1 && suspects[0] === 1));
});
