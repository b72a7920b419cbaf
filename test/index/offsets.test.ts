import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareArticles } from '../../src/compare/comparison.ts';
import { linksOf } from '../../src/index/links.ts';
import type { Span } from '../../src/model.ts';
import { everythingOf } from '../../src/output/request.ts';
import { mentionRows } from '../../src/output/rows/entities.ts';
import { quoteRows } from '../../src/output/rows/quotes.ts';
import { sentenceRows } from '../../src/output/rows/sentences.ts';
import { indexFrom, SEEDS, seedIndex } from '../corpora.ts';

const index = await seedIndex();
const all = everythingOf(index);
const files = new Map(
  await Promise.all(
    index.articles.map(async ({ article: { path } }) => [path, await readFile(join(SEEDS, path), 'utf8')] as const),
  ),
);

/** The characters of the file itself, read anew. */
function inFile(path: unknown, { start, end }: Span): string {
  const text = files.get(String(path)) ?? '';
  assert.ok(Number.isInteger(start) && start >= 0 && end > start && end <= text.length, `${path} ${start}–${end}`);
  return text.slice(start, end);
}

test('every mention that is printed is the characters of its file', () => {
  let count = 0;
  for (const row of mentionRows(all)) {
    assert.equal(inFile(row['path'], row as unknown as Span), row['text']);
    count++;
  }
  assert.ok(count > 300);
});

test('every quote, cue and speaker as written is the characters of its file, without the marks', () => {
  for (const row of quoteRows(all)) {
    const spans = (row['spans'] as [number, number][]).map(([start, end]) => inFile(row['path'], { start, end }));
    assert.equal(spans.join(' … '), row['text']);
    if (row['kind'] === 'direct') for (const said of spans) assert.doesNotMatch(said, /^[“"]|[”"]$/);
  }
  for (const { article, annotations } of index.articles) {
    for (const { start, end, spans, cue, speakerAsWritten, speaker } of annotations.quotes) {
      assert.deepEqual([start, end], [spans[0]?.start, spans.at(-1)?.end]);
      for (const span of [cue, speakerAsWritten, speaker.kind === 'anonymous' ? speaker.description : null]) {
        if (span) assert.equal(inFile(article.path, span).trim(), inFile(article.path, span));
      }
    }
  }
});

test('every alias of an entity is written so by one of its mentions', () => {
  for (const { aliases, mentions, name } of index.entities) {
    const written = new Set(
      mentions.map(({ article, item }) => {
        const found = index.articles[article];
        const mention = found?.annotations.mentions[item];
        return mention && inFile(found?.article.path, mention);
      }),
    );
    for (const { text } of aliases) assert.ok(written.has(text), `${name}: ${text}`);
  }
});

test('every sentence and every piece of the side-by-side view is the characters of its file', () => {
  for (const row of sentenceRows(all)) assert.doesNotMatch(inFile(row['path'], row as unknown as Span), /^\s|\s$/);
  const { rows } = compareArticles(
    index,
    index.articles.map((_, i) => i),
  );
  assert.ok(rows.length > 0);
  for (const cell of rows.flatMap(({ cells }) => cells.flat())) {
    const path = index.articles[cell.article]?.article.path;
    assert.equal(cell.pieces.map((piece) => inFile(path, piece)).join(''), inFile(path, cell.span));
  }
});

test('every mention is of one entity, every quote of one utterance, every article of one story', () => {
  index.articles.forEach(({ annotations }, a) => {
    assert.equal(index.entityOf[a]?.length, annotations.mentions.length);
    assert.ok(index.entityOf[a]?.every((entity) => entity >= 0));
    assert.equal(index.utteranceOf[a]?.length, annotations.quotes.length);
    assert.ok(index.utteranceOf[a]?.every((utterance) => utterance >= 0));
  });
  assert.ok(index.storyOf.every((story) => story >= 0));
  assert.equal(
    index.entities.reduce((sum, { mentions }) => sum + mentions.length, 0),
    [...mentionRows(all)].length,
  );
});

test('links count what the lists hold', () => {
  const links = linksOf(index);
  index.entities.forEach((entity, e) => {
    const counted = [...links.mentionsIn.of(e).values()].reduce((a, b) => a + b, 0);
    assert.equal(counted, entity.mentions.length);
  });
  assert.equal(links.quotes.length, [...quoteRows(all)].length);
  assert.deepEqual([...links.firstQuote].slice(0, 2), [0, index.articles[0]?.annotations.quotes.length]);
});

test('articles of one outlet have one number, those of unknown outlets each their own', () => {
  const files = {
    'a.md': '---\nsite: The Courier\n---\nOne.',
    'b.txt': 'Two.',
    'c.txt': 'Three.',
    'd.md': '---\nsite: The Courier\n---\nFour.',
  };
  const { outletOf, outlets } = linksOf(indexFrom(files));
  assert.deepEqual([[...outletOf], outlets], [[0, 1, 2, 0], 3]);
});

test('names and quotes begin and end where the text does: no word is cut, and a direct quote stands in its marks', () => {
  const letter = /[\p{L}\p{N}]/u;
  for (const { article, annotations } of index.articles) {
    const { text } = article;
    for (const { start, end } of annotations.mentions) {
      assert.ok(
        !letter.test(text.charAt(start - 1)) && letter.test(text.charAt(start)),
        text.slice(start - 5, end + 5),
      );
      assert.ok(!letter.test(text.charAt(end)), text.slice(start - 5, end + 5));
    }
    for (const { kind, spans } of annotations.quotes) {
      if (kind !== 'direct') continue;
      for (const { start, end } of spans) {
        assert.match(text.charAt(start - 1), /[“"‘']/, text.slice(start - 5, end + 5));
        assert.match(text.charAt(end), /[”"’']/, text.slice(start - 5, end + 5));
      }
    }
  }
});
