import {
  type Annotations,
  type Article,
  ENTITY_TYPES,
  type Mention,
  QUOTE_KINDS,
  type Quote,
  type Sentence,
  type Span,
  type Speaker,
  type Tokens,
} from '../../model.ts';
import { joined } from './joined.ts';
import { packStrings, unpackStrings } from './strings.ts';

/**
 * The annotations of one article as columns in one run of bytes. All numbers have the byte order of the machine.
 *
 *     Int32    6  how many tokens, sentences, mentions, quotes, spans, far numbers
 *     Float64     of each quote, its confidence
 *     Int32       of each sentence start, end, first token, end token, paragraph; of each mention start, end, local;
 *                 of each quote start, end, cue, words beside it and speaker (two each, -1 for none), end of its spans,
 *                 number of its rule; of each span start, end; the far numbers
 *     Uint8       of each token the gap before it, its length, its part of speech; of each mention its type;
 *                 of each quote its kind, the kind of its speaker
 *     strings     the rules
 *
 * A gap or a length that a byte cannot hold is {@link FAR} there, and stands among the far numbers.
 */
const HEADER = 6;
const FAR = 255;
const SENTENCE = 5;
const MENTION = 3;
const QUOTE = 10;
const SPEAKERS = ['unknown', 'named', 'anonymous'] as const;

/** Writes annotations as bytes; {@link decodeAnnotations} gives them back. A multiple of 8 long. */
export function encodeAnnotations({ tokens, sentences, mentions, quotes }: Annotations): Uint8Array {
  const far: number[] = [];
  const gaps = new Uint8Array(tokens.count);
  const lengths = new Uint8Array(tokens.count);
  let last = 0;
  for (let i = 0; i < tokens.count; i++) {
    gaps[i] = near(tokens.start[i]! - last, far);
    lengths[i] = near(tokens.end[i]! - tokens.start[i]!, far);
    last = tokens.end[i]!;
  }
  const rules = new Map<string, number>();
  const spans: Span[] = [];
  const ends = quotes.map((quote) => spans.push(...quote.spans));
  for (const { how } of quotes) if (!rules.has(how)) rules.set(how, rules.size);

  const numbers = Int32Array.from([
    ...sentences.map(({ start }) => start),
    ...sentences.map(({ end }) => end),
    ...sentences.map(({ firstToken }) => firstToken),
    ...sentences.map(({ endToken }) => endToken),
    ...sentences.map(({ paragraph }) => paragraph),
    ...mentions.map(({ start }) => start),
    ...mentions.map(({ end }) => end),
    ...mentions.map(({ local }) => local),
    ...quotes.map(({ start }) => start),
    ...quotes.map(({ end }) => end),
    ...quotes.map(({ cue }) => cue?.start ?? -1),
    ...quotes.map(({ cue }) => cue?.end ?? -1),
    ...quotes.map(({ speakerAsWritten }) => speakerAsWritten?.start ?? -1),
    ...quotes.map(({ speakerAsWritten }) => speakerAsWritten?.end ?? -1),
    ...quotes.map(({ speaker }) => speakerNumbers(speaker)[0]),
    ...quotes.map(({ speaker }) => speakerNumbers(speaker)[1]),
    ...ends,
    ...quotes.map(({ how }) => rules.get(how)!),
    ...spans.map(({ start }) => start),
    ...spans.map(({ end }) => end),
    ...far,
  ]);
  const bytes = [
    gaps,
    lengths,
    tokens.pos,
    Uint8Array.from(mentions, ({ type }) => ENTITY_TYPES.indexOf(type)),
    Uint8Array.from(quotes, ({ kind }) => QUOTE_KINDS.indexOf(kind)),
    Uint8Array.from(quotes, ({ speaker }) => SPEAKERS.indexOf(speaker.kind)),
    packStrings([...rules.keys()]),
  ];
  const head = Int32Array.of(tokens.count, sentences.length, mentions.length, quotes.length, spans.length, far.length);
  return joined([head, Float64Array.from(quotes, ({ confidence }) => confidence), numbers, ...bytes], 8);
}

function near(value: number, far: number[]): number {
  if (value >= 0 && value < FAR) return value;
  far.push(value);
  return FAR;
}

