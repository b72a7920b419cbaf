import { availableParallelism } from 'node:os';

/** More threads than these wait for the one that hands out the work. */
const MOST = 8;
/** Starting a thread takes as long as this many articles do: fewer are read sooner without. */
const WORTH = 60;

/** How many threads are worth it for so many articles or files, on this machine. */
export function crewSizeFor(count: number): number {
  return count < WORTH ? 0 : Math.min(MOST, availableParallelism(), Math.floor(count / (WORTH / 2)));
}
