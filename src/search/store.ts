import { WordReader } from './fold.ts';
import { Lexicon } from './lexicon.ts';
import { FIELDS, SEGMENT, Segment } from './segment.ts';

/** A piece of a record's text and which field it stands in. */
export interface FieldText {
  /** 0 to 15: which of the store's weights it has. */
  readonly field: number;
  readonly text: string;
}

/** A text that stands in many records of a store: its words are read once, and copied from then on. */
export class RecurringText implements FieldText {
  readonly field: number;
  readonly text: string;
  /** Where its words were written first. */
  written: { readonly segment: Segment; readonly from: number; readonly to: number } | undefined;

  constructor(field: number, text: string) {
    this.field = field;
    this.text = text;
  }
}

/**
 * The records that are searched, as numbers only: their words, in order, and where each distinct word occurs. Texts
 * are not kept. Records are added and removed at any time; {@link seal} makes the changes searchable.
 */
export class Store {
  readonly lexicon: Lexicon;
  readonly segments: Segment[] = [];
  /** Segments that another store has too: they are copied before they are changed. */
  #shared = new Set<Segment>();
  /** Changes with every change of the records. */
  version = 0;
  /** Per group: the highest standing of a record. */
  readonly highest = new Uint16Array(256);
  /** Whether each record so far names the fields that weigh more first: reading one may end early then. */
  descends = true;
  readonly #reader = new WordReader();

  constructor(
    /** How much each field weighs, 0 to 1. */
    readonly weights: readonly number[],
    lexicon = new Lexicon(),
  ) {
    this.lexicon = lexicon;
    if (weights.length > FIELDS) throw new RangeError(`${weights.length} fields, ${FIELDS} are possible`);
  }

  /** How many records there are, removed ones included. */
  get size(): number {
    const last = this.segments.at(-1);
    return last ? last.base + last.count : 0;
  }

  /** A store of the same records; what is changed in one of them stays as it is in the other. */
  copy(): Store {
    const copy = new Store(this.weights, this.lexicon.copy());
    copy.segments.push(...this.segments);
    copy.highest.set(this.highest);
    copy.version = this.version;
    copy.descends = this.descends;
    copy.#shared = new Set(this.segments);
    this.#shared = new Set(this.segments);
    return copy;
  }

  /** A segment to be changed. */
  #own(number: number): Segment | undefined {
    const segment = this.segments[number];
    if (!segment || !this.#shared.delete(segment)) return segment;
    const its = segment.clone();
    this.segments[number] = its;
    return its;
  }

  /**
   * Adds a record.
   *
   * @param group what kind of record it is, 0 to 255; each group is ranked by itself
   * @param standing of two equal hits of a group the one that stands higher comes first: a day, a count; up to 65,535
   * @returns its number: the next one
   */
  add(group: number, fields: Iterable<FieldText>, standing = 0): number {
    let segment = this.#own(this.segments.length - 1);
    if (!segment || segment.count === SEGMENT) {
      segment = new Segment(this.size);
      this.segments.push(segment);
    }
    const record = this.size;
    const reader = this.#reader;
    const stands = Math.max(0, Math.min(standing, 0xffff));
    segment.begin(group, stands);
    this.highest[group] = Math.max(this.highest[group] as number, stands);
    let before = Number.POSITIVE_INFINITY;
    for (const piece of fields) {
      const weight = this.weights[piece.field] as number;
      this.descends &&= weight <= before;
      before = weight;
      const recurring = piece instanceof RecurringText ? piece : undefined;
      if (recurring?.written) {
        const { segment: other, from, to } = recurring.written;
        segment.copy(other, from, to);
        continue;
      }
      const from = segment.length;
      segment.write(piece.field);
      reader.open(piece.text);
      while (reader.next()) segment.write(FIELDS + this.lexicon.add(reader.units, reader.length, reader.hash));
      if (recurring) recurring.written = { segment, from, to: segment.length };
    }
    this.version++;
    return record;
  }

  /** Takes a record out; its number is not given again. */
  remove(record: number): void {
    this.segmentOf(record);
    this.#own(Math.floor(record / SEGMENT))?.remove(record % SEGMENT);
    this.version++;
  }

  segmentOf(record: number): Segment {
    const segment = this.segments[Math.floor(record / SEGMENT)];
    if (!segment || record >= this.size) throw new RangeError(`no record ${record}`);
    return segment;
  }

  /** Makes what was added and removed searchable. Pauses between stretches of records. */
  *seal(): Generator<void, void> {
    for (const [number, { stale }] of this.segments.entries()) {
      const segment = stale ? this.#own(number) : undefined;
      yield* segment?.seal(this.lexicon, segment.count === SEGMENT) ?? [];
    }
  }
}
