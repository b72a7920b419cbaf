import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { builtins, REQUIRE } from '../../scripts/build/builtins.mjs';
import { patches } from '../../scripts/build/patches.mjs';
import { weights, writeWeights } from '../../scripts/build/weights.mjs';
import { ROOT, Terminal, whenReady } from '../../test/pty/terminal.ts';
import { seeds } from '../corpus.ts';
import { measure, report as reportTimes } from '../measure.ts';
import { sourceFrom, sourceOf } from '../news/source.ts';
import { writeNews } from '../news/write.ts';
import { filesBelow } from './files.ts';
import type { Changed, Opened } from './opened.ts';

/**
 * How building, reopening and updating grow with the corpus: news made up in folders of several sizes, each opened by
 * a process of its own as the explorer opens it.
 *
 * @param data a folder of annotated news to recombine, `*.jsonl` with a `text`; without, the seeds
 * @param sizes articles, `1000,10000`
 * @param seed another one makes other news
 * @param pairs how many times one and two threads are measured beside each other
 */
export async function scale({
  data,
  sizes = '1000',
  seed = '1',
  pairs = '5',
}: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-scale-'));
  try {
    const program = await bundled(join(folder, 'program', 'dist'));
    const source = data === undefined ? sourceFrom((await seeds()).map(({ text }) => text)) : sourceOf(data);
    console.log(`\nscale, news recombined from ${data ?? 'the seeds'}, ${availableParallelism()} cores`);
    const rows: { readonly size: number; readonly characters: number; readonly fresh: Opened }[] = [];
    for (const size of sizes.split(',').map(Number)) {
      const corpus = join(folder, `${size}`);
      const characters = writeNews(source, corpus, size, Number(seed));
      // Files that were written a moment before they are read are read again the next time, and nobody's folder is.
      await new Promise((resume) => setTimeout(resume, WRITTEN));
      const home = join(folder, `cache-${size}`);
      const open = (cache: string, workers: number | '', changed = ''): Opened =>
        JSON.parse(
          execFileSync(process.execPath, [program, corpus, cache, `${workers}`, changed], { encoding: 'utf8' }),
        );
      const [first] = filesBelow(corpus);
      console.log(
        `\n  ${size} articles, ${(characters / 1e6).toFixed(1)} million characters (load ${loadavg()[0]?.toFixed(1)})`,
      );
      for (const workers of [0, 2]) {
        // The largest corpora are opened once, as they are opened by everybody.
        if (size > LARGE && workers < 2) continue;
        const opened = open(workers === 2 ? home : '', workers);
        report(`from nothing, ${workers} threads`, opened);
        if (workers === 2) rows.push({ size, characters, fresh: opened });
      }
      if (size <= LARGE) reportThreads(dirname(program), corpus, Number(pairs));
      report('again, from the cache', open(home, ''));
      await firstFrames(dirname(program), corpus, home);
      report('again, one file changed meanwhile', open(home, '', first!));
      if (size <= LARGE) {
        const run = [join(dirname(program), 'changed.js'), corpus, home];
        reportChanges(JSON.parse(execFileSync(process.execPath, run, { encoding: 'utf8' })));
      }
    }
    const [small] = rows;
    for (const { size, characters, fresh } of rows) {
      const time = (of: Opened) => (of.seconds.read + of.seconds.build) / of.articles;
      const memory = (of: Opened) => of.bytes.settled / of.articles;
      console.log(
        `  ${size}: ${(1000 * time(fresh)).toFixed(1)} ms an article (×${(time(fresh) / time(small!.fresh)).toFixed(2)}), ${(memory(fresh) / 1024).toFixed(0)} KB an article (×${(memory(fresh) / memory(small!.fresh)).toFixed(2)}); settled ${megabytes(fresh.bytes.settled)}, aim ${megabytes(200e6 + 5 * characters)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds after which what was written cannot be written again in the same step of a file system's clock. */
const WRITTEN = 5000;
/** Larger corpora are not opened more often than has to be. */
const LARGE = 20_000;

/**
 * How many times as fast two threads read and analyse a corpus as one, measured one after the other, the order turned each
 * time; and how many times as fast two threads are on this machine at something plain, measured in between.
 */
function reportThreads(programs: string, corpus: string, pairs: number): void {
  const seconds = (program: string, ...args: readonly string[]) =>
    Number(execFileSync(process.execPath, [join(programs, program), ...args], { encoding: 'utf8' }));
  const ratios = (pair: number, run: (workers: string) => number) => {
    const [a, b] = pair % 2 === 0 ? (['1', '2'] as const) : (['2', '1'] as const);
    const taken = new Map([a, b].map((workers) => [workers, run(workers)]));
    return { one: taken.get('1')!, two: taken.get('2')!, ratio: taken.get('1')! / taken.get('2')! };
  };
  const measured = Array.from({ length: pairs }, (_, pair) => ({
    analysis: ratios(pair, (workers) => seconds('analysed.js', corpus, workers)),
    machine: ratios(pair, (workers) => seconds('ceiling.js', workers)),
  }));
  for (const [what, of] of [
    ['two threads against one', 'analysis'],
    ['the same of a plain loop', 'machine'],
  ] as const) {
    const its = measured.map((pair) => pair[of]);
    const sorted = its.map(({ ratio }) => ratio).sort((a, b) => a - b);
    const runs = its.map(({ one, two, ratio }) => `${one.toFixed(1)}/${two.toFixed(1)} = ${ratio.toFixed(2)}`);
    console.log(
      `    ${what.padEnd(34)} ×${sorted[sorted.length >> 1]!.toFixed(2)}, from ${sorted[0]!.toFixed(2)} to ${sorted.at(-1)!.toFixed(2)}; seconds: ${runs.join(', ')}`,
    );
  }
}

/** How long it takes from the command to the first frame of the explorer that shows anything. */
async function firstFrames(programs: string, corpus: string, home: string): Promise<void> {
  const launcher = join(programs, '../bin/crisis-tui.js');
  const opened = (...flags: string[]) =>
    whenReady(new Terminal(process.execPath, [launcher, corpus, ...flags], { env: { XDG_CACHE_HOME: home } }), (it) =>
      it.waitFor((terminal) => terminal.altScreen && terminal.screen().some((row) => row.trim() !== '')),
    );
  const frame = async (...flags: string[]) => {
    await using shown = await opened(...flags);
    void shown;
  };
  // Ended as a person ends it, so that what was compiled is kept.
  await using first = await opened();
  first.type('q');
  await first.exit;
  reportTimes(
    'first frame',
    await measure(
      [
        { name: 'node -e 0', run: () => execFileSync(process.execPath, ['-e', '0']) },
        { name: 'nothing known', run: () => frame('--no-cache') },
        { name: 'all kept', run: () => frame() },
      ],
      { rounds: 5, warmUp: 1 },
    ),
  );
}

/** The program of one opening, bundled as the program is, so that what is measured is not the reading of TypeScript. */
async function bundled(outdir: string): Promise<string> {
  await build({
    entryPoints: [
      { in: join(ROOT, 'bench/scale/one.ts'), out: 'one' },
      { in: join(ROOT, 'bench/scale/changed.ts'), out: 'changed' },
      { in: join(ROOT, 'bench/scale/analysed.ts'), out: 'analysed' },
      { in: join(ROOT, 'bench/scale/ceiling.ts'), out: 'ceiling' },
      { in: join(ROOT, 'src/cli.tsx'), out: 'cli' },
      { in: join(ROOT, 'src/load/worker.ts'), out: 'worker' },
      { in: join(ROOT, 'src/load/linker.ts'), out: 'linker' },
    ],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"', fetch: 'undefined' },
    alias: { 'react-devtools-core': join(ROOT, 'scripts/build/empty.mjs') },
    plugins: [builtins, patches, weights],
    banner: { js: REQUIRE },
  });
  await writeWeights(outdir);
  // The launcher finds the program beside it, as it does in the package.
  cpSync(join(ROOT, 'bin'), join(outdir, '../bin'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(outdir, '../package.json'));
  return join(outdir, 'one.js');
}

function report(what: string, { analysed, seconds, bytes, parts, analysis, longest }: Opened): void {
  const shares = `${analysis.all.toFixed(1)} s of the processor, ${analysis.main.toFixed(1)} of it the main thread`;
  const rate = analysed > 0 ? `, ${Math.round(analysed / seconds.analysing)} analysed a second (${shares})` : '';
  const index = seconds.build - seconds.analysing;
  const waits = Object.entries(longest).map(([part, wait]) => `${part} ${wait.toFixed(0)}`);
  const change = seconds.change > 0 ? `; a changed file ${(1000 * seconds.change).toFixed(0)} ms` : '';
  const pad = ' '.repeat(39);
  console.log(
    `    ${what.padEnd(34)} index after ${(seconds.read + seconds.build).toFixed(1)} s (read ${seconds.read.toFixed(1)}, analysed ${seconds.analysing.toFixed(1)}, linked ${index.toFixed(1)})${rate}; shown ${seconds.show.toFixed(1)} s later, all can be searched after ${seconds.search.toFixed(1)} s more; kept in ${seconds.keep.toFixed(1)} s${change}; processor ${seconds.cpu.toFixed(1)} s`,
  );
  console.log(
    `${pad}resident ${megabytes(bytes.indexed)}, shown ${megabytes(bytes.shown)}, settled ${megabytes(bytes.settled)} (heap ${megabytes(parts.heap)}, used ${megabytes(parts.used)}, buffers ${megabytes(parts.buffers)}), at most ${megabytes(bytes.most)}; longest wait in ms: ${waits.join(', ')}`,
  );
}

function reportChanges({ warm, edits, longest }: Changed): void {
  console.log(
    `    followed: ready ${warm.toFixed(1)} s after an index that was kept; longest wait ${longest.toFixed(0)} ms`,
  );
  for (const kind of new Set(edits.map((edit) => edit.kind))) {
    const its = edits.filter((edit) => edit.kind === kind);
    const of = (part: 'read' | 'seconds' | 'world' | 'cpu') => {
      const sorted = its.map((edit) => 1000 * edit[part]).sort((a, b) => a - b);
      return `${sorted[sorted.length >> 1]!.toFixed(0)} (at most ${sorted.at(-1)!.toFixed(0)}) ms`;
    };
    console.log(
      `      ${kind.padEnd(22)} taken up in ${of('seconds')}, of these reading ${of('read')}; shown and searched after ${of('world')} more; processor ${of('cpu')}`,
    );
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
