import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedOnce, withCopiesCounted } from '../../src/index/counting.ts';
import { linksOf } from '../../src/index/links.ts';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { everythingOf } from '../../src/output/request.ts';
import type { Line } from '../../src/ui/line.ts';
import { arranged, FACETS } from '../../src/ui/order.ts';
import { sourcePreview } from '../../src/ui/present/preview.ts';
import { entityRow, sourceRow } from '../../src/ui/present/rows.ts';
import { worldOf } from '../../src/ui/world.ts';
import { indexFrom } from '../corpora.ts';
import { WIRE } from '../wire.ts';

const index = indexFrom(WIRE);
const each = withCopiesCounted(index);
const [COURIER, HERALD, MIRROR, POST] = [0, 1, 2, 3];
const holm = index.entities.findIndex(({ name }) => name === 'Anna Holm');
const rowsOf = (name: string, of = index) => [
  ...PRINT_COMMANDS.find((its) => its.name === name)!.rows(everythingOf(of)),
];
const textOf = (line: Line) => line.map(({ text }) => text).join('');
const nothing = { filters: [], marked: [], markedQuotes: [], indirect: false };

test('copies of one text are counted at the fullest of them, and each when that is asked for', () => {
  assert.deepEqual([...index.textOf], [HERALD, HERALD, HERALD, POST]);
  assert.deepEqual(countedOnce(index, [COURIER, HERALD, MIRROR, POST]), [HERALD, POST]);
  assert.deepEqual(
    countedOnce(index, [COURIER, MIRROR, POST]),
    [COURIER, POST],
    'where the fullest has it not, another',
  );
  assert.deepEqual(countedOnce(each, [COURIER, MIRROR, POST]), [COURIER, MIRROR, POST]);
});

test('an entity is named in so many texts, not in so many printings of one', () => {
  assert.equal(linksOf(index).namedIn[holm], 2);
  assert.equal(linksOf(index).texts, 2);
  assert.equal(linksOf(each).namedIn[holm], 4);
  assert.deepEqual(rowsOf('entities').find(({ name }) => name === 'Anna Holm')?.['outlets'], [
    'The Herald',
    'The Post',
  ]);
});

test('the bars of an entity say where it stands only in a copy', () => {
  const row = (of: typeof index) =>
    textOf(entityRow({ world: worldOf(of, ''), state: nothing, hits: null }, holm, 60)).trim();
  assert.match(row(index), / ≡[▁-█]≡[▁-█]$/u);
  assert.match(row(each), / [▁-█]{4}$/u);
});

test('what is printed counts a text once: utterances, events, stories', () => {
  const counts = (name: string, of: typeof index) =>
    rowsOf(name, of).map(({ articles, members }) => [
      articles,
      new Set((members as { path: string }[]).map(({ path }) => path)).size,
    ]);
  const [utterance] = counts('utterances', index).filter(([, files]) => files === 3);
  assert.deepEqual(utterance?.[0], 1, 'three files print it, of one text');
  assert.deepEqual(counts('utterances', each).find(([, files]) => files === 3)?.[0], 3);
  assert.ok(counts('events', index).every(([articles]) => Number(articles) > 1));
  assert.ok(counts('events', each).length > counts('events', index).length, 'copies alone are no agreement');
  const printed = rowsOf('stories').find(({ members }) => (members as unknown[]).length > 1);
  assert.deepEqual([printed?.['articles'], printed?.['texts'], printed?.['outlets']], [3, 1, ['The Herald']]);
});

test('a source that prints the text of another says so, with its evidence', () => {
  const world = worldOf(index, '');
  assert.match(textOf(sourceRow({ world, state: nothing, hits: null }, COURIER, 60)), /^≡ The Courier/);
  assert.doesNotMatch(textOf(sourceRow({ world, state: nothing, hits: null }, POST, 60)), /≡/);
  const preview = sourcePreview({ world, hits: null, width: 70 }, COURIER).map(textOf).join(' ').replace(/\s+/g, ' ');
  assert.match(
    preview,
    /≡ same as The Herald \(herald\.md\), The Mirror \(mirror\.md\) · all of it word for word · counted once, at The Herald/,
  );
  const once = FACETS.sources.findIndex(({ title }) => title === 'each text once');
  assert.deepEqual(arranged(world, 'sources', [0, 1, 2, 3], { sort: 0, facet: once }, false), [HERALD, POST]);
});

test('articles tell the files that print their text', () => {
  assert.deepEqual(
    rowsOf('articles').map(
      ({ sameTextAs }) =>
        (sameTextAs as { paths: string[]; counted: boolean } | null) && [
          (sameTextAs as { paths: string[] }).paths,
          (sameTextAs as { counted: boolean }).counted,
        ],
    ),
    [
      [['herald.md', 'mirror.md'], false],
      [['courier.md', 'mirror.md'], true],
      [['courier.md', 'herald.md'], false],
      null,
    ],
  );
});