function speakerNumbers(speaker: Speaker): readonly [number, number] {
  switch (speaker.kind) {
    case 'named':
      return [speaker.mention, -1];
    case 'anonymous':
      return [speaker.description.start, speaker.description.end];
    case 'unknown':
      return [-1, -1];
  }
}

/** Reads annotations back, each part by itself: most who ask want one of them. */
export class AnnotationColumns {
  readonly #bytes: Uint8Array;
  readonly #numbers: Int32Array;
  readonly #count: { readonly [part in 'tokens' | 'sentences' | 'mentions' | 'quotes' | 'spans']: number };
  /** Where the parts begin, in numbers; where the bytes begin, in bytes. */
  readonly #at: { readonly [part in 'sentences' | 'mentions' | 'quotes' | 'spans' | 'far' | 'bytes']: number };

  /**
   * @param bytes what {@link encodeAnnotations} gave; kept and not copied where it starts at a multiple of 8
   * @throws RangeError where they are too few to be annotations
   */
  constructor(bytes: Uint8Array) {
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    this.#bytes = aligned;
    this.#numbers = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
    const [tokens, sentences, mentions, quotes, spans, far] = this.#numbers as unknown as Header;
    this.#count = { tokens, sentences, mentions, quotes, spans };
    const first = HEADER + 2 * quotes;
    const at = {
      sentences: first,
      mentions: first + SENTENCE * sentences,
      quotes: first + SENTENCE * sentences + MENTION * mentions,
    };
    const spansAt = at.quotes + QUOTE * quotes;
    this.#at = { ...at, spans: spansAt, far: spansAt + 2 * spans, bytes: 4 * (spansAt + 2 * spans + far) };
    const least = this.#at.bytes + 3 * tokens + mentions + 2 * quotes;
    if (!(Math.min(tokens, sentences, mentions, quotes, spans, far) >= 0 && least <= aligned.byteLength))
      throw new RangeError('these bytes are no annotations');
  }

  /** What they were made of. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** How many there are of each part. */
  get count(): { readonly [part in 'tokens' | 'sentences' | 'mentions' | 'quotes' | 'spans']: number } {
    return this.#count;
  }

