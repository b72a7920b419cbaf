import { sharedBytes } from './shelf.ts';
import { packStrings, unpackStrings } from './strings.ts';
import { packTable, unpackTable } from './table.ts';

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/**
 * Takes what something knows to another process. Who is carried hands over what it knows, part by part, and puts in its
 * place what it is given back: that is the same when it is packed, and what was packed when it is unpacked. One walk does
 * both, so that they cannot differ.
 */
export interface Carrier {
  /** Whether something was packed and comes back. */
  readonly isBack: boolean;
  number(its: number): number;
  column<Its extends Column>(its: Its): Its;
  /** Columns of one kind; in the place of one that is missing an empty one comes back. */
  columns<Its extends Column>(its: readonly (Its | undefined)[], empty: Its): Its[];
  /** Lists of whole numbers; in the place of one that is missing an empty one comes back. */
  lists(its: readonly (readonly number[] | undefined)[]): (readonly number[])[];
  strings(its: readonly string[]): readonly string[];
}

/** Packs what is carried. */
export class Packing implements Carrier {
  readonly isBack = false;
  readonly #runs: Uint8Array[] = [];

  number(its: number): number {
    this.column(Float64Array.of(its));
    return its;
  }

  column<Its extends Column>(its: Its): Its {
    this.#runs.push(new Uint8Array(its.buffer, its.byteOffset, its.byteLength));
    return its;
  }

  columns<Its extends Column>(its: readonly (Its | undefined)[], empty: Its): Its[] {
    const ends = endsOf(its);
    const all = like(empty, ends.at(-1) ?? 0);
    for (let i = 0; i < its.length; i++) if (its[i]) all.set(its[i]!, ends[i]! - its[i]!.length);
    this.column(ends);
    this.column(all);
    return its as Its[];
  }

  lists(its: readonly (readonly number[] | undefined)[]): (readonly number[])[] {
    const ends = endsOf(its);
    const all = new Int32Array(ends.at(-1) ?? 0);
    for (let i = 0; i < its.length; i++) if (its[i]) all.set(its[i]!, ends[i]! - its[i]!.length);
    this.column(ends);
    this.column(all);
    return its as (readonly number[])[];
  }

  strings(its: readonly string[]): readonly string[] {
    this.#runs.push(packStrings(its));
    return its;
  }

  /** All of it, in bytes that threads share. */
  packed(): Uint8Array {
    const parts = [...packTable(this.#runs)];
    const all = sharedBytes(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

/** Gives back what was packed: columns are parts of the bytes, nothing is copied. */
export class Unpacking implements Carrier {
  readonly isBack = true;
  readonly #runs: readonly Uint8Array[];
  #next = 0;

  /**
   * @param packed what {@link Packing} gave, from a multiple of 8 of its buffer; they are written to from now on
   * @throws RangeError here, and where more or something else is asked for, where they are something else
   */
  constructor(packed: Uint8Array) {
    this.#runs = unpackTable(packed);
  }

  number(): number {
    const its = this.column(new Float64Array());
    if (its.length !== 1 || !Number.isFinite(its[0])) throw new RangeError('this is no number');
    return its[0]!;
  }

  column<Its extends Column>(its: Its): Its {
    const { buffer, byteOffset, byteLength } = this.#run();
    if (byteLength % its.BYTES_PER_ELEMENT !== 0) throw new RangeError('this is another column');
    return new (its.constructor as new (buffer: ArrayBufferLike, at: number, length: number) => Its)(
      buffer,
      byteOffset,
      byteLength / its.BYTES_PER_ELEMENT,
    );
  }

  columns<Its extends Column>(_: readonly (Its | undefined)[], empty: Its): Its[] {
    const ends = this.column(new Int32Array());
    const all = this.column(empty);
    if ((ends.at(-1) ?? 0) !== all.length) throw new RangeError('these are other columns');
    return Array.from(ends, (end, i) => {
      const start = i === 0 ? 0 : ends[i - 1]!;
      if (end < start) throw new RangeError('these are other columns');
      return all.subarray(start, end) as Its;
    });
  }

  lists(): (readonly number[])[] {
    return this.columns([], new Int32Array()).map((list) => Array.from(list));
  }

  strings(): readonly string[] {
    return unpackStrings(this.#run());
  }

  #run(): Uint8Array {
    const run = this.#runs[this.#next++];
    if (!run) throw new RangeError('more was asked for than was packed');
    return run;
  }
}

/**
 * Says that numbers that came back can be what they are to be: what is looked up by them is there, and what is made as
 * large as they say is no larger than what was packed.
 *
 * @param limit all are below it
 * @param least none is below this
 * @throws RangeError where they are others
 */
export function mustBeWithin(numbers: ArrayLike<number>, limit: number, least = 0): void {
  for (let i = 0; i < numbers.length; i++)
    if (!(numbers[i]! >= least && numbers[i]! < limit)) throw new RangeError('these are other numbers');
}

/** @throws RangeError where it does not hold of what came back */
export function mustHold(holds: boolean): void {
  if (!holds) throw new RangeError('what came back does not go together');
}

function endsOf(lists: readonly (ArrayLike<number> | undefined)[]): Int32Array {
  const ends = new Int32Array(lists.length);
  let end = 0;
  for (let i = 0; i < lists.length; i++) {
    end += lists[i]?.length ?? 0;
    ends[i] = end;
  }
  return ends;
}

function like<Its extends Column>(column: Its, length: number): Its {
  return new (column.constructor as new (length: number) => Its)(length);
}
