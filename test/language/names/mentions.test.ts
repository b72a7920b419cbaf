import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findMentions } from '../../../src/language/names/mentions.ts';
import type { Tagger } from '../../../src/language/names/tagger.ts';
import { tokenise } from '../../../src/language/tokens.ts';
import type { Article, Mention } from '../../../src/model.ts';

function articleOf(text: string): Article {
  const paragraphs = [{ kind: 'body' as const, start: 0, end: text.length }];
  const unknown = { headline: null, byline: null, outlet: null, origin: null, date: null };
  return { path: 'a.txt', file: 'a.txt', text, language: 'en', paragraphs, leftOut: [], ...unknown };
}

function mentionsOf(text: string, tagger?: Tagger): readonly Mention[] {
  const article = articleOf(text);
  const { tokens, sentences } = tokenise(article);
  return findMentions(article, tokens, sentences, tagger);
}

const named = (text: string) => mentionsOf(text).map((m) => `${m.type} ${text.slice(m.start, m.end)}`);

test('people, organizations and places are found with their types', () => {
  const found = named(
    'President Vladimir Putin of Russia met officials of the United Nations in Geneva on Monday, Reuters reported.',
  );
  for (const name of ['person Vladimir Putin', 'place Russia', 'organization United Nations', 'place Geneva'])
    assert.ok(found.includes(name), `${name} in ${found.join(', ')}`);
});

test('titles of courtesy are no part of a mention', () => {
  const found = named('Mr. Putin and Mrs. Merkel spoke on the phone, officials in Berlin said.');
  assert.ok(found.includes('person Putin'), found.join(', '));
  assert.ok(found.includes('person Merkel'), found.join(', '));
});

test('seats of power that speak and administrations are organizations', () => {
  const found = named(
    'The White House said the Biden administration had warned the Kremlin. The Pentagon declined to comment.',
  );
  for (const name of ['White House', 'Biden administration', 'Kremlin', 'Pentagon'])
    assert.ok(found.includes(`organization ${name}`), `${name} in ${found.join(', ')}`);
});

test('the name of a known international body is not cut short', () => {
  const text = 'Officials of the Organization for Security and Cooperation in Europe met.';
  const tagger: Tagger = {
    tag: () => [
      { first: 3, end: 8, type: 1 },
      { first: 9, end: 10, type: 2 },
    ],
  };
  assert.deepEqual(
    mentionsOf(text, tagger).map(({ start, end }) => text.slice(start, end)),
    ['Organization for Security and Cooperation in Europe'],
  );
});

test('a photographer and a dateline, a heading and its sentence are taken apart', () => {
  const names = (text: string, end: number) =>
    mentionsOf(text, { tag: () => [{ first: 0, end, type: 0 }] }).map((m) => `${m.type} ${text.slice(m.start, m.end)}`);
  assert.deepEqual(names('Ada Orsolo PARIS (Reuters) - It rained.', 3), ['person Ada Orsolo', 'place PARIS']);
  assert.deepEqual(names('File Photo PARIS (Reuters) - It rained.', 3), ['place PARIS']);
  assert.deepEqual(names('ADA ORSOLO Orsolo was born in May.', 3), ['person ADA ORSOLO', 'person Orsolo']);
  assert.deepEqual(names('ADA ORSOLO (Reuters) - It rained.', 2), ['person ADA ORSOLO']);
  assert.deepEqual(names('Ada CNN (a channel).', 2), ['person Ada CNN']);
});

/** The names of a text, when a tagger finds just these: their words in the text and their types. */
function given(text: string, ...names: readonly (readonly [words: string, type: number])[]): readonly string[] {
  const { tokens } = tokenise(articleOf(text));
  let from = 0;
  const chunks = names.map(([words, type]) => {
    const at = text.indexOf(words, from);
    from = at + words.length;
    return { first: tokens.start.indexOf(at), end: tokens.end.indexOf(from) + 1, type };
  });
  return mentionsOf(text, { tag: () => chunks }).map((m) => `${m.type} ${text.slice(m.start, m.end)}`);
}

const [PERSON, ORGANIZATION, PLACE, MISC] = [0, 1, 2, 3];

test('a photographer’s credit ends where the pasted sentence begins', () => {
  assert.deepEqual(
    given('Orsolo won. REUTERS / Ben Okafor Orsolo played well.', ['Orsolo', PERSON], ['Ben Okafor Orsolo', PERSON]),
    ['person Orsolo', 'person Ben Okafor', 'person Orsolo'],
  );
  assert.deepEqual(
    given('The square. REUTERS / Ben Okafor Southern towns are dry.', ['Ben Okafor Southern', ORGANIZATION]),
    ['person Ben Okafor'],
  );
  assert.deepEqual(given('The square. REUTERS / Ben Okafor Imari / File Photo', ['Ben Okafor Imari', ORGANIZATION]), [
    'person Ben Okafor Imari',
  ]);
  assert.deepEqual(given('The square. REUTERS / Ben Okafor / Illustration'), ['person Ben Okafor']);
  assert.deepEqual(given('The square. AFP / Getty Images / Illustration'), []);
  assert.deepEqual(
    given('(Reporting by Ada Orsolo Editing by Ben Okafor)', ['Ada Orsolo Editing', PERSON], ['Ben Okafor', PERSON]),
    ['person Ada Orsolo', 'person Ben Okafor'],
  );
});

