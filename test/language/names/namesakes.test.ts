import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMentions } from '../../../src/language/names/mentions.ts';
import type { Tagger } from '../../../src/language/names/tagger.ts';
import { tokenise } from '../../../src/language/tokens.ts';
import type { Article } from '../../../src/model.ts';

/** Who is one in a text: its names, marked `[Ada Orsolo]`, as `name=number`. */
function link(marked: string): string {
  const text = marked.replaceAll(/[[\]]/g, '');
  const spans: { start: number; end: number }[] = [];
  let shift = 0;
  for (const { index, 0: whole } of marked.matchAll(/\[[^\]]*\]/g)) {
    spans.push({ start: index - shift, end: index - shift + whole.length - 2 });
    shift += 2;
  }
  const paragraphs = [{ kind: 'body' as const, start: 0, end: text.length }];
  const unknown = { headline: null, byline: null, outlet: null, origin: null, date: null };
  const article: Article = { path: 'a', file: 'a', text, language: 'en', paragraphs, leftOut: [], ...unknown };
  const { tokens, sentences } = tokenise(article);
  const tagger: Tagger = {
    tag: () =>
      spans.map(({ start, end }) => {
        const inside = Array.from({ length: tokens.count }, (_, i) => i).filter(
          (i) => tokens.start[i]! >= start && tokens.end[i]! <= end,
        );
        return { first: inside[0]!, end: inside.at(-1)! + 1, type: 0 };
      }),
  };
  return findMentions(article, tokens, sentences, tagger)
    .map(({ start, end, local }) => `${text.slice(start, end)}=${local}`)
    .join(' ');
}

test('a bare last name is not the wife’s whom the article names in full beside its bearer', () => {
  assert.equal(
    link('President [Orsolo] and [Ada Orsolo], the first lady, came. “No,” Mr. [Orsolo] said. [Orsolo] left.'),
    'Orsolo=0 Ada Orsolo=1 Orsolo=0 Orsolo=0',
  );
  assert.equal(
    link('[Orsolo] spoke. His daughter [Ada Orsolo] smiled. [Orsolo] left.'),
    'Orsolo=0 Ada Orsolo=1 Orsolo=0',
  );
  assert.equal(
    link('[Ben Orsolo] came with his wife, [Ada Orsolo]. Later [Ada Orsolo] left. [Orsolo] stayed.'),
    'Ben Orsolo=0 Ada Orsolo=1 Ada Orsolo=1 Orsolo=0',
  );
});

test('a bare last name with a courtesy is nobody’s of the other sex', () => {
  assert.equal(link('[Mary Orsolo] sat. Mr. [Orsolo] stood. [Orsolo] left.'), 'Mary Orsolo=0 Orsolo=1 Orsolo=1');
  assert.equal(link('Mr. [Orsolo] sat. Mrs. [Orsolo] stood.'), 'Orsolo=0 Orsolo=1');
  assert.equal(link('Mrs. [Ada Orsolo] sat. Mrs. [Orsolo] stood. [Orsolo] left.'), 'Ada Orsolo=0 Orsolo=0 Orsolo=0');
});

test('an office tells which of the name is meant', () => {
  assert.equal(
    link('Former President [Ben Orsolo] and Senator [Ada Orsolo] met. President [Orsolo] sat, Sen. [Orsolo] stood.'),
    'Ben Orsolo=0 Ada Orsolo=1 Orsolo=0 Orsolo=1',
  );
});

test('of a couple named alike often, the bare name is left to itself', () => {
  assert.equal(
    link('[Ada Orsolo] sat. Her husband, [Ben Orsolo], stood. [Ada Orsolo] rose. [Orsolo] left.'),
    'Ada Orsolo=0 Ben Orsolo=1 Ada Orsolo=0 Orsolo=2',
  );
});

test('suffixes, also behind a comma or out of the mention, and middle initials keep people apart', () => {
  assert.equal(
    link('[Ben Orsolo] sat. [Ben Orsolo Jr.] stood. [Ben Orsolo], Jr., rose. [Orsolo] left. [Orsolo Jr.] ran.'),
    'Ben Orsolo=0 Ben Orsolo Jr.=1 Ben Orsolo=1 Orsolo=0 Orsolo Jr.=1',
  );
  assert.equal(
    link('[George W. Orsolo] sat. [George H.W. Orsolo] stood. King [George III] lay.'),
    'George W. Orsolo=0 George H.W. Orsolo=1 George III=2',
  );
  assert.equal(
    link('[Joseph R. Orsolo Jr.] sat. [Joe Orsolo] rose. [Orsolo] left.'),
    'Joseph R. Orsolo Jr.=0 Joe Orsolo=0 Orsolo=0',
  );
});

test('a bare name is not of one named later, nor of one whom the article keeps naming in full', () => {
  assert.equal(
    link('[Ada Orsolo] sat. Mr. [Orsolo] rose. [Leslie Orsolo] sat. [Leslie Orsolo] left.'),
    'Ada Orsolo=0 Orsolo=1 Leslie Orsolo=2 Leslie Orsolo=2',
  );
  assert.equal(
    link('[Rupe Orsolo] sat. [Orsolo] rose. [Leslie Orsolo] sat. [Leslie Orsolo] left.'),
    'Rupe Orsolo=0 Orsolo=1 Leslie Orsolo=2 Leslie Orsolo=2',
  );
});

test('of a couple introduced by first names the second is not the bare name’s only bearer', () => {
  assert.equal(
    link('The [Orsolo] family came. [Khi] and [Gha Orsolo] sat. Mr. [Orsolo] rose.'),
    'Orsolo=0 Khi=1 Gha Orsolo=2 Orsolo=0',
  );
  assert.equal(
    link('[Orsolo] sat. [Okafor] and [Gha Orsolo] met. [Okafor] rose.'),
    'Orsolo=0 Okafor=1 Gha Orsolo=0 Okafor=1',
  );
});

test('families are nobody of them', () => {
  assert.equal(link('[Ada Orsolo] sat. The [Orsolos] rose.'), 'Ada Orsolo=0 Orsolos=1');
});

test('a first name is that of a person named before, not of one who has it for a last name', () => {
  assert.equal(link('[Paul Orsolo] sat. Sen. [Paul] rose.'), 'Paul Orsolo=0 Paul=1');
  assert.equal(link('[Paul Orsolo] sat. [Paul] rose.'), 'Paul Orsolo=0 Paul=0');
  assert.equal(link('[Paul] sat. [Paul Orsolo] rose.'), 'Paul=0 Paul Orsolo=1');
});
