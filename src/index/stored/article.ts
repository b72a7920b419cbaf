import type { Article, Evidence, Fact, How, LeftOut, LeftOutReason, Paragraph, Span } from '../../model.ts';
import { joined } from './joined.ts';
import { Ring } from './ring.ts';
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

/** Numbers that say how long the parts are, and one that fills up. */
const HEADER = 6;

/**
 * An article as bytes, {@link decodeArticle} gives it back.
 *
 *     Int32    6  how many doubles, numbers of facts, numbers of marks, bytes of strings; how long the text is
 *     Float64     the doubles: how sure the facts are
 *     Int32       the facts, then the marks: paragraphs and what is left out
 *     strings     all but the text
 *     string      the text
 */
export function encodeArticle(article: Article): Uint8Array {
  if (article instanceof StoredArticle) return article.bytes;
  const draft = new Draft();
  draft.text(article.path);
  draft.text(article.file);
  draft.text(article.language);
  draft.text(article.textIs);
  for (const name of FACTS) draft.fact(article[name]);
  draft.fact(article.dateline);
  const facts = draft.numbers.length;
  draft.list(article.paragraphs, ({ start, end, kind }) => draft.numbers.push(start, end, KINDS.indexOf(kind)));
  draft.list(article.leftOut, ({ start, end, why, says }) => {
    draft.numbers.push(start, end, REASONS[why]);
    draft.text(says);
  });
  const { numbers, doubles } = draft;
  const strings = packStrings([...draft.strings.keys()]);
  const head = Int32Array.of(doubles.length, facts, numbers.length - facts, strings.length, article.text.length, 0);
  const parts = [head, Float64Array.from(doubles), Int32Array.from(numbers), strings];
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
  const columns = new ArticleColumns(bytes);
  return { ...columns.facts(), text: columns.text(), ...columns.marks() };
}

type Marks = Pick<Article, 'paragraphs' | 'leftOut'>;
type Facts = Omit<Article, 'text' | keyof Marks>;

/** Reads an article back, each part by itself. */
class ArticleColumns {
  readonly bytes: Uint8Array;
  readonly #header: Int32Array;

  constructor(bytes: Uint8Array) {
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    this.bytes = aligned;
    this.#header = new Int32Array(aligned.buffer, aligned.byteOffset, HEADER);
  }

  get length(): number {
    return this.#header[4] ?? 0;
  }

  text(): string {
    const [doubles = 0, facts = 0, marks = 0, strings = 0, length] = this.#header;
    const text = unpackString(this.#run(8 * doubles + 4 * (facts + marks) + strings));
    if (text.length !== length) throw new RangeError('these bytes are no article');
    return text;
  }

  facts(): Facts {
    const [, facts = 0] = this.#header;
    const read = this.#reading(0, facts);
    const [path, file, language, textIs] = [
      read.known(read.text()),
      read.known(read.text()),
      read.known(read.text()),
      read.text(),
    ];
    const [headline, byline, outlet, origin, date] = FACTS.map(() => read.fact());
    const dateline = read.fact();
    return {
      path,
      ...(textIs !== undefined && { textIs }),
      file,
      headline: headline!,
      byline: byline!,
      outlet: outlet!,
      origin: origin!,
      ...(dateline && { dateline }),
      date: date!,
      language,
    };
  }

  marks(): Marks {
    const [, facts = 0, marks = 0] = this.#header;
    const read = this.#reading(facts, marks);
    const paragraphs = read.list(
      (): Paragraph => ({ ...read.known(read.span()), kind: read.known(KINDS[read.number()]) }),
    );
    const leftOut = read.list((): LeftOut => {
      const range = { ...read.known(read.span()), why: read.known(REASON_NAMES[read.number()]) };
      const says = read.text();
      return says === undefined ? range : { ...range, says };
    });
    return { paragraphs, leftOut };
  }

  #reading(from: number, count: number): Reading {
    const [doubles = 0, facts = 0, marks = 0, strings = 0, length = 0] = this.#header;
    const { buffer, byteOffset } = this.bytes;
    const at = byteOffset + 4 * HEADER;
    const stringsAt = 8 * doubles + 4 * (facts + marks);
    return new Reading(
      new Int32Array(buffer, at + 8 * doubles + 4 * from, count),
      new Float64Array(buffer, at, doubles),
      unpackStrings(this.#run(stringsAt, stringsAt + strings)),
      length,
    );
  }

  /** Some of the bytes behind the header. */
  #run(start: number, end?: number): Uint8Array {
    return this.bytes.subarray(4 * HEADER + start, end === undefined ? undefined : 4 * HEADER + end);
  }
}

