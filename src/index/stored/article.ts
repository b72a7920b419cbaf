import type { Article, Evidence, Fact, How, LeftOut, LeftOutReason, Paragraph, Span } from '../../model.ts';
import { joined } from './joined.ts';
import { packString, packStrings, unpackString, unpackStrings } from './strings.ts';

const HOWS: readonly How[] = ['declared', 'inferred', 'corrected'];
const FROMS: readonly Evidence['from'][] = ['text', 'field', 'file name', 'manifest', 'outside'];
const KINDS: readonly Paragraph['kind'][] = ['headline', 'body', 'explainer'];
const FACTS = ['headline', 'byline', 'outlet', 'origin', 'date'] as const;
/** All reasons, each once: a new one is missed here by the compiler. */
const REASONS: { readonly [why in LeftOutReason]: number } = {
  'front matter': 0,
  'section label': 1,
  byline: 2,
  'date line': 3,
  shortcode: 4,
  'page furniture': 5,
  'comment form': 6,
  caption: 7,
  promotion: 8,
  'credit line': 9,
};
const REASON_NAMES = Object.keys(REASONS) as LeftOutReason[];
const NONE = -1;

/**
 * An article as bytes, {@link decodeArticle} gives it back: how many numbers, doubles and bytes of strings there are,
 * then these, then its text.
 */
export function encodeArticle(article: Article): Uint8Array {
  const draft = new Draft();
  draft.text(article.path);
  draft.text(article.file);
  draft.text(article.language);
  draft.text(article.textIs);
  for (const name of FACTS) draft.fact(article[name]);
  draft.fact(article.dateline);
  draft.list(article.paragraphs, ({ start, end, kind }) => draft.numbers.push(start, end, KINDS.indexOf(kind)));
  draft.list(article.leftOut, ({ start, end, why, says }) => {
    draft.numbers.push(start, end, REASONS[why]);
    draft.text(says);
  });
  const strings = packStrings([...draft.strings.keys()]);
  const head = Int32Array.of(draft.numbers.length, draft.doubles.length, strings.length, 0);
  const parts = [head, Float64Array.from(draft.doubles), Int32Array.from(draft.numbers), strings];
  return joined([...parts, packString(article.text)]);
}

/** What is written of an article, in order. */
class Draft {
  readonly numbers: number[] = [];
  readonly doubles: number[] = [];
  readonly strings = new Map<string, number>();

  text(text: string | undefined): void {
    if (text !== undefined && !this.strings.has(text)) this.strings.set(text, this.strings.size);
    this.numbers.push(text === undefined ? NONE : this.strings.get(text)!);
  }

  span(span: Span | undefined): void {
    this.numbers.push(span?.start ?? NONE, span?.end ?? NONE);
  }

  list<Item>(items: readonly Item[], write: (item: Item) => void): void {
    this.numbers.push(items.length);
    for (const item of items) write(item);
  }

  fact(fact: Fact | null | undefined): void {
    this.text(fact?.value);
    if (!fact) return;
    this.numbers.push(HOWS.indexOf(fact.how));
    this.doubles.push(fact.confidence);
    this.span(fact.span);
    this.list(fact.evidence, ({ says, from, span }) => {
      this.text(says);
      this.numbers.push(FROMS.indexOf(from));
      this.span(span);
    });
  }
}

/**
 * Reads an article back.
 *
 * @throws RangeError where they are none: too few, or a place that is not in the text, or a number that means nothing
 */
export function decodeArticle(bytes: Uint8Array): Article {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const [numbers, doubles, strings] = new Int32Array(aligned.buffer, aligned.byteOffset, 4) as unknown as Header;
  const at = aligned.byteOffset + 16;
  const read = new Reading(
    new Int32Array(aligned.buffer, at + 8 * doubles, numbers),
    new Float64Array(aligned.buffer, at, doubles),
    unpackStrings(new Uint8Array(aligned.buffer, at + 8 * doubles + 4 * numbers, strings)),
  );
  const textAt = at + 8 * doubles + 4 * numbers + strings;
  const text = unpackString(new Uint8Array(aligned.buffer, textAt, aligned.byteOffset + aligned.byteLength - textAt));
  read.length = text.length;
  const [path, file, language, textIs] = [
    read.known(read.text()),
    read.known(read.text()),
    read.known(read.text()),
    read.text(),
  ];
  const [headline, byline, outlet, origin, date] = FACTS.map(() => read.fact());
  const dateline = read.fact();
  const paragraphs = read.list(
    (): Paragraph => ({ ...read.known(read.span()), kind: read.known(KINDS[read.number()]) }),
  );
  const leftOut = read.list((): LeftOut => {
    const range = { ...read.known(read.span()), why: read.known(REASON_NAMES[read.number()]) };
    const says = read.text();
    return says === undefined ? range : { ...range, says };
  });
  return {
    path,
    text,
    ...(textIs !== undefined && { textIs }),
    file,
    headline: headline!,
    byline: byline!,
    outlet: outlet!,
    origin: origin!,
    ...(dateline && { dateline }),
    date: date!,
    language,
    paragraphs,
    leftOut,
  };
}

type Header = readonly [number, number, number];

/** What was written of an article, in order. */
class Reading {
  readonly #numbers: Int32Array;
  readonly #doubles: Float64Array;
  readonly #strings: readonly string[];
  /** Of the text, once it is known. */
  length = 0;
  #number = 0;
  #double = 0;

  constructor(numbers: Int32Array, doubles: Float64Array, strings: readonly string[]) {
    this.#numbers = numbers;
    this.#doubles = doubles;
    this.#strings = strings;
  }

  number(): number {
    const number = this.#numbers[this.#number++];
    if (number === undefined) throw new RangeError('these bytes are no article');
    return number;
  }

  text(): string | undefined {
    const number = this.number();
    return number === NONE ? undefined : this.known(this.#strings[number]);
  }

  /** What must be there. */
  known<T>(it: T | undefined): T {
    if (it === undefined) throw new RangeError('these bytes are no article');
    return it;
  }

  span(): Span | undefined {
    const [start, end] = [this.number(), this.number()];
    if (start === NONE) return undefined;
    if (!(start >= 0 && start <= end && end <= this.length)) throw new RangeError('these bytes are no article');
    return { start, end };
  }

  list<Item>(read: () => Item): readonly Item[] {
    const count = this.number();
    if (!(count >= 0 && count <= this.#numbers.length)) throw new RangeError('these bytes are no article');
    return Array.from({ length: count }, read);
  }

  fact(): Fact | null {
    const value = this.text();
    if (value === undefined) return null;
    const how = this.known(HOWS[this.number()]);
    const confidence = this.known(this.#doubles[this.#double++]);
    const span = this.span();
    const evidence = this.list((): Evidence => {
      const [says, from, place] = [this.known(this.text()), this.known(FROMS[this.number()]), this.span()];
      return place ? { says, from, span: place } : { says, from };
    });
    return span ? { value, how, confidence, evidence, span } : { value, how, confidence, evidence };
  }
}
