import { SEGMENT } from './segment.ts';
import type { Store } from './store.ts';

/** Records in order. */
export interface Ordered {
  /** Numbers of records, best first. Beyond {@link RANKED} only the best kind of match comes first. */
  readonly records: Int32Array;
  /** Of the records that are ranked: what each is worth, 0 to 2. */
  readonly scores: Float64Array;
}

/** Records that may be shown. */
export interface Scored {
  /** Numbers of records, the best kind of match first. */
  readonly candidates: Int32Array;
  /** What each of the first is worth, 0 where it does not match; the rest were not read. */
  readonly scores: Float64Array;
}

/** More records than these are not ranked finely: nobody looks so far down. */
export const RANKED = 12_000;
/** Records handled between two chances to do something else. */
const STRETCH = 1 << 16;
/** Steps of the scores, 0 to 2, among which the cut is sought. */
const STEPS = 4096;
/** Bits of a sort key for the place among the candidates; with the 32 above them they are exact in a double. */
const PLACE_BITS = 21;

/** The records of one group, by score, then the higher standing, then the shorter first. Pauses every few milliseconds. */
export function* ordered(store: Store, scored: Scored, group: number): Generator<void, Ordered> {
  const { candidates, scores } = scored;
  const keys = new Float64Array(Math.min(scores.length, RANKED));
  const rest: number[] = [];
  const cut = yield* cutOf(store, scored, group);
  let ranked = 0;
  for (let i = 0; i < candidates.length; i++) {
    if (i % STRETCH === 0) yield;
    const record = candidates[i] as number;
    const read = i < scores.length;
    const score = read ? (scores[i] as number) : 0;
    if ((read && score === 0) || groupOf(store, record) !== group) continue;
    if (!read || score < cut || ranked === RANKED) rest.push(record);
    else keys[ranked++] = sortKey(store, score, record, i);
  }
  yield;
  const sorted = keys.subarray(0, ranked).sort();
  const records = new Int32Array(ranked + rest.length);
  const worth = new Float64Array(ranked);
  for (let i = 0; i < ranked; i++) {
    const place = (sorted[i] as number) % 2 ** PLACE_BITS;
    records[i] = candidates[place] as number;
    worth[i] = scores[place] as number;
  }
  records.set(rest, ranked);
  return { records, scores: worth };
}

/** The score that the best {@link RANKED} of a group have at least, roughly. */
function* cutOf(store: Store, { candidates, scores }: Scored, group: number): Generator<void, number> {
  if (scores.length <= RANKED) return 0;
  const steps = new Uint32Array(STEPS + 1);
  for (let i = 0; i < scores.length; i++) {
    if (i % STRETCH === 0) yield;
    const score = scores[i] as number;
    if (score === 0 || groupOf(store, candidates[i] as number) !== group) continue;
    const step = Math.min(STEPS, Math.floor((score * STEPS) / 2));
    steps[step] = (steps[step] as number) + 1;
  }
  let step = STEPS;
  for (let above = steps[step] as number; step > 0 && above < RANKED; ) above += steps[--step] as number;
  return (step * 2) / STEPS;
}

function groupOf(store: Store, record: number): number {
  const segment = store.segments[Math.floor(record / SEGMENT)];
  return segment?.groups[record % SEGMENT] ?? -1;
}

/** One number that sorts by score, then standing, then length, then place. */
function sortKey(store: Store, score: number, record: number, place: number): number {
  const segment = store.segments[Math.floor(record / SEGMENT)];
  const here = record % SEGMENT;
  const standing = segment?.standing[here] ?? 0;
  const highest = store.highest[segment?.groups[here] ?? 0] ?? 0;
  const length = (segment?.at[here + 1] ?? 0) - (segment?.at[here] ?? 0);
  const worse = 0xffff - Math.min(0xffff, Math.round(score * 0x7fff));
  const lower = Math.min(1023, highest - standing);
  const longer = Math.min(63, length >>> 3);
  return ((worse * 1024 + lower) * 64 + longer) * 2 ** PLACE_BITS + place;
}