/**
 * An article that is kept as bytes. Its parts are made when they are asked for, and forgotten when many others were asked
 * for since. It cannot be spread: {@link articleWith} gives a changed one.
 */
export class StoredArticle implements Article {
  /** So many have what lists show of them at hand. */
  static readonly #inLists = new Ring<StoredArticle>(4096, (its) => {
    its.#facts = undefined;
  });
  /** So many have their text at hand: those of a story side by side, those on the screen, and those being indexed. */
  static readonly #inReading = new Ring<StoredArticle>(512, (its) => {
    its.#text = undefined;
    its.#marks = undefined;
  });
  /** The bytes that it was made of. */
  readonly bytes: Uint8Array;
  #facts: Facts | undefined;
  #text: string | undefined;
  #marks: Marks | undefined;

  /**
   * @param bytes what {@link encodeArticle} gave; kept and not copied where it starts at a multiple of 8
   * @throws RangeError as {@link decodeArticle}
   */
  constructor(bytes: Uint8Array) {
    const columns = new ArticleColumns(bytes);
    columns.facts();
    columns.text();
    columns.marks();
    this.bytes = columns.bytes;
  }

  get path(): string {
    return this.#listed().path;
  }

  get file(): string {
    return this.#listed().file;
  }

  get language(): string {
    return this.#listed().language;
  }

  get textIs(): string | undefined {
    return this.#listed().textIs;
  }

  get headline(): Fact | null {
    return this.#listed().headline;
  }

  get byline(): Fact | null {
    return this.#listed().byline;
  }

  get outlet(): Fact | null {
    return this.#listed().outlet;
  }

  get origin(): Fact | null {
    return this.#listed().origin;
  }

  get dateline(): Fact | undefined {
    return this.#listed().dateline;
  }

  get date(): Fact | null {
    return this.#listed().date;
  }

  /** How long the text is. */
  get length(): number {
    return new ArticleColumns(this.bytes).length;
  }

  get text(): string {
    this.#text ??= this.#read().text();
    return this.#text;
  }

  get paragraphs(): readonly Paragraph[] {
    this.#marks ??= this.#read().marks();
    return this.#marks.paragraphs;
  }

  get leftOut(): readonly LeftOut[] {
    this.#marks ??= this.#read().marks();
    return this.#marks.leftOut;
  }

  #listed(): Facts {
    if (!this.#facts) {
      StoredArticle.#inLists.take(this);
      this.#facts = new ArticleColumns(this.bytes).facts();
    }
    return this.#facts;
  }

  #read(): ArticleColumns {
    if (this.#text === undefined && !this.#marks) StoredArticle.#inReading.take(this);
    return new ArticleColumns(this.bytes);
  }
}

/** An article with some of it changed, however it is kept. */
export function articleWith(article: Article, changes: Partial<Article>): Article {
  return { ...(article instanceof StoredArticle ? decodeArticle(article.bytes) : article), ...changes };
}

/** What was written of an article, in order. */
class Reading {
  readonly #numbers: Int32Array;
  readonly #doubles: Float64Array;
  readonly #strings: readonly string[];
  /** Of the text. */
  readonly #length: number;
  #number = 0;
  #double = 0;

  constructor(numbers: Int32Array, doubles: Float64Array, strings: readonly string[], length: number) {
    this.#length = length;
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
    if (!(start >= 0 && start <= end && end <= this.#length)) throw new RangeError('these bytes are no article');
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
