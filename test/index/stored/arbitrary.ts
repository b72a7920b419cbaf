import fc from 'fast-check';
import {
  type Annotations,
  type Article,
  ENTITY_TYPES,
  type Fact,
  PARTS_OF_SPEECH,
  QUOTE_KINDS,
  type Span,
  type Tokens,
} from '../../../src/model.ts';

const place = fc.oneof(fc.nat(300), fc.nat(2 ** 31 - 1));
const span: fc.Arbitrary<Span> = fc
  .tuple(place, place)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const words = fc.string({ unit: 'binary' });

const tokens: fc.Arbitrary<Tokens> = fc
  .array(
    fc.tuple(fc.oneof(fc.nat(3), fc.nat(400)), fc.oneof(fc.nat(12), fc.nat(400)), fc.nat(PARTS_OF_SPEECH.length - 1)),
  )
  .map((list) => {
    let at = 0;
    const start: number[] = [];
    const end: number[] = [];
    for (const [gap, length] of list) {
      at += gap;
      start.push(at);
      at += length;
      end.push(at);
    }
    return {
      count: list.length,
      start: Int32Array.from(start),
      end: Int32Array.from(end),
      pos: Uint8Array.from(list, ([, , pos]) => pos),
    };
  });

const speaker = fc.oneof(
  fc.record({ kind: fc.constant('named' as const), mention: place }, { noNullPrototype: true }),
  fc.record({ kind: fc.constant('anonymous' as const), description: span }, { noNullPrototype: true }),
  fc.constant({ kind: 'unknown' as const }),
);

/** Any annotations, also such as no article has. */
export const annotations: fc.Arbitrary<Annotations> = fc.record(
  {
    tokens,
    sentences: fc.array(
      fc.tuple(span, place, place, place).map(([its, firstToken, endToken, paragraph]) => ({
        ...its,
        firstToken,
        endToken,
        paragraph,
      })),
    ),
    mentions: fc.array(
      fc.tuple(span, fc.constantFrom(...ENTITY_TYPES), place).map(([its, type, local]) => ({ ...its, type, local })),
    ),
    quotes: fc.array(
      fc
        .record(
          {
            its: span,
            kind: fc.constantFrom(...QUOTE_KINDS),
            spans: fc.array(span, { maxLength: 3 }),
            cue: fc.option(span),
            speakerAsWritten: fc.option(span),
            speaker,
            how: words,
            confidence: fc.double({ noNaN: true }),
          },
          { noNullPrototype: true },
        )
        .map(({ its, ...quote }) => ({ ...its, ...quote })),
    ),
  },
  { noNullPrototype: true },
);

const fact: fc.Arbitrary<Fact> = fc.record(
  {
    value: words,
    how: fc.constantFrom('declared', 'inferred', 'corrected'),
    confidence: fc.double({ noNaN: true }),
    evidence: fc.array(
      fc.record(
        { says: words, from: fc.constantFrom('text', 'field', 'file name', 'manifest', 'outside'), span },
        { requiredKeys: ['says', 'from'], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    span,
  },
  { requiredKeys: ['value', 'how', 'confidence', 'evidence'], noNullPrototype: true },
);

/** Any article, also such as nobody writes; its places are in its text. */
export const article: fc.Arbitrary<Article> = fc
  .record(
    {
      path: words,
      text: words,
      textIs: words,
      file: words,
      headline: fc.option(fact),
      byline: fc.option(fact),
      outlet: fc.option(fact),
      origin: fc.option(fact),
      dateline: fact,
      date: fc.option(fact),
      language: words,
      paragraphs: fc.array(
        fc
          .tuple(span, fc.constantFrom('headline' as const, 'body' as const, 'explainer' as const))
          .map(([its, kind]) => ({ ...its, kind })),
      ),
      leftOut: fc.array(
        fc
          .tuple(
            span,
            fc.record(
              {
                why: fc.constantFrom('front matter' as const, 'shortcode' as const, 'credit line' as const),
                says: words,
              },
              { requiredKeys: ['why'], noNullPrototype: true },
            ),
          )
          .map(([its, why]) => ({ ...its, ...why })),
      ),
    },
    {
      requiredKeys: [
        ...(['path', 'text', 'file', 'headline', 'byline', 'outlet', 'origin', 'date', 'language'] as const),
        ...(['paragraphs', 'leftOut'] as const),
      ],
      noNullPrototype: true,
    },
  )
  .map((its) => clipped(its, its.text.length));

/** The same with no place behind the end of the text. */
function clipped<T>(value: T, length: number): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => clipped(item, length)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) =>
      (key === 'start' || key === 'end') && typeof of === 'number'
        ? [key, Math.min(of, length)]
        : [key, clipped(of, length)],
    ),
  ) as T;
}
