import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCorpus } from '../../src/corpus/read.ts';
import { buildIndex } from '../../src/index/build.ts';
import type { Span } from '../../src/model.ts';
import type { Run } from '../../src/output/page.ts';
import { articlePage } from '../../src/output/pages/article.ts';
import { ROOT } from '../pty/terminal.ts';

const index = buildIndex((await readCorpus([join(ROOT, 'seeds')])).articles);

/** What each letter of a paragraph is marked as, by the first mark that it lies in. */
function marked(number: number, { start, end }: Span, found: readonly Span[]): readonly (Run['marks'] | undefined)[] {
  const { mentions, quotes } = index.articles[number]!.annotations;
  const spoken = quotes.filter(({ kind }) => kind !== 'indirect').flatMap(({ spans }) => spans);
  const holds = (spans: readonly Span[], at: number) => spans.some((span) => span.start <= at && at < span.end);
  return Array.from({ length: end - start }, (_, i) => {
    const at = start + i;
    return holds(found, at) ? 'found' : holds(mentions, at) ? 'name' : holds(spoken, at) ? 'quote' : undefined;
  });
}

test('each letter of an article is marked as what it is: found, else a name, else a quote', () => {
  const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 400 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(fc.nat(index.articles.length - 1), places, (number, at) => {
      const { article } = index.articles[number]!;
      const found = at
        .map(([where, length]): Span => {
          const start = Math.floor(where * article.text.length);
          return { start, end: Math.min(article.text.length, start + length) };
        })
        .sort((a, b) => a.start - b.start);
      const paragraphs = article.paragraphs.filter(({ kind }) => kind !== 'headline' || !article.headline);
      const blocks = [...articlePage(index, number, found).blocks].filter((block) => block.kind === 'marked');
      assert.equal(blocks.length, paragraphs.length);
      for (const [i, { runs }] of blocks.entries()) {
        const paragraph = paragraphs[i]!;
        assert.equal(runs.map(({ text }) => text).join(''), article.text.slice(paragraph.start, paragraph.end));
        const letters = runs.flatMap(({ text, marks }) => Array.from({ length: text.length }, () => marks));
        assert.deepEqual(letters, marked(number, paragraph, found));
      }
    }),
    { numRuns: 60 },
  );
});
