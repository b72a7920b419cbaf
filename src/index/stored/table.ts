/** Runs of bytes in one: each from a multiple of 8, then where each starts and how long it is, and how many there are. */
export function* packTable(runs: Iterable<Uint8Array>): Generator<Uint8Array> {
  const places: number[] = [];
  let at = 0;
  for (const run of runs) {
    places.push(at, run.length);
    at += padded(run.length);
    yield run;
    if (padded(run.length) > run.length) yield FILLING.subarray(0, padded(run.length) - run.length);
  }
  yield new Uint8Array(Float64Array.from([...places, places.length / 2]).buffer);
}

const FILLING = new Uint8Array(8);

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/**
 * Reads back the runs of {@link packTable}: they are parts of what is given, nothing is copied.
 *
 * @param packed from a multiple of 8 of its buffer
 * @throws RangeError where they are none
 */
export function unpackTable(packed: Uint8Array): readonly Uint8Array[] {
  const numbers = new Float64Array(packed.buffer, packed.byteOffset, packed.byteLength >> 3);
  const count = numbers.at(-1) ?? -1;
  const first = numbers.length - 1 - 2 * count;
  if (!(Number.isInteger(count) && count >= 0 && first >= 0)) throw new RangeError('these bytes are no table');
  let last = 0;
  return Array.from({ length: count }, (_, i) => {
    const start = numbers[first + 2 * i]!;
    const end = start + numbers[first + 2 * i + 1]!;
    // What is written to one run must not change another.
    if (!(start >= last && start <= end && end <= 8 * first)) throw new RangeError('these bytes are no table');
    last = end;
    return packed.subarray(start, end);
  });
}
