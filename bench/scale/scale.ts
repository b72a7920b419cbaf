import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { builtins, REQUIRE } from '../../scripts/build/builtins.mjs';
import { patches } from '../../scripts/build/patches.mjs';
import { weights, writeWeights } from '../../scripts/build/weights.mjs';
import { ROOT } from '../../test/pty/terminal.ts';
import { seeds } from '../corpus.ts';
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
 */
export async function scale({ data, sizes = '1000', seed = '1' }: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-scale-'));
  try {
    const program = await bundled(join(folder, 'program'));
    const source = data === undefined ? sourceFrom((await seeds()).map(({ text }) => text)) : sourceOf(data);
    console.log(`\nscale, news recombined from ${data ?? 'the seeds'}, ${availableParallelism()} cores`);
    const rows: { readonly size: number; readonly characters: number; readonly fresh: Opened }[] = [];
    for (const size of sizes.split(',').map(Number)) {
      const corpus = join(folder, `${size}`);
      const characters = writeNews(source, corpus, size, Number(seed));
      const home = join(folder, `cache-${size}`);
      const open = (cache: string, workers: number | '', changed = ''): Opened =>
        JSON.parse(
          execFileSync(process.execPath, [program, corpus, cache, `${workers}`, changed], { encoding: 'utf8' }),
        );
      const [first] = filesBelow(corpus);
      console.log(
        `\n  ${size} articles, ${(characters / 1e6).toFixed(1)} million characters (load ${loadavg()[0]?.toFixed(1)})`,
      );
      for (const workers of [0, 1, 2]) {
        // The largest corpora are opened once, as they are opened by everybody.
        if (size > 20_000 && workers < 2) continue;
        const opened = open(workers === 2 ? home : '', workers);
        report(`from nothing, ${workers} threads`, opened);
        if (workers === 2) rows.push({ size, characters, fresh: opened });
      }
      report('again, from the cache', open(home, ''));
      report('again, one file changed meanwhile', open(home, '', first!));
      if (size <= 20_000) {
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

/** The program of one opening, bundled as the program is, so that what is measured is not the reading of TypeScript. */
async function bundled(outdir: string): Promise<string> {
  await build({
    entryPoints: [
      { in: join(ROOT, 'bench/scale/one.ts'), out: 'one' },
      { in: join(ROOT, 'bench/scale/changed.ts'), out: 'changed' },
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
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [builtins, patches, weights],
    banner: { js: REQUIRE },
  });
  await writeWeights(outdir);
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
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
    `    ${what.padEnd(34)} index after ${(seconds.read + seconds.build).toFixed(1)} s (read ${seconds.read.toFixed(1)}, analysed ${seconds.analysing.toFixed(1)}, linked ${index.toFixed(1)})${rate}; shown ${seconds.show.toFixed(1)} s later; kept in ${seconds.keep.toFixed(1)} s${change}; processor ${seconds.cpu.toFixed(1)} s`,
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
    const of = (part: 'read' | 'seconds' | 'cpu') => {
      const sorted = its.map((edit) => 1000 * edit[part]).sort((a, b) => a - b);
      return `${sorted[sorted.length >> 1]!.toFixed(0)} (at most ${sorted.at(-1)!.toFixed(0)}) ms`;
    };
    console.log(
      `      ${kind.padEnd(22)} taken up in ${of('seconds')}, of these reading ${of('read')}; processor ${of('cpu')}`,
    );
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
