import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkEntities } from '../../src/index/entities.ts';
import { linkWithin } from '../../src/language/names/within.ts';
import type { AnnotatedArticle, EntityType } from '../../src/model.ts';

const TYPES: Readonly<Record<string, EntityType>> = { p: 'person', o: 'organization', l: 'place', m: 'misc' };

/** An article whose names are given as `p:Text`, linked within as the program links them. */
function article(...names: readonly string[]): AnnotatedArticle {
  const texts = names.map((name) => name.slice(2));
  const types = names.map((name) => TYPES[name[0]!]!);
  const locals = linkWithin(texts.map((text, i) => ({ text, type: types[i]!, gender: null, governs: false })));
  let at = 0;
  const mentions = texts.map((text, i) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, type: types[i]!, local: locals[i]! };
  });
  const unknown = { headline: null, byline: null, outlet: null, origin: null, date: null };
  const tokens = { count: 0, start: new Int32Array(), end: new Int32Array(), pos: new Uint8Array() };
  return {
    article: { path: 'a', file: 'a', text: texts.join(' '), language: 'en', paragraphs: [], leftOut: [], ...unknown },
    annotations: { tokens, sentences: [], mentions, quotes: [] },
  };
}

/** An article of one sentence and the people in it, each another. */
function described(text: string, ...names: readonly string[]): AnnotatedArticle {
  const { article: made, annotations } = article(...names.map((name) => `p:${name}`));
  const mentions = names.map((name, local) => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, type: 'person' as const, local };
  });
  return { article: { ...made, text }, annotations: { ...annotations, mentions } };
}

const ids = (...articles: readonly AnnotatedArticle[]) => linkEntities(articles).map(({ id }) => id);

test('spellings of one name over articles are one entity under its best name', () => {
  const [president, ...others] = linkEntities([
    article('p:Volodymyr Zelensky', 'p:Zelensky', 'p:Zelensky'),
    article('p:Volodymyr Zeleskyy'),
    article('p:Volodymyr Zelenskiy', 'p:Zelenskiy'),
    article('p:Zelenskyy'),
    article('p:Volodymyr Zelensky'),
  ]);
  assert.deepEqual(others, []);
  assert.equal(president?.id, 'volodymyr-zelensky');
  assert.equal(president?.name, 'Volodymyr Zelensky');
  assert.equal(president?.mentions.length, 8);
  assert.equal(president?.aliases.length, 6);
});

test('initials and short forms join the fuller name', () => {
  assert.deepEqual(ids(article('p:Antony J. Blinken'), article('p:Antony Blinken'), article('p:A. Blinken')).length, 1);
  assert.deepEqual(ids(article('p:Joseph R. Biden'), article('p:Joe Biden'), article('p:Biden')).length, 1);
});

test('a nickname in marks is an alias of its bearer in every article', () => {
  const [person, ...others] = linkEntities([
    article('p:Ada "The Hammer" Orsolo', 'p:The Hammer', 'p:The Hammer'),
    article('p:Ada Orsolo', 'p:Orsolo'),
  ]);
  assert.deepEqual(others, []);
  assert.equal(person?.mentions.length, 5);
  assert.equal(person?.name, 'Ada "The Hammer" Orsolo');
});

test('an initial in a list is somebody of another article only if articles enough name him', () => {
  const lasts = 'Imari Tolosa Venn Krag Dubois Halloran Petrov Yilmaz Nakata Quist Brandt Esposito'.split(' ');
  const rest = lasts.map((last) => article(`p:Ruth ${last}`));
  assert.equal(ids(article('p:Morris Okafor'), article('p:M Okafor'), ...rest).length, 14);
  const known = Array.from({ length: 4 }, () => article('p:Morris Okafor'));
  assert.equal(ids(...known, article('p:M Okafor'), ...rest).length, 13);
});

test('an initial that fits two people joins neither', () => {
  assert.equal(ids(article('p:John Okafor'), article('p:James Okafor'), article('p:J. Okafor')).length, 3);
});

test('namesakes are kept apart, and a bare last name that fits both joins neither', () => {
  const found = ids(article('p:Bill Clinton'), article('p:Hillary Clinton'), article('p:Clinton'));
  assert.deepEqual(found, ['bill-clinton', 'hillary-clinton', 'clinton']);
});

