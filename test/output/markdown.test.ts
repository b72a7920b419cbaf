import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { markdown } from '../../src/output/formats/markdown.ts';
import { type Page, plain } from '../../src/output/page.ts';
import { pageOf } from '../../src/output/pages/listing.ts';
import { everythingOf } from '../../src/output/request.ts';
import { printable } from '../../src/terminal/printable.ts';
import { seedIndex } from '../corpora.ts';
import { hostile } from './hostile.ts';

// As much as it can read, so that as much as can be is tried.
const reader = new MarkdownIt({ html: true, linkify: true }).use(footnotes);
const flat = (text: string) => printable(text).replace(/\s+/g, ' ').trim();

/** The kinds of blocks and marks, and the texts between them, as another program reads them. */
function read(source: string): { readonly kinds: readonly string[]; readonly texts: readonly string[] } {
  const tokens = reader
    .parse(source, {})
    .flatMap((token) => (token.type === 'inline' ? (token.children ?? []) : [token]));
  const texts: string[] = [''];
  for (const { type, content } of tokens) {
    if (type === 'text' || type === 'text_special') texts[texts.length - 1] += content;
    else texts.push('');
  }
  return {
    kinds: tokens.map(({ type }) => type).filter((type) => !type.startsWith('text')),
    texts: texts.map((text) => text.trim()).filter(Boolean),
  };
}

function page(text: string): Page {
  const cell = [{ runs: [{ text: 'same ' }, { text, differs: true as const }, { text }] }];
  return {
    title: text,
    language: 'en',
    blocks: [
      { kind: 'heading', text },
      { kind: 'paragraph', text },
      { kind: 'quote', text, language: 'en', by: text, source: text },
      { kind: 'table', caption: text, head: [plain(text), plain(text)], rows: [[plain(text), cell]], rowHeads: true },
    ],
  };
}

test('no text of a file becomes markup, and all of it can be read', () => {
  // The marks of the one run that differs come and go with what it holds.
  const structure = (text: string) =>
    read([...markdown(page(text))].join('')).kinds.filter((kind) => !kind.startsWith('strong'));
  const harmless = structure('word');
  fc.assert(
    fc.property(
      hostile.filter((text) => flat(text) !== ''),
      (text) => {
        assert.deepEqual(structure(`word ${text} word`), harmless);
        assert.deepEqual(structure(`${text}word`), harmless);
        const { texts } = read([...markdown(page(text))].join(''));
        assert.ok(texts.includes(flat(text)), JSON.stringify([flat(text), texts]));
      },
    ),
    { numRuns: 500 },
  );
});

const index = await seedIndex();

test('every quote has a footnote that names outlet, date and place', () => {
  const quotes = PRINT_COMMANDS.find(({ name }) => name === 'quotes')!;
  const request = everythingOf(index);
  const text = [...markdown(pageOf(quotes, request))].join('');
  const count = [...quotes.rows(request)].length;
  assert.equal([...text.matchAll(/^> .*\[\^\d+\]$/gm)].length, count);
  const notes = [...text.matchAll(/^\[\^(\d+)\]: (.*)$/gm)];
  assert.deepEqual(
    notes.map(([, number]) => Number(number)),
    Array.from({ length: count }, (_, i) => i + 1),
  );
  for (const [note] of notes)
    assert.match(note, /inferred, confidence.*\d{4}-\d{2}-\d{2}.*\.txt, line \d+, characters \d+–\d+$/);
});

test('compare is two tables with a column an article, what is said and who is quoted, words that differ strong', () => {
  const compare = PRINT_COMMANDS.find(({ name }) => name === 'compare')!;
  const text = [...markdown(pageOf(compare, everythingOf(index)))].join('');
  const { kinds } = read(text);
  const columns = (index.stories[0]?.articles.length ?? 0) + 1;
  assert.equal(kinds.filter((kind) => kind === 'th_open').length, 2 * columns);
  assert.equal(kinds.filter((kind) => kind === 'td_open').length % columns, 0);
  assert.ok(kinds.includes('strong_open'));
});
