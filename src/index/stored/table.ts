/** Runs of bytes in one: how many, where each starts and how long it is, and each from a multiple of 8. */
export function packTable(runs: readonly Uint8Array[]): Iterable<Uint8Array> {
  const head = new Float64Array(1 + 2 * runs.length);
  head[0] = runs.length;
  let at = head.byteLength;
  runs.forEach(({ length }, i) => {
    head[1 + 2 * i] = at;
    head[2 + 2 * i] = length;
    at += padded(length);
  });
  return parts(head, runs);
}

function* parts(head: Float64Array, runs: readonly Uint8Array[]): Generator<Uint8Array> {
  yield new Uint8Array(head.buffer);
  for (const run of runs) {
    yield run;
    if (padded(run.length) > run.length) yield FILLING.subarray(0, padded(run.length) - run.length);
  }
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
  const count = numbers[0] ?? -1;
  if (!(count >= 0 && 1 + 2 * count <= numbers.length)) throw new RangeError('these bytes are no table');
  return Array.from({ length: count }, (_, i) => {
    const start = numbers[1 + 2 * i]!;
    const end = start + numbers[2 + 2 * i]!;
    if (!(start >= 0 && end <= packed.length)) throw new RangeError('these bytes are no table');
    return packed.subarray(start, end);
  });
}
