import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMarked } from '../../../src/language/quotes/marks.ts';
import type { Paragraph } from '../../../src/model.ts';

/** What stands in marks in a text of one paragraph a line; `…` after what is not closed, `+` before what goes on. */
function marked(text: string, boxed: readonly number[] = []): string[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const kind = boxed.includes(i) ? 'explainer' : 'body';
    if (line.trim() !== '') paragraphs.push({ start, end: start + line.length, kind });
    start += line.length + 1;
  }
  return findMarked(text, paragraphs).map(
    (m) => `${m.continues ? '+' : ''}${text.slice(m.start, m.end)}${m.closed ? '' : '…'}`,
  );
}

const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['curly', 'He said, “We go,” and “they stay.”', ['We go,', 'they stay.']],
  ['straight', 'He said, "We go," and "they stay."', ['We go,', 'they stay.']],
  ['two single marks', "''We go,'' he said. ''They stay.''", ['We go,', 'They stay.']],
  ['backticks', "``We go,'' he said.", ['We go,']],
  ['guillemets', 'Er sagte: «Wir gehen», und ging.', ['Wir gehen']],
  ['low and high', 'Er sagte: „Wir gehen“, und ging.', ['Wir gehen']],
  ['single in double', '“I don’t accept anyone’s ‘red line,’” he said.', ['I don’t accept anyone’s ‘red line,’']],
  [
    'single closed by the wrong mark',
    "“I don’t accept anyone’s ‘red line,'” he said.",
    ["I don’t accept anyone’s ‘red line,'"],
  ],
  ['single and two single marks closed at once', "''He told me to 'go.''' That was all.", ["He told me to 'go.'"]],
  ['double closed by the wrong mark', '"We go,” he said. “They stay."', ['We go,', 'They stay.']],
  ['closed by its opening mark', '“We go,“ he said.', ['We go,']],
  ['double nested in double', '“She called it “a mess” and left,” he said.', ['She called it “a mess” and left,']],
  ['straight nested in curly', '“She called it "a mess" and left,” he said.', ['She called it "a mess" and left,']],
  [
    'never closed: no more than its paragraph',
    '“We go, he said.\nThe rest “is quiet.”',
    ['We go, he said.…', 'is quiet.'],
  ],
  ['never closed before another opens', 'He “may go there. “We stay,” she said.', ['may go there.…', 'We stay,']],
  ['over paragraphs', '“We go.\n“We stay.\n“We wait,” she said.', ['We go.…', '+We stay.…', '+We wait,']],
  ['a stray closing mark', 'We go,” he said. “They stay.”', ['They stay.']],
  ['inches are no marks', 'The 6" gun was 12" long, "a beauty."', ['a beauty.']],
  ['a shortcode', '[time-brightcove not-tgx=”true”] “We go,” he said.', ['We go,']],
  ['a tag', '<a title="x y">Here</a> "we go," he said.', ['we go,']],
  ['brackets in a quote', '“The [European Union] agreed,” she said.', ['The [European Union] agreed,']],
  ['single marks outside of double ones', "They call it 'the plan' and “go.”", ['the plan', 'go.']],
  ['apostrophes are no marks', "The workers' rights in the '90s weren't theirs.", []],
  ['a dash before the mark', 'One word—“no”—was all.', ['no']],
  ['blanks inside the marks', '“ We go, ” he said.', ['We go,']],
  ['nothing in marks', '“” and "" and «»', []],
];

for (const [name, text, expected] of CASES) test(`marks: ${name}`, () => assert.deepEqual(marked(text), expected));

test('marks: a boxed explainer does not interrupt a quote over paragraphs, nor join it', () => {
  assert.deepEqual(marked('“We go.\n“A card.”\n“We stay,” she said.', [1]), ['We go.…', 'A card.', '+We stay,']);
});
