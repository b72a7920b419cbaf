import type { AnnotatedArticle, Quote, Sentence, Span } from '../../model.ts';
import { countedBy } from './counted.ts';
import { type NumberKind, numbersIn } from './numbers.ts';

/** A number with what it counts. Its span is all of it: "roughly 100,000 troops". */
export interface Figure extends Span {
  readonly kind: NumberKind;
  /** The currency of money, `%` or nothing. */
  readonly unit: string;
  /** The values that the words allow: one for "175,000", 20,000 to 99,999 for "tens of thousands", no end for "more than". */
  readonly low: number;
  readonly high: number;
  /** The number alone. */
  readonly number: Span;
  /** The words that make it vague: "roughly", "up to". */
  readonly qualifier: Span | null;
  readonly counted: Span | null;
  /** Equal for what is one thing to count; empty for money and percentages that do not say of what. */
  readonly what: string;
  /** It is told of as planned, feared or possible, and not as being so. */
  readonly planned: boolean;
  /** Index into the article's sentences. */
  readonly sentence: number;
  /** Who says so: index into the article's quotes, `null` for the article itself. */
  readonly quote: number | null;
}

const QUALIFIERS: readonly (readonly [
  words: RegExp,
  range: (low: number, high: number) => readonly [number, number],
])[] = [
  [/\b(?:up to|as many as|as much as|at most|no more than|a maximum of) $/i, (_, high) => [0, high]],
  [
    /\b(?:more than|over|at least|no fewer than|no less than|upwards? of|in excess of) $/i,
    (low) => [low, Number.POSITIVE_INFINITY],
  ],
  [/\b(?:fewer than|less than|under) $/i, (_, high) => [0, high]],
  [/\b(?:nearly|almost|close to|just under) $/i, (low, high) => [Math.round(low * 0.9), high]],
  [
    /\b(?:roughly|about|around|some|approximately|an estimated|estimated|an average of|more or less) $/i,
    (low, high) => [Math.round(low * 0.9), Math.round(high * 1.1)],
  ],
];
/** Words of what is not, or not yet: looked for in the clause before a figure. */
const NOT_YET =
  /\b(?:could|would|will|may|might|should|plan|plans|planned|planning|prepar\w{1,6}|expect\w{0,4}|possibl[ey]|propos\w{1,4}|intend\w{0,3}|threaten\w{0,3}|if)\b/i;
/** A clause begins behind these. */
const CLAUSE = /[;:,—]|\b(?:that|though|although|because|while|after|before|who|which|where|when)\b/gi;

/** The figures of an article in order of place; offsets into `article.text`. */
export function findFigures({ article, annotations }: AnnotatedArticle): readonly Figure[] {
  const { text } = article;
  const { tokens, sentences, quotes } = annotations;
  return sentences.flatMap((sentence, number) =>
    numbersIn(text, sentence).flatMap((written): readonly Figure[] => {
      let behind = sentence.firstToken;
      while (behind < sentence.endToken && (tokens.start[behind] ?? 0) < written.end) behind++;
      const counted = countedBy(text, tokens, sentence, written, behind);
      if (!counted && written.kind === 'count') return [];
      const before = text.slice(sentence.start, written.start);
      const { qualifier, low, high } = qualified(before, written);
      return [
        {
          start: Math.min(written.start, qualifier?.start ?? written.start, counted?.start ?? written.start),
          end: Math.max(written.end, counted?.end ?? 0),
          kind: written.kind,
          unit: written.unit,
          low,
          high,
          number: { start: written.start, end: written.end },
          qualifier,
          counted: counted && { start: counted.start, end: counted.end },
          what: counted?.what ?? '',
          planned: NOT_YET.test(clauseBefore(before)),
          sentence: number,
          quote: quoteAround(quotes, sentence, written),
        },
      ];
    }),
  );
}

function qualified(
  before: string,
  { start, low, high }: Span & { readonly low: number; readonly high: number },
): { readonly qualifier: Span | null; readonly low: number; readonly high: number } {
  for (const [words, range] of QUALIFIERS) {
    const found = words.exec(before.slice(-24));
    if (!found) continue;
    const [least, most] = range(low, high);
    const length = found[0].length;
    return { qualifier: { start: start - length, end: start - 1 }, low: least, high: most };
  }
  return { qualifier: null, low, high };
}

function clauseBefore(before: string): string {
  const starts = Array.from(before.matchAll(CLAUSE), ({ index, 0: { length } }) => index + length);
  return before.slice(starts.at(-1) ?? 0);
}

/** The quote that a figure stands in. */
function quoteAround(quotes: readonly Quote[], sentence: Sentence, { start, end }: Span): number | null {
  const found = quotes.findIndex(
    (quote) => quote.end > sentence.start && quote.spans.some((span) => span.start <= start && span.end >= end),
  );
  return found < 0 ? null : found;
}
