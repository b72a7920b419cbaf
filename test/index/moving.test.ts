import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Index } from '../../src/index/access.ts';
import { linksOf } from '../../src/index/links.ts';
import { movingBetween, type Numbered } from '../../src/index/moving.ts';
import type { Span } from '../../src/model.ts';
import { indexFrom, SEEDS } from '../corpora.ts';

const { articles } = await readCorpus([SEEDS]);
const PARAGRAPHS = articles
  .flatMap(({ text, paragraphs }) =>
    paragraphs.filter(({ kind }) => kind === 'body').map(({ start, end }) => text.slice(start, end)),
  )
  .slice(0, 40);

type Files = Readonly<Record<string, readonly string[]>>;
const FILES: Files = Object.fromEntries(
  ['a.txt', 'b.txt', 'c.txt'].map((path, i) => [path, PARAGRAPHS.slice(7 * i, 7 * i + 6)]),
);

const numbered = (files: Files): Numbered => {
  const index = indexFrom(Object.fromEntries(Object.entries(files).map(([path, its]) => [path, its.join('\n\n')])));
  return { index, links: linksOf(index) };
};
const words = (index: Index, article: number, { start, end }: Span) =>
  index.articles[article]!.article.text.slice(start, end);

const before = numbered(FILES);

type Edit =
  | { readonly what: 'insert' | 'replace'; readonly file: number; readonly at: number; readonly by: number }
  | { readonly what: 'cut' | 'remove' | 'rename'; readonly file: number; readonly at: number };
const place = { file: fc.nat(2), at: fc.nat(5) };
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.record({ what: fc.constantFrom('insert' as const, 'replace' as const), ...place, by: fc.nat(39) }),
    fc.record({ what: fc.constantFrom('cut' as const, 'remove' as const, 'rename' as const), ...place }),
  ),
  { minLength: 1, maxLength: 5 },
);

/** The files once they were edited; those that were renamed have a letter more. */
function edited(all: readonly Edit[]): Files {
  const files = new Map(Object.entries(FILES));
  for (const edit of all) {
    const path = [...files.keys()].find((it) => it.startsWith('abc'[edit.file]!));
    const its = path === undefined ? undefined : [...files.get(path)!];
    if (path === undefined || !its) continue;
    if (edit.what === 'remove') files.delete(path);
    else if (edit.what === 'rename') {
      files.delete(path);
      files.set(path.replace('.txt', 'x.txt'), its);
    } else {
      const added = 'by' in edit ? [PARAGRAPHS[edit.by]!] : [];
      its.splice(edit.at % its.length, edit.what === 'insert' ? 0 : 1, ...added);
      files.set(path, its.length > 0 ? its : ['Nothing was said.']);
    }
  }
  return Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('whatever is edited, what is there still is found by the same words', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const files = edited(all);
      if (Object.keys(files).length === 0) return;
      const after = numbered(files);
      const to = movingBetween(before, after);
      before.index.articles.forEach(({ article, annotations }, number) => {
        const there = to.article(number);
        const path = Object.keys(files).find((it) => it === article.path);
        if (path !== undefined) assert.equal(after.index.articles[there!]?.article.path, path);
        else if (there !== undefined) assert.equal(after.index.articles[there]?.article.text, article.text);
        if (there === undefined) return;
        const now = after.index.articles[there]!;
        annotations.quotes.forEach((quote, item) => {
          const said = words(before.index, number, quote);
          const left = now.annotations.quotes.filter((it) => words(after.index, there, it) === said);
          const ref = to.quote({ article: number, item });
          assert.equal(ref !== undefined, left.length > 0, said);
          if (ref) assert.equal(words(after.index, ref.article, now.annotations.quotes[ref.item]!), said);
        });
        for (const sentence of annotations.sentences) {
          const its = words(before.index, number, sentence);
          const span = to.span(number, sentence);
          assert.equal(span !== undefined, now.article.text.includes(its), its);
          if (span) assert.equal(words(after.index, there, span), its);
        }
      });
      before.index.entities.forEach((entity, number) => {
        const there = to.entity(number);
        if (there === undefined) return;
        const names = new Set(after.index.entities[there]!.aliases.map(({ text }) => text));
        assert.ok(
          entity.aliases.some(({ text }) => names.has(text)),
          `${entity.name} is ${[...names]} now`,
        );
      });
    }),
    { numRuns: 25 },
  );
});

test('where nothing changed all stays what it is', () => {
  const to = movingBetween(before, numbered(FILES));
  const { index, links } = before;
  for (const number of index.articles.keys()) assert.equal(to.article(number), number);
  for (const number of index.entities.keys()) assert.equal(to.entity(number), number);
  for (const number of index.stories.keys()) assert.equal(to.story(number), number);
  for (const number of links.quotes.keys()) assert.equal(to.quoteNumber(number), number);
  for (const number of links.outletOf) assert.equal(to.outlet(number), number);
  assert.deepEqual(to.added(), []);
});

test('words that stand several times are found where they stood, not at the first', () => {
  const said = '“We shall see,” Mr. Orsolo said.';
  const rest = 'Nothing else was decided that day.';
  const was = numbered({ 'a.txt': [said, rest, said, rest, said] });
  const now = numbered({ 'a.txt': ['It rained.', said, rest, said, rest, said] });
  const to = movingBetween(was, now);
  assert.deepEqual(
    was.links.quotes.map((_, number) => to.quoteNumber(number)),
    [0, 1, 2],
  );
});

test('records of one file are known by their text: those before them may be gone', () => {
  const paths = (texts: readonly string[]) =>
    numbered(Object.fromEntries(texts.map((text, i) => [`feed.xml#${i + 1}`, [text]])));
  const named = (its: Numbered): Numbered => ({
    ...its,
    index: {
      ...its.index,
      articles: its.index.articles.map((it) => ({ ...it, article: { ...it.article, file: 'feed.xml' } })),
    },
  });
  const [one, two, three] = PARAGRAPHS as [string, string, string];
  const to = movingBetween(named(paths([one, two, three])), named(paths([two, three])));
  assert.deepEqual([to.article(1), to.article(2)], [0, 1]);
});
