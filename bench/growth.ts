import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Asked, Took } from './growth/child.ts';
import { INPUTS } from './growth/inputs.ts';
import { LINES } from './growth/stages.ts';

const SIZES = [1e3, 4e3, 16e3, 64e3, 256e3, 1e6, 4e6, 1e7];
/** What took this long, in milliseconds of processor time, is not tried larger. */
const ENOUGH = 400;
/** A stage that takes this long for four times the text hangs, in milliseconds: on a busy machine too, so it is long. */
const HANGS = 60_000;
/** Below this, in milliseconds, times say nothing of growth. */
const FLOOR = 40;

interface Point {
  readonly size: number;
  readonly ms: number;
}

/**
 * How the time of each reader and each stage grows with hostile texts of 1 kB to 10 MB: exponents of 1 are linear.
 * `--lines=HTML` and `--inputs=quotes` choose by a part of their names, `--most=1.3` what is shown.
 */
export async function growth(options: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.keys(LINES).filter((name) => name.includes(options['lines'] ?? ''));
  const inputs = Object.keys(INPUTS).filter((name) => name.includes(options['inputs'] ?? ''));
  const largest = Number(options['largest'] ?? 1e7);
  const most = Number(options['most'] ?? 1.35);
  let curves = 0;
  let steep = 0;
  for (const line of lines) {
    let runner = new Runner();
    let worst = { exponent: 0, stage: '', input: '', perMegabyte: 0 };
    for (const input of inputs) {
      const points = new Map<string, Point[]>();
      for (const size of SIZES.filter((each) => each <= largest)) {
        const answer = await runner.run({ line, input, size });
        if ('hangs' in answer) {
          console.log(`  ${line} ${answer.hangs} · ${input}: more than ${HANGS / 1000} s for ${size} characters`);
          steep++;
          runner = new Runner();
          break;
        }
        if (answer.failed) console.log(`  ${line} · ${input} of ${size} characters fails: ${answer.failed}`);
        for (const [stage, ms] of Object.entries(answer.took))
          points.set(stage, [...(points.get(stage) ?? []), { size, ms }]);
        if (answer.failed || Math.max(...Object.values(answer.took)) > ENOUGH) break;
      }
      for (const [stage, curve] of points) {
        curves++;
        const exponent = exponentOf(curve);
        const last = curve.at(-1)!;
        if (exponent > most) {
          steep++;
          const told = curve.slice(-4).map(({ size, ms }) => `${size / 1000} kB ${Math.round(ms)}`);
          console.log(`  ${line} ${stage} · ${input}: n^${exponent.toFixed(2)} (${told.join(', ')} ms)`);
        }
        if (exponent > worst.exponent) worst = { exponent, stage, input, perMegabyte: (last.ms / last.size) * 1e6 };
      }
    }
    await runner.end();
    console.log(
      `${line.padEnd(22)} steepest n^${worst.exponent.toFixed(2)} (${worst.stage} · ${worst.input}, ${Math.round(worst.perMegabyte)} ms/MB at its largest)`,
    );
  }
  console.log(`\n${lines.length} lines × ${inputs.length} inputs, ${curves} curves; ${steep} steeper than n^${most}`);
}

/** The steepest growth over sixteen times the text, where it takes long enough to say so. */
function exponentOf(points: readonly Point[]): number {
  const [last, before] = [points.at(-1), points.at(-3)];
  if (!last || !before || last.ms < FLOOR) return 0;
  // What is too fast to be measured counts as so fast as can be, which makes growth look no smaller than it is.
  return Math.log(last.ms / Math.max(before.ms, FLOOR / 16)) / Math.log(last.size / before.size);
}

/** A process that runs stages, one after the other; one that hangs is killed. */
class Runner {
  readonly #child: ChildProcess = fork(new URL('growth/child.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--max-old-space-size=4096'],
  });

  async run(asked: Asked): Promise<{ took: Took; failed?: string } | { hangs: string }> {
    let doing = '';
    const answer = new Promise<{ took: Took; failed?: string }>((resolve) => {
      const hear = (said: { doing?: string; took?: Took; failed?: string }) => {
        if (said.doing !== undefined) doing = said.doing;
        if (!said.took) return;
        this.#child.off('message', hear);
        resolve({ took: said.took, ...(said.failed ? { failed: said.failed } : {}) });
      };
      this.#child.on('message', hear);
    });
    this.#child.send(asked);
    const stop = new AbortController();
    const late = new Promise<{ hangs: string }>((resolve) => {
      const timer = setTimeout(() => resolve({ hangs: doing }), HANGS);
      const goesOn = () => void timer.refresh();
      this.#child.on('message', goesOn);
      const ended = () => resolve({ hangs: `${doing} (ended)` });
      this.#child.once('exit', ended);
      stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        this.#child.off('message', goesOn);
        this.#child.off('exit', ended);
      });
    });
    const first = await Promise.race([answer, late]);
    stop.abort();
    if ('hangs' in first) this.#child.kill('SIGKILL');
    return first;
  }

  async end(): Promise<void> {
    this.#child.disconnect();
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }
}
