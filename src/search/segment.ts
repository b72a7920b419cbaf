import { columnAs } from '../index/pages.ts';
import { copyOf, withRoom } from './growing.ts';
import type { Lexicon } from './lexicon.ts';

/** Field numbers are below this; words follow them in a {@link Segment.stream}. */
export const FIELDS = 16;
/** Records of a segment: their numbers within it fit sixteen bits. */
export const SEGMENT = 1 << 16;
/** Bytes of a stream read between two chances to do something else. */
const STRETCH = 1 << 17;

/**
 * A run of records and where each word occurs among them.
 *
 * Record `i` is the bytes of `stream` from `at[i]` up to `at[i + 1]`: numbers of seven bits a byte, low bits first,
 * the top bit set on all but a number's last byte. A number below {@link FIELDS} begins that field; any other is a
 * word, its number plus {@link FIELDS}. Word `w` occurs in the records `postings[from[w]]` up to
 * `postings[from[w + 1]]`, in order.
 */
export class Segment {
  count = 0;
  stream = new Uint8Array(1 << 12);
  at = new Uint32Array(1 << 8);
  /** Per record: which group it belongs to. */
  groups = new Uint8Array(1 << 8);
  /** Per record: how high it stands, see `Store.add`. */
  standing = new Uint16Array(1 << 8);
  /** Per record: 1 when it was removed. */
  dead = new Uint8Array(1 << 8);
  postings = new Uint16Array(0);
  from = new Uint32Array(1);
  /** Whether the postings lag behind the records. */
  stale = false;
  #length = 0;

  constructor(
    /** Number of the first record. */
    readonly base: number,
  ) {}

  /** The same records; either may be changed from then on. */
  clone(): Segment {
    const clone = new Segment(this.base);
    clone.count = this.count;
    clone.stream = copyOf(this.stream);
    clone.at = copyOf(this.at);
    clone.groups = copyOf(this.groups);
    clone.standing = copyOf(this.standing);
    clone.dead = copyOf(this.dead);
    // These are made anew when they change.
    clone.postings = this.postings;
    clone.from = this.from;
    clone.stale = this.stale;
    clone.#length = this.#length;
    return clone;
  }

  /** Begins a record; what is written next belongs to it. */
  begin(group: number, standing: number): void {
    const record = this.count++;
    this.at = withRoom(this.at, record + 2);
    this.groups = withRoom(this.groups, record + 1);
    this.standing = withRoom(this.standing, record + 1);
    this.dead = withRoom(this.dead, record + 1);
    this.groups[record] = group;
    this.standing[record] = standing;
    this.at[record + 1] = this.#length;
    this.stale = true;
  }

  /** Adds a number to the record that was begun last. */
  write(value: number): void {
    this.stream = withRoom(this.stream, this.#length + 5);
    let left = value;
    for (; left > 127; left >>>= 7) this.stream[this.#length++] = (left & 127) | 128;
    this.stream[this.#length++] = left;
    this.at[this.count] = this.#length;
  }

  /** How much of the stream is written, in bytes. */
  get length(): number {
    return this.#length;
  }

  /** Adds what a segment has from one place of its stream to another to the record that was begun last. */
  copy({ stream }: Segment, from: number, to: number): void {
    this.stream = withRoom(this.stream, this.#length + to - from);
    for (let i = from; i < to; i++) this.stream[this.#length++] = stream[i] as number;
    this.at[this.count] = this.#length;
  }

  remove(record: number): void {
    this.dead[record] = 1;
    this.stale = true;
  }

  /** How many records hold a word. */
  frequency(word: number): number {
    return word + 1 < this.from.length ? (this.from[word + 1] as number) - (this.from[word] as number) : 0;
  }

  /** Brings the postings up to the records, and the lexicon's counts with them. Pauses between stretches. */
  *seal(lexicon: Lexicon, whole: boolean): Generator<void, void> {
    if (!this.stale) return;
    for (let word = 0; word + 1 < this.from.length; word++) this.#count(lexicon, word, -this.frequency(word));
    const from = columnAs(this.from, lexicon.size + 1);
    const last = new Int32Array(lexicon.size).fill(-1);
    yield* this.#eachWord(last, (word) => {
      from[word + 1] = (from[word + 1] as number) + 1;
    });
    for (let word = 0; word < lexicon.size; word++)
      from[word + 1] = (from[word + 1] as number) + (from[word] as number);
    const postings = columnAs(this.postings, from[lexicon.size] as number);
    const next = columnAs(from, from.length);
    next.set(from);
    last.fill(-1);
    yield* this.#eachWord(last, (word, record) => {
      const place = next[word] as number;
      postings[place] = record;
      next[word] = place + 1;
    });
    this.postings = postings;
    this.from = from;
    this.stale = false;
    for (let word = 0; word < lexicon.size; word++) this.#count(lexicon, word, this.frequency(word));
    if (whole) this.#trim();
  }

  #count(lexicon: Lexicon, word: number, by: number): void {
    lexicon.records[word] = (lexicon.records[word] as number) + by;
  }

  /** Visits every word of every record that lives, once a record. */
  *#eachWord(last: Int32Array, visit: (word: number, record: number) => void): Generator<void, void> {
    const { stream, at, dead, count } = this;
    let pause = STRETCH;
    for (let record = 0; record < count; record++) {
      const end = at[record + 1] as number;
      if (end > pause) {
        yield;
        pause = end + STRETCH;
      }
      if (dead[record] === 1) continue;
      for (let i = at[record] as number; i < end; ) {
        let value = stream[i++] as number;
        if (value > 127) {
          value &= 127;
          for (let shift = 7; ; shift += 7) {
            const byte = stream[i++] as number;
            value |= (byte & 127) << shift;
            if (byte < 128) break;
          }
        }
        const word = value - FIELDS;
        if (word < 0 || last[word] === record) continue;
        last[word] = record;
        visit(word, record);
      }
    }
  }

  /** Gives back the room that a segment keeps for more. */
  #trim(): void {
    this.stream = this.stream.slice(0, this.#length);
    this.at = this.at.slice(0, this.count + 1);
    this.groups = this.groups.slice(0, this.count);
    this.standing = this.standing.slice(0, this.count);
    this.dead = this.dead.slice(0, this.count);
  }
}
