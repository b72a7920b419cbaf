/** Something to be timed. What it returns is looked at, so that no compiler leaves the work out. */
export interface Subject {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Measured {
  readonly name: string;
  /** Milliseconds of one run: the middle one of all rounds, and the two in the middle of its halves. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** How many times the floor's median. */
  readonly ratio: number;
}

/**
 * Times subjects side by side: each round runs all of them once, the order turned by one, so that a machine that
 * grows slow or busy meanwhile is slow for all alike. Ratios within one run are to be trusted, milliseconds of two
 * runs are not to be compared.
 *
 * @param subjects the first is the floor that the others are measured by
 */
export async function measure(subjects: readonly Subject[], { rounds = 15, warmUp = 2 } = {}): Promise<Measured[]> {
  const times = subjects.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (let i = 0; i < subjects.length; i++) {
      const at = (i + round + warmUp) % subjects.length;
      const time = await timeOf(subjects[at] as Subject);
      if (round >= 0) times[at]?.push(time);
    }
  }
  const floor = quantile(times[0] ?? [], 0.5);
  return subjects.map(({ name }, i) => {
    const median = quantile(times[i] ?? [], 0.5);
    const [low, high] = [quantile(times[i] ?? [], 0.25), quantile(times[i] ?? [], 0.75)];
    return { name, median, low, high, ratio: median / floor };
  });
}

/** Prints what was measured as a table. */
export function report(title: string, measured: readonly Measured[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...measured.map(({ name }) => name.length));
  for (const { name, median, low, high, ratio } of measured) {
    const range = `(${low.toFixed(1)}–${high.toFixed(1)})`.padEnd(18);
    console.log(`  ${name.padEnd(width)}  ${median.toFixed(2).padStart(9)} ms ${range} ×${ratio.toFixed(2)}`);
  }
}

/** Where the results go, that nothing is left out. */
let seen: unknown;

async function timeOf({ run }: Subject): Promise<number> {
  const start = performance.now();
  seen = await run();
  const time = performance.now() - start;
  if (seen === measure) throw new Error('unreachable');
  return time;
}

/** Quantile of a list, the nearest of its values. */
function quantile(list: readonly number[], q: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * q)] ?? Number.NaN;
}