test('the article comes before the corpus', () => {
  const entities = linkEntities([
    article('p:Boris Johnson', 'p:Johnson'),
    article('p:Boris Johnson', 'p:Johnson'),
    article('p:Ron Johnson', 'p:Johnson'),
  ]);
  assert.deepEqual(
    entities.map(({ id, mentions }) => [id, mentions.length]),
    [
      ['boris-johnson', 4],
      ['ron-johnson', 2],
    ],
  );
});

test('suffixes and middle initials keep people of a corpus apart', () => {
  assert.equal(ids(article('p:Ben Orsolo'), article('p:Ben Orsolo Jr.'), article('p:Ben Orsolo Sr.')).length, 3);
  assert.equal(ids(article('p:George W. Orsolo'), article('p:George H.W. Orsolo')).length, 2);
  assert.equal(ids(article('p:George W. Orsolo'), article('p:George III')).length, 2);
});

test('one office in two articles is one person, Jr. or not; where articles often name both they are two', () => {
  const titled = (...texts: readonly string[]) => texts.map((text) => described(`Vice President ${text} left.`, text));
  assert.equal(linkEntities(titled('Joseph R. Orsolo Jr.', 'Joe Orsolo')).length, 1);
  assert.equal(ids(article('p:Joseph R. Orsolo Jr.'), article('p:Joe Orsolo')).length, 2);
  const both = described(
    'Friends of Joe Orsolo met Vice President Joseph R. Orsolo Jr.',
    'Joe Orsolo',
    'Joseph R. Orsolo',
  );
  const formal = Array.from({ length: 3 }, () => titled('Joseph R. Orsolo Jr.')[0]!);
  assert.equal(linkEntities([...formal, ...titled('Joe Orsolo'), both]).length, 1);
  assert.equal(linkEntities([...formal.slice(1), ...titled('Joe Orsolo'), both]).length, 2);
});

test('a bare name with a courtesy is nobody’s of the other sex, nor a wife’s in her article', () => {
  const wife = described('Ada Orsolo, the first lady, left.', 'Ada Orsolo');
  assert.equal(linkEntities([wife, described('Mr. Orsolo left.', 'Orsolo')]).length, 2);
  assert.equal(linkEntities([wife, described('Mrs. Orsolo left.', 'Orsolo')]).length, 1);
});

test('a first name that one article uses tells nobody in another', () => {
  assert.equal(ids(article('p:George Orsolo', 'p:George'), article('p:George')).length, 2);
  assert.equal(ids(article('p:Kim Jong Un', 'p:Kim'), article('p:Kim')).length, 1);
});

test('an acronym that one article explains is explained in all', () => {
  const entities = linkEntities([article('o:NSC', 'o:NSC', 'o:NSC'), article('o:National Security Council', 'o:NSC')]);
  assert.deepEqual(
    entities.map(({ id }) => id),
    ['national-security-council'],
  );
});

test('a bare last name of a large corpus is nobody’s whom one other article alone names', () => {
  const others = Array.from({ length: 20 }, (_, i) => article(`o:Body${i}`));
  assert.equal(ids(article('p:Ada Orsolo'), article('p:Orsolo'), ...others).length, 22);
});

test('one long form is one, whatever else an article calls it', () => {
  assert.deepEqual(
    ids(
      article('o:Democratic National Committee', 'o:DNC'),
      article('o:DNC', 'o:DNC Files Lawsuit', 'o:Democratic National Committee'),
      article('o:DNC'),
    ),
    ['democratic-national-committee', 'dnc-files-lawsuit'],
  );
});

test('the White House, the administration and the president are three', () => {
  assert.equal(ids(article('p:Joe Biden', 'o:White House', 'o:Biden administration', 'l:U.S.')).length, 4);
});

test('a company is no first word of another', () => {
  assert.equal(ids(article('o:Apple'), article('o:Apple Corps'), article('o:Apple Inc.')).length, 2);
});

test('ids are unique and every mention is in one entity', () => {
  const corpus = [article('l:Georgia', 'p:Georgia Okafor', 'p:Georgia'), article('m:Georgia', 'o:Georgia!', 'p:李明')];
  const entities = linkEntities(corpus);
  assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length);
  const refs = entities.flatMap(({ mentions }) => mentions.map(({ article: a, item }) => `${a}/${item}`));
  assert.equal(refs.length, 6);
  assert.equal(new Set(refs).size, 6);
  for (const { id } of entities) assert.match(id, /^[\p{L}\p{N}-]+$/u);
});
