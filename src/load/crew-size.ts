import { availableParallelism } from 'node:os';

/** More threads than these wait for the one that hands out the work. */
const MOST = 8;
/** Starting a thread takes as long as this many articles do: fewer are read sooner without. */
const WORTH = 60;

/** Characters of a usual article. */
const USUAL = 5000;

/**
 * How many threads are worth it for so many articles or files, on this machine. A thread has a limit of memory and each
 * article in it one of time: what is as long as many articles is worth one, however few it is.
 *
 * @param characters in all of them, which is asked where they are few
 */
export function crewSizeFor(count: number, characters: () => number = () => 0): number {
  const work = count < WORTH ? Math.max(count, characters() / USUAL) : count;
  return work < WORTH ? 0 : Math.min(MOST, availableParallelism(), Math.floor(work / (WORTH / 2)), count);
}
