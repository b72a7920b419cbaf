import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readQuery } from '../../src/search/query.ts';
import { TextSearch } from '../../src/search/texts.ts';

const texts = [
  'The prime minister spoke first',
  'First the minister of the prime number',
  'A senior administration official said NATO would answer',
  'officials of the Russian-led alliance',
  'NATO',
];
const search = new TextSearch();
for (const text of texts) search.add(text);
const find = (query: string) => [...(search.findNow(query)?.records ?? [])].sort((a, b) => a - b);

/** A query's clauses in a short form: `speaker~putin`, alternatives joined by `|`. */
function short(query: string): string[] {
  return readQuery(query).clauses.map((clause) =>
    clause
      .map(({ words, how, not, field }) => `${not ? '!' : ''}${field ? `${field}~` : ''}${how}:${words.join('+')}`)
      .join('|'),
  );
}

test('words, signs, fields and alternatives are read as they are documented', () => {
  assert.deepEqual(short('Putin said'), ['fuzzy:putin', 'fuzzy:said']);
  assert.deepEqual(short(`'exact "a phrase" ^start end$ !not ^all$`), [
    'exact:exact',
    'phrase:a+phrase',
    'start:start',
    'end:end',
    '!exact:not',
    'whole:all',
  ]);
  assert.deepEqual(short('biden putin | zelensky nato'), ['fuzzy:biden', 'fuzzy:putin|fuzzy:zelensky', 'fuzzy:nato']);
  assert.deepEqual(short('speaker:putin outlet:"new york" !type:per kind:DIR before:2021-12'), [
    'speaker~fuzzy:putin',
    'outlet~phrase:new+york',
    '!type~exact:person',
    'kind~exact:direct',
    'before~exact:2021-12',
  ]);
  assert.deepEqual(short('Russian-led'), ['fuzzy:russian', 'fuzzy:led']);
  assert.deepEqual(short('at 10:30 a 5" gun - http://x.y'), [
    'fuzzy:at',
    'fuzzy:10',
    'fuzzy:30',
    'fuzzy:a',
    'fuzzy:5',
    'fuzzy:gun',
    'fuzzy:http',
    'fuzzy:x',
    'fuzzy:y',
  ]);
});

test('what cannot be read is searched as plain words, and it is said why', () => {
  for (const [query, why] of [
    ['"prime min', /closing/],
    ['| putin', /both sides/],
    ['putin |', /both sides/],
    ['speaker:', /wants a value/],
    ['type:animal', /one of person/],
    ['before:tomorrow', /day/],
    ["' putin", /wants a word/],
  ] as const) {
    const { problem, clauses } = readQuery(query);
    assert.match(problem ?? '', why, query);
    assert.ok(
      clauses.flat().every(({ how, not, field }) => how === 'fuzzy' && !not && field === null),
      query,
    );
  }
  assert.equal(readQuery('plain words').problem, null);
});

test('nothing that is typed is too odd to be read', () => {
  const signs = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', "'", '^', '$', '!', '|', ':', 'é', '-') });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        signs,
        signs.map((s) => `speaker:${s}`),
      ),
      (query) => {
        readQuery(query);
        search.findNow(query);
      },
    ),
    { numRuns: 1000 },
  );
});

test('phrases stand side by side and in order', () => {
  assert.deepEqual(find('"prime minister"'), [0]);
  assert.deepEqual(find('prime minister'), [0, 1]);
  assert.deepEqual(find('!"prime minister" minister'), [1]);
  assert.deepEqual(find('"russian led"'), [3]);
});

test('a field begins or ends with a word, or is all of it', () => {
  assert.deepEqual(find('^first'), [1]);
  assert.deepEqual(find('first$'), [0]);
  assert.deepEqual(find('^nato$'), [4]);
  assert.deepEqual(find('^"the prime"'), [0]);
  assert.deepEqual(find('nato !^nato'), [2]);
});

test('exact allows no error, not takes away, either takes both', () => {
  assert.deepEqual(find("'nata"), []);
  assert.deepEqual(find('nata'), [2, 4]);
  assert.deepEqual(find('!minister'), [2, 3, 4]);
  assert.deepEqual(find('spoke | number'), [0, 1]);
  assert.deepEqual(find('first spoke | number'), [0, 1]);
  assert.deepEqual(find('first !spoke'), [1]);
});

test('a word runs across two, and nearer words in order come first', () => {
  assert.deepEqual(find('primeminister'), [0]);
  assert.deepEqual([...(search.findNow('prime minister')?.records ?? [])], [0, 1]);
  assert.deepEqual(search.findNow('primeminister')?.marks(texts[0] ?? ''), [
    { start: 4, end: 9 },
    { start: 10, end: 18 },
  ]);
});

test('of a text that nobody typed only the beginning is searched, which is said', () => {
  const { clauses, problem } = readQuery('a '.repeat(10_000));
  assert.equal(clauses.length, 2500);
  assert.equal(problem, 'only its first 5000 characters are searched');
});