test('the town of a dateline is a place, found or not, whatever it was taken for', () => {
  assert.deepEqual(given('QUILLON (Reuters) - It rained.'), ['place QUILLON']);
  assert.deepEqual(given('QUILLON (Reuters) - It rained.', ['QUILLON', ORGANIZATION]), ['place QUILLON']);
  assert.deepEqual(given('Pool via REUTERS QUILLON (Reuters) - It rained.', ['REUTERS QUILLON', ORGANIZATION]), [
    'organization REUTERS',
    'place QUILLON',
  ]);
  assert.deepEqual(given('PORT ALDER (Reuters) - It rained.', ['PORT ALDER', ORGANIZATION]), ['place PORT ALDER']);
  assert.deepEqual(given('The INDEX (Reuters) of prices rose.'), []);
});

test('a heading in capitals is none of the sentence after it', () => {
  assert.deepEqual(given('ITALY Italians may travel.', ['ITALY Italians', ORGANIZATION]), [
    'place ITALY',
    'misc Italians',
  ]);
  assert.deepEqual(given('AUSTRIA Skiing is allowed.', ['AUSTRIA Skiing', ORGANIZATION]), ['place AUSTRIA']);
  assert.deepEqual(given('ADA ORSOLO Orsolo was born in May.', ['ADA ORSOLO Orsolo', MISC]), [
    'person ADA ORSOLO',
    'person Orsolo',
  ]);
  assert.deepEqual(given('UNESCO World Heritage is old.', ['UNESCO World Heritage', ORGANIZATION]), [
    'organization UNESCO World Heritage',
  ]);
});

test('an owner and what is owned, and two bodies, are taken apart where the article names the second alone', () => {
  const both = "The Council's Ada Orsolo left. Ada Orsolo waved.";
  assert.deepEqual(given(both, ["Council's Ada Orsolo", ORGANIZATION], ['Ada Orsolo', PERSON]), [
    'organization Council',
    'person Ada Orsolo',
    'person Ada Orsolo',
  ]);
  assert.deepEqual(given("France's Tarn Air fell.", ["France's Tarn Air", PLACE]), ['place France', 'place Tarn Air']);
  assert.deepEqual(given("Tarn's Pride fell.", ["Tarn's Pride", ORGANIZATION]), ["organization Tarn's Pride"]);
  assert.deepEqual(given('The Tarn / Velmo vaccine came.', ['Tarn / Velmo', MISC]), ['misc Tarn', 'misc Velmo']);
  assert.deepEqual(given('The Tarn/Velmo First Nation met.', ['Tarn/Velmo First Nation', ORGANIZATION]), [
    'organization Tarn/Velmo First Nation',
  ]);
  const banks = 'Tarn Capital and Velmo lent it. Velmo rose.';
  assert.deepEqual(given(banks, ['Tarn Capital and Velmo', ORGANIZATION], ['Velmo', ORGANIZATION]), [
    'organization Tarn Capital',
    'organization Velmo',
    'organization Velmo',
  ]);
});

test('a country is not cut short, nor is what only ends like one', () => {
  assert.deepEqual(given('They came to the United States in May.', ['States', PLACE]), ['place United States']);
  assert.deepEqual(given('They came to the River States in May.', ['States', PLACE]), ['place States']);
});

test('two places in one are taken apart', () => {
  const places = (text: string, end: number) =>
    mentionsOf(text, { tag: () => [{ first: 0, end, type: 2 }] }).map((m) => text.slice(m.start, m.end));
  assert.deepEqual(places('Washington and Kyiv say so.', 3), ['Washington', 'Kyiv']);
  assert.deepEqual(places('Wilmington, Del. was cold.', 3), ['Wilmington', 'Del.']);
  assert.deepEqual(places('Trinidad and Tobago won.', 3), ['Trinidad and Tobago']);
});

test('another tagger may be plugged in', () => {
  const tagger: Tagger = { tag: () => [{ first: 0, end: 2, type: 1 }] };
  assert.deepEqual(mentionsOf('green tea is hot', tagger), [{ start: 0, end: 9, type: 'organization', local: 0 }]);
});

test('mentions stand in order, do not overlap, and lie on characters of the text, whatever the text', () => {
  const word = fc.constantFrom(
    'Joe',
    'Biden',
    'said',
    'NATO',
    'of',
    '’s',
    '“',
    '.',
    '\n',
    '😀',
    'Zelenskyy',
    'é',
    'U.S.',
    '\u202e',
    'the',
    '-',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word).map((words) => words.join(' ')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        let at = 0;
        let locals = 0;
        for (const { start, end, local } of mentionsOf(text)) {
          assert.ok(start >= at && end > start && end <= text.length);
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
          assert.ok(local <= locals);
          locals = Math.max(locals, local + 1);
          at = end;
        }
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});
