import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Asked, Took } from './growth/child.ts';
import { type Curve, exponentOf, type Point } from './growth/curve.ts';
import { INPUTS } from './growth/inputs.ts';
import { LINES } from './growth/stages.ts';
import { told, written } from './growth/table.ts';

const SIZES = [1e3, 4e3, 16e3, 64e3, 256e3, 1e6, 4e6, 1e7];
/** What took this long, in milliseconds of processor time, is not tried larger. */
const ENOUGH = 400;
/** A stage that takes this long for four times the text hangs, in milliseconds: on a busy machine too, so it is long. */
const HANGS = 60_000;
/** What seems steep is measured so often in all, and the least counts: a machine in use takes more now and then, never less. */
const TIMES = 3;

/**
 * How the time of each reader and each stage grows with hostile texts of 1 kB to 10 MB: exponents of 1 are linear.
 * `--lines=HTML` and `--inputs=quotes` choose by a part of their names, `--most=1.3` what is steep, `--enough=5000` until
 * how many milliseconds an input is tried larger; `--write=yes` puts what came of it into docs/growth.md.
 */
export async function growth(options: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.keys(LINES).filter((name) => name.includes(options['lines'] ?? ''));
  const inputs = Object.keys(INPUTS).filter((name) => name.includes(options['inputs'] ?? ''));
  const sizes = SIZES.filter((each) => each <= Number(options['largest'] ?? 1e7));
  const enough = Number(options['enough'] ?? ENOUGH);
  const most = Number(options['most'] ?? 1.35);
  const all: Curve[] = [];
  for (const line of lines) {
    const runner = new Runner();
    const curves: Curve[] = [];
    for (const input of inputs) {
      const times = new Map<string, Point[]>();
      let largest = 0;
      // What is loaded when a text first has need of it is no time of this one.
      await runner.run({ line, input, size: sizes[0] ?? 0 });
      for (const size of sizes) {
        const took = await runner.run({ line, input, size });
        if (took === undefined) break;
        largest = size;
        for (const [stage, ms] of Object.entries(took)) times.set(stage, [...(times.get(stage) ?? []), { size, ms }]);
        if (Math.max(...Object.values(took)) > enough) break;
      }
      const steep = () => [...times.values()].some((points) => exponentOf(points) > most);
      for (let time = 1; time < TIMES && steep(); time++)
        for (const size of sizes.filter((each) => each <= largest).slice(-3)) {
          const took = (await runner.run({ line, input, size })) ?? {};
          for (const [stage, ms] of Object.entries(took))
            for (const point of times.get(stage) ?? []) if (point.size === size) point.ms = Math.min(point.ms, ms);
        }
      for (const [stage, points] of times) {
        const curve = { line, stage, input, points };
        curves.push(curve);
        if (exponentOf(points) > most) console.log(`  ${told(curve)}`);
      }
      if (options['write'] !== undefined)
        written(fileURLToPath(new URL('../docs/growth.md', import.meta.url)), line, curves, most);
    }
    await runner.end();
    all.push(...curves);
    const worst = curves.toSorted((a, b) => exponentOf(b.points) - exponentOf(a.points))[0];
    console.log(`${line.padEnd(22)} ${curves.length} curves; the steepest: ${worst ? told(worst) : 'none'}`);
  }
  const steep = all.filter(({ points }) => exponentOf(points) > most).length;
  console.log(
    `\n${lines.length} lines × ${inputs.length} inputs, ${all.length} curves; ${steep} steeper than n^${most}`,
  );
}

/** A process that runs stages, one after the other; one that hangs is killed, and another goes on. */
class Runner {
  #child = started();

  /** The processor time of each stage; nothing where one hangs, fails or ends the process, which is told. */
  async run(asked: Asked): Promise<Took | undefined> {
    const child = this.#child;
    let doing = '';
    const stop = new AbortController();
    const came = await new Promise<{ took?: Took; failed?: string }>((resolve) => {
      const hangs = () => resolve({ failed: `${doing}: takes more than ${HANGS / 1000} s` });
      const timer = setTimeout(hangs, HANGS);
      const ended = () => resolve({ failed: `${doing}: ends the process` });
      const hear = (said: { doing?: string; took?: Took; failed?: string }) => {
        timer.refresh();
        doing = said.doing ?? doing;
        if (said.took) resolve(said);
      };
      child.on('message', hear);
      child.once('exit', ended);
      stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        child.off('message', hear);
        child.off('exit', ended);
      });
      child.send(asked);
    });
    stop.abort();
    if (!came.took) {
      child.kill('SIGKILL');
      this.#child = started();
    }
    if (came.failed === undefined) return came.took;
    console.log(`  ${asked.line} · ${asked.input} of ${asked.size} characters: ${came.failed}`);
    return undefined;
  }

  async end(): Promise<void> {
    this.#child.disconnect();
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }
}

function started(): ChildProcess {
  return fork(new URL('growth/child.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--max-old-space-size=4096'],
  });
}