  /** Whether they can be of this article: every place lies within its text, every number means something. */
  fit({ text, paragraphs }: Pick<Article, 'text' | 'paragraphs'>): boolean {
    const n = this.#numbers;
    const { tokens, sentences, mentions, quotes, spans } = this.#count;
    const { start, end } = this.tokens();
    for (let i = 0; i < tokens; i++) if (start[i]! > end[i]! || (i > 0 && start[i]! < end[i - 1]!)) return false;
    if (tokens > 0 && (start[0]! < 0 || end[tokens - 1]! > text.length)) return false;
    const within = (at: number, count: number, least: number, most: number) => {
      for (let i = at; i < at + count; i++) if (!(n[i]! >= least && n[i]! <= most)) return false;
      return true;
    };
    const ordered = (at: number, count: number, least = 0, most = text.length) => {
      if (!within(at, 2 * count, least, most)) return false;
      for (let i = at; i < at + count; i++) if (n[i]! > n[i + count]!) return false;
      return true;
    };
    const { sentences: s, mentions: m, quotes: q } = this.#at;
    const small = this.#column(3 * tokens, mentions + 2 * quotes);
    const below = (from: number, count: number, most: number) =>
      small.subarray(from, from + count).every((number) => number < most);
    return (
      ordered(s, sentences) &&
      ordered(s + 2 * sentences, sentences, 0, tokens) &&
      within(s + 4 * sentences, sentences, 0, paragraphs.length - 1) &&
      ordered(m, mentions) &&
      within(m + 2 * mentions, mentions, 0, mentions - 1) &&
      ordered(q, quotes) &&
      ordered(q + 2 * quotes, quotes, -1) &&
      ordered(q + 4 * quotes, quotes, -1) &&
      within(q + 8 * quotes, quotes, 0, spans) &&
      ordered(this.#at.spans, spans) &&
      below(0, mentions, ENTITY_TYPES.length) &&
      below(mentions, quotes, QUOTE_KINDS.length) &&
      below(mentions + quotes, quotes, SPEAKERS.length) &&
      this.quotes().every(
        ({ speaker, spans: its, confidence }) =>
          its.length > 0 &&
          confidence >= 0 &&
          confidence <= 1 &&
          (speaker.kind !== 'named' || (speaker.mention >= 0 && speaker.mention < mentions)) &&
          (speaker.kind !== 'anonymous' ||
            (speaker.description.start >= 0 &&
              speaker.description.start <= speaker.description.end &&
              speaker.description.end <= text.length)),
      )
    );
  }

  tokens(): Tokens {
    const count = this.#count.tokens;
    const [start, end] = [new Int32Array(count), new Int32Array(count)];
    const gaps = this.#column(0, count);
    const lengths = this.#column(count, count);
    let far = this.#at.far;
    let last = 0;
    for (let i = 0; i < count; i++) {
      const gap = gaps[i]!;
      last += gap === FAR ? this.#numbers[far++]! : gap;
      start[i] = last;
      const length = lengths[i]!;
      last += length === FAR ? this.#numbers[far++]! : length;
      end[i] = last;
    }
    return { count, start, end, pos: this.#column(2 * count, count) };
  }

  sentences(): readonly Sentence[] {
    const n = this.#numbers;
    const count = this.#count.sentences;
    const list: Sentence[] = [];
    for (let i = 0, at = this.#at.sentences; i < count; i++, at++)
      list.push({
        start: n[at]!,
        end: n[at + count]!,
        firstToken: n[at + 2 * count]!,
        endToken: n[at + 3 * count]!,
        paragraph: n[at + 4 * count]!,
      });
    return list;
  }

  mentions(): readonly Mention[] {
    const n = this.#numbers;
    const count = this.#count.mentions;
    const types = this.#column(3 * this.#count.tokens, count);
    const list: Mention[] = [];
    for (let i = 0, at = this.#at.mentions; i < count; i++, at++)
      list.push({
        start: n[at]!,
        end: n[at + count]!,
        type: ENTITY_TYPES[types[i]!]!,
        local: n[at + 2 * count]!,
      });
    return list;
  }

  quotes(): readonly Quote[] {
    const n = this.#numbers;
    const { tokens, mentions, quotes: count, spans: spanCount } = this.#count;
    const first = 3 * tokens + mentions;
    const kinds = this.#column(first, count);
    const speakers = this.#column(first + count, count);
    const rules = unpackStrings(this.#bytes.subarray(this.#at.bytes + first + 2 * count));
    const confidences = new Float64Array(this.#bytes.buffer, this.#bytes.byteOffset + 4 * HEADER, count);
    const spanAt = (i: number): Span => ({ start: n[this.#at.spans + i]!, end: n[this.#at.spans + spanCount + i]! });
    const list: Quote[] = [];
    let span = 0;
    for (let i = 0; i < count; i++) {
      const at = (column: number) => n[this.#at.quotes + column * count + i]!;
      const spans: Span[] = [];
      for (; span < at(8); span++) spans.push(spanAt(span));
      list.push({
        start: at(0),
        end: at(1),
        kind: QUOTE_KINDS[kinds[i]!]!,
        spans,
        cue: spanOrNull(at(2), at(3)),
        speakerAsWritten: spanOrNull(at(4), at(5)),
        speaker: speakerOf(speakers[i]!, at(6), at(7)),
        how: rules[at(9)] ?? '',
        confidence: confidences[i]!,
      });
    }
    return list;
  }

  #column(from: number, length: number): Uint8Array {
    return this.#bytes.subarray(this.#at.bytes + from, this.#at.bytes + from + length);
  }
}

type Header = readonly [number, number, number, number, number, number];

function spanOrNull(start: number, end: number): Span | null {
  return start < 0 ? null : { start, end };
}

function speakerOf(kind: number, a: number, b: number): Speaker {
  if (SPEAKERS[kind] === 'named') return { kind: 'named', mention: a };
  if (SPEAKERS[kind] === 'anonymous') return { kind: 'anonymous', description: { start: a, end: b } };
  return { kind: 'unknown' };
}

/**
 * Reads annotations back, all of them.
 *
 * @throws RangeError where the bytes are too few to be annotations
 */
export function decodeAnnotations(bytes: Uint8Array): Annotations {
  const columns = new AnnotationColumns(bytes);
  return {
    tokens: columns.tokens(),
    sentences: columns.sentences(),
    mentions: columns.mentions(),
    quotes: columns.quotes(),
  };
}
