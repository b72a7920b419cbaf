import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookmarkOf } from '../../src/index/bookmarks.ts';
import { chosenBy } from '../../src/output/chosen.ts';
import type { PrintCommand } from '../../src/output/command.ts';
import { EXPLAIN, MENTIONS, PRINT_COMMANDS } from '../../src/output/commands.ts';
import { everythingOf } from '../../src/output/request.ts';
import { articleRows } from '../../src/output/rows/articles.ts';
import type { Row } from '../../src/output/rows/row.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
/** What each command that wants a word is asked for. */
const WORDS: Readonly<Record<string, string>> = { search: 'zelensky', 'entities --explain': 'Vladimir Putin' };
const COMMANDS = [...PRINT_COMMANDS, MENTIONS, EXPLAIN];
const BOOKMARKS = [bookmarkOf(index, { kind: 'quote', ref: { article: 0, item: 0 } })];
const rowsOf = ({ name, rows }: PrintCommand, more = {}) => [
  ...rows({ ...everythingOf(index, WORDS[name]), bookmarks: BOOKMARKS, ...more }),
];
const command = (name: string) => COMMANDS.find((its) => its.name === name)!;
const texts = new Map(index.articles.map(({ article }) => [article.path, article.text]));

for (const its of COMMANDS)
  test(`${its.name}: rows, and every member of a row is the characters of its file`, () => {
    const rows = rowsOf(its);
    assert.ok(rows.length > 0);
    for (const row of rows)
      for (const { path, start, end, text } of (row['members'] ?? []) as Row[])
        assert.equal(texts.get(String(path))?.slice(Number(start), Number(end)), text);
  });

test('a text, an article or an entity that is not asked for is not printed', () => {
  const { chosen, problem } = chosenBy(index, 'speaker:putin kind:direct');
  assert.equal(problem, null);
  const quotes = rowsOf(command('quotes'), { chosen });
  assert.ok(quotes.length > 0 && quotes.length < rowsOf(command('quotes')).length);
  for (const { speaker, kind } of quotes) assert.deepEqual([String(speaker).includes('Putin'), kind], [true, 'direct']);
  const [first] = index.stories;
  const paths = rowsOf(command('articles'), { story: first }).map(({ path }) => path);
  assert.deepEqual(
    paths,
    first?.articles.map((article) => index.articles[article]?.article.path),
  );
});

test('of what the prompt does not list a query chooses the articles by its fields and the texts by its words', () => {
  const asked = (name: string, query: string) =>
    rowsOf(command(name), { chosen: chosenBy(index, query).chosen }).map((row) => [
      row,
      ...((row['members'] as Row[]) ?? []),
    ]);
  const figures = asked('figures', 'troops');
  assert.ok(figures.length > 0 && figures.length < rowsOf(command('figures')).length);
  for (const members of figures) assert.ok(members.some(({ text }) => /troop/i.test(String(text))));
  const sentences = asked('sentences', 'sanctions outlet:washington').flat();
  assert.ok(sentences.length > 0);
  for (const { path, start, end } of sentences) {
    assert.match(String(path), /^004/);
    assert.match(texts.get(String(path))!.slice(Number(start), Number(end)), /sanction/i);
  }
  const compared = asked('compare', 'de-escalation outlet:washington | outlet:york');
  assert.ok(compared.length > 0);
  for (const [, ...members] of compared) for (const { path } of members) assert.match(String(path), /^00[04]/);
  assert.deepEqual(asked('events', 'zzqqx'), []);
});

test('a query that cannot be read says why and is searched as plain words', () => {
  assert.match(chosenBy(index, 'kind:shouted').problem ?? '', /kind: is one of/);
});

test('compare sets the largest story side by side, or the one asked for', () => {
  const members = (story: number) =>
    new Set(
      rowsOf(command('compare'), story < 0 ? {} : { story: index.stories[story] }).flatMap(({ members }) =>
        (members as Row[]).map(({ path }) => path),
      ),
    );
  assert.deepEqual([...members(-1)].sort(), [...members(0)].sort());
  assert.notDeepEqual([...members(-1)].sort(), [...members(1)].sort());
});

test('the pieces of a compared text cover it without gaps', () => {
  for (const { members } of rowsOf(command('compare')))
    for (const { start, end, pieces } of members as (Row & { pieces: { start: number; end: number }[] })[]) {
      assert.deepEqual([pieces[0]?.start, pieces.at(-1)?.end], [start, end]);
      for (const [i, piece] of pieces.slice(1).entries()) assert.equal(piece.start, pieces[i]?.end);
    }
});

test('an entity is explained by its spellings, that sum up to its mentions, each with its first place', () => {
  const [row] = rowsOf(EXPLAIN);
  const spellings = row?.['members'] as Row[];
  assert.equal(
    spellings.reduce((sum, { count }) => sum + Number(count), 0),
    row?.['mentions'],
  );
  assert.equal(spellings.find(({ text }) => text === 'Putin')?.['link'], 'the last name');
  for (const { path, line, text } of spellings)
    assert.ok(texts.get(String(path))?.split('\n')[Number(line) - 1]?.includes(String(text).split('\n')[0]!));
});

test('the outlet of an article says how it is known', () => {
  const [first] = articleRows(everythingOf(index));
  const outlet = first?.['outlet'] as Record<string, unknown>;
  assert.deepEqual([outlet['name'], outlet['how']], ['The New York Times', 'inferred']);
  assert.ok((outlet['evidence'] as string[]).length > 0);
});
