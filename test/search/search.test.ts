import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, wordsOf } from '../../src/search/fold.ts';
import { errorsAllowed } from '../../src/search/kernel.ts';
import { TextSearch } from '../../src/search/texts.ts';

const names = [
  'Volodymyr Zelensky',
  'Vladimir Putin',
  'NATO',
  'coordination of the nation',
  'Recep Tayyip Erdoğan',
  'U.S. officials',
];
const searcher = new TextSearch();
for (const text of names) searcher.add(text);
const find = (query: string) => Array.from(searcher.findNow(query)?.records ?? [], (i) => names[i]);
const marked = (query: string, text: string) =>
  searcher
    .findNow(query)
    ?.marks(text)
    .map(({ start, end }) => text.slice(start, end));

test('words as typed and their beginnings', () => {
  assert.deepEqual(find('putin'), ['Vladimir Putin']);
  assert.deepEqual(find('zel'), ['Volodymyr Zelensky']);
});

test('misspelt: swapped, missing, doubled and wrong letters', () => {
  for (const typo of ['zelenksy', 'zelnsky', 'zelennsky', 'zelenzky', 'Zelenskyy']) {
    assert.deepEqual(find(typo), ['Volodymyr Zelensky'], typo);
  }
  assert.deepEqual(find('ptuin'), ['Vladimir Putin']);
});

test('short words allow no errors, and errors count from the start of a word', () => {
  assert.deepEqual([errorsAllowed('nat'), errorsAllowed('nato'), errorsAllowed('ukraine')], [0, 1, 2]);
  assert.deepEqual(find('nato'), ['NATO']);
  assert.deepEqual(find('xyz'), []);
});

test('every word must match, in any order', () => {
  assert.deepEqual(find('putin vladimir'), ['Vladimir Putin']);
  assert.deepEqual(find('putin zelensky'), []);
});

test('case, accents and the full stops of initials do not count', () => {
  assert.deepEqual(find('ERDOGAN'), ['Recep Tayyip Erdoğan']);
  assert.deepEqual(find('us'), ['U.S. officials']);
  assert.equal(fold('Łukaszenka'), 'lukaszenka');
});

test('an empty query is no filter', () => {
  assert.equal(searcher.findNow(''), null);
  assert.equal(searcher.findNow(' … '), null);
});

test('what is highlighted is what matched, in the words as written', () => {
  assert.deepEqual(marked('zelenksy', 'President Zelensky said'), ['Zelensky']);
  assert.deepEqual(marked('zel', 'President Zelensky said'), ['Zel']);
  assert.deepEqual(marked('erdogan', 'Mr. Erdoğan’s'), ['Erdoğan']);
  assert.deepEqual(marked('us', 'the U.S. and us'), ['U.S.', 'us']);
});

test('highlights stand exactly on the letters as written, however they are written', () => {
  assert.deepEqual(marked('erdo', 'Erdog\u0306an'), ['Erdo']);
  assert.deepEqual(marked('erdogan', 'von Erdog\u0306an’s'), ['Erdog\u0306an']);
  assert.deepEqual(marked('nato', 'the ＮＡＴＯ'), ['ＮＡＴＯ']);
  assert.deepEqual(marked('officials', 'U.S. Officials said'), ['Officials']);
  const german = new TextSearch();
  german.add('die Straßenbahn');
  assert.deepEqual(
    german
      .findNow('strassen')
      ?.marks('die Straßenbahn')
      .map(({ start, end }) => [start, end]),
    [[4, 11]],
  );
});

test('texts come and go, and what is left is found', () => {
  const words = fc.array(fc.constantFrom('foo', 'bar', 'baz', 'foobar', 'qux'), { maxLength: 4 });
  const steps = fc.array(fc.oneof(words, fc.nat(20)), { maxLength: 25 });
  fc.assert(
    fc.property(steps, (list) => {
      const search = new TextSearch();
      const alive = new Map<number, string>();
      for (const step of list) {
        if (typeof step === 'number') {
          if (alive.delete(step)) search.remove(step);
        } else alive.set(search.add(step.join(' ')), step.join(' '));
        for (const query of ['foo', "'bar", 'foo baz', '!qux']) {
          const fresh = new TextSearch();
          const numbers = [...alive].map(([number, text]) => [number, fresh.add(text)] as const);
          const expected = new Set(fresh.findNow(query)?.records);
          const found = [...(search.findNow(query)?.records ?? [])].sort((a, b) => a - b);
          assert.deepEqual(
            found,
            numbers.filter(([, own]) => expected.has(own)).map(([number]) => number),
            query,
          );
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a heavier field goes first', () => {
  const two = new TextSearch([1, 0.4]);
  two.add('', 'putin');
  two.add('about putin');
  assert.deepEqual([...(two.findNow('putin')?.records ?? [])], [1, 0]);
});

test('words stand where they say, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let from = 0;
      for (const { start, end, folded } of wordsOf(text)) {
        assert.ok(start >= from && end > start && folded.length > 0);
        assert.equal(fold(text.slice(start, end)), folded);
        from = end;
      }
    }),
  );
});
