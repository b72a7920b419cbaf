import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findMentions } from '../../../src/language/names/mentions.ts';
import { findQuotes } from '../../../src/language/quotes/quotes.ts';
import { tokenise } from '../../../src/language/tokens.ts';
import type { Quote, Span } from '../../../src/model.ts';
import { articleOf } from './helper.ts';

const PIECES = [
  '“',
  '”',
  '"',
  "''",
  '``',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  '(',
  ')',
  '[',
  ']',
  '<',
  '=',
  ',',
  '.',
  '?',
  ':',
  ';',
  '—',
  ' - ',
  ' ',
  ' ',
  ' ',
  '\n\n',
  '\n',
  'said',
  'says',
  'according to',
  'adding',
  'who',
  'that',
  'and',
  'to',
  'he',
  'she',
  'they',
  'Mr. Biden',
  'Ned Price',
  'the official',
  'of the State Department',
  'in a statement',
  'told reporters',
  'was',
  'talks',
  'are',
  'Friday',
  '10,000',
  'wait',
  '😀',
  'e\u0301',
  '\u202e',
  '\u00a0',
]; // prettier-ignore
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 80,
  })
  .map((pieces) => pieces.join(''));
const spaced = text.map((words) => words.replaceAll(/(?<=\p{L})(?=\p{Lu})/gu, ' '));

function read(words: string): {
  readonly quotes: readonly Quote[];
  readonly mentions: number;
  readonly again: readonly Quote[];
} {
  const article = articleOf(words);
  const { tokens, sentences } = tokenise(article);
  const mentions = findMentions(article, tokens, sentences);
  const quotes = findQuotes(article, tokens, sentences, mentions);
  return { quotes, mentions: mentions.length, again: findQuotes(article, tokens, sentences, mentions) };
}

test('of any text: spans are in range, in order, within their quote, and words; nothing throws', () => {
  fc.assert(
    fc.property(spaced, (words) => {
      const { quotes, mentions, again } = read(words);
      const isWords = ({ start, end }: Span) => {
        assert.ok(0 <= start && start < end && end <= words.length);
        assert.notEqual(words.slice(start, end).trim(), '');
      };
      let before = 0;
      for (const quote of quotes) {
        assert.ok(quote.start >= before);
        before = quote.start;
        assert.equal(quote.start, quote.spans[0]?.start);
        assert.equal(quote.end, Math.max(...quote.spans.map(({ end }) => end)));
        let end = -1;
        for (const span of quote.spans) {
          isWords(span);
          assert.ok(span.start >= end, 'the spans of a quote do not overlap');
          end = span.end;
        }
        if (quote.cue) isWords(quote.cue);
        if (quote.speakerAsWritten) isWords(quote.speakerAsWritten);
        if (quote.speaker.kind === 'anonymous') isWords(quote.speaker.description);
        if (quote.speaker.kind === 'named') assert.ok(quote.speaker.mention < mentions);
        if (quote.speaker.kind === 'unknown') assert.equal(quote.confidence, 0);
        assert.ok(quote.confidence >= 0 && quote.confidence <= 1);
      }
      assert.deepEqual(again, quotes);
    }),
    { numRuns: 300 },
  );
});

const LONG: readonly (readonly [what: string, unit: string])[] = [
  ['opening marks', '“'],
  ['straight marks', '" '],
  ['apostrophes', " 'a"],
  ['brackets', '[a '],
  ['cues', 'he said '],
  ['cues after commas', 'talks, he said, '],
  ['participles', 'he ran, adding that '],
  ['who-clauses', 'a man who '],
  ['nouns', 'officials of '],
  ['commas', 'Paris, '],
  ['short quotes', '“we go now and then,” '],
  ['quotes and cues', '“We go now.” He said '],
  ['titles', 'the “Old Days” and '],
];

for (const [what, unit] of LONG)
  test(`a text that goes on and on is read to its end: ${what}`, () => {
    const article = articleOf(unit.repeat(20_000));
    const { tokens, sentences } = tokenise(article);
    for (const { spans } of findQuotes(article, tokens, sentences, []))
      for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= article.text.length);
  });
