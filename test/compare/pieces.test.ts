import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { differences } from '../../src/compare/pieces.ts';

const stretch = (text: string) => ({ text, span: { start: 0, end: text.length } });

/** Columns of one stretch each, with what differs in braces. */
function marked(...texts: readonly string[]): readonly string[] {
  return differences(texts.map((text) => [stretch(text)])).pieces.map(
    ([pieces], i) =>
      pieces
        ?.map(({ start, end, same }) => (same ? texts[i]?.slice(start, end) : `{${texts[i]?.slice(start, end)}}`))
        .join('') ?? '',
  );
}

test('a word put in the place of another differs; case, apostrophes and hyphens do not', () => {
  assert.deepEqual(marked('Ukraine will never join', 'Ukraine will ever join'), [
    'Ukraine will {never} join',
    'Ukraine will {ever} join',
  ]);
  assert.deepEqual(marked('Russia’s build-up', "russia's buildup"), ['Russia’s build-up', "russia's buildup"]);
});

test('a word is the same when every column that has words there has it', () => {
  assert.deepEqual(marked('a very grave crisis now', 'a very deep crisis now', 'crisis now'), [
    'a very {grave} crisis now',
    'a very {deep} crisis now',
    'crisis now',
  ]);
});

test('a stray word of grammar is not common ground', () => {
  assert.deepEqual(marked('troops left the border posts of Arn quietly', 'ministers praised new talks of peace'), [
    '{troops left the border posts of Arn quietly}',
    '{ministers praised new talks of peace}',
  ]);
});

test('columns agree when one only begins earlier or ends later', () => {
  const agree = (...texts: readonly string[]) => differences(texts.map((text) => [stretch(text)])).agree;
  assert.equal(agree('a witch hunt', 'This is a witch hunt'), true);
  assert.equal(agree('gravely concerned about it', 'very concerned about it'), false);
  assert.equal(agree('one thing', 'wholly other words'), false);
});

test('pieces cover any text without gaps', () => {
  const text = fc.string({ unit: fc.constantFrom('a ', 'crisis ', 'the', '’s ', ' ', '“', '😀', '.', 'ß') });
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }), (columns) => {
      const { pieces } = differences(columns.map((texts) => texts.map(stretch)));
      columns.forEach((texts, c) => {
        texts.forEach((its, i) => {
          assert.equal((pieces[c]?.[i] ?? []).map(({ start, end }) => its.slice(start, end)).join(''), its);
        });
      });
    }),
  );
});
