import { readFileSync, writeFileSync } from 'node:fs';
import { withSection } from '../../scripts/section.mjs';
import { type Curve, exponentOf, rateOf } from './curve.ts';

const HEADING = [
  '| line | stage | curves | to, kB | steepest | on | slowest, ms a MB | on | steep |',
  '| --- | --- | ---: | ---: | ---: | --- | ---: | --- | ---: |',
];

/** A curve in words. */
export function told({ line, stage, input, points }: Curve): string {
  const times = points.slice(-4).map(({ size, ms }) => `${size / 1000} kB ${Math.round(ms)}`);
  return `${stage ? `${line} ${stage}` : line} · ${input}: n^${exponentOf(points).toFixed(2)} (${times.join(', ')} ms)`;
}

/** Puts what came of a line into the tables of a file, in the place of what an earlier run of it gave. */
export function written(file: string, line: string, curves: readonly Curve[], most: number): void {
  const document = readFileSync(file, 'utf8');
  const stages = new Map<string, Curve[]>();
  for (const curve of curves) stages.set(curve.stage, [...(stages.get(curve.stage) ?? []), curve]);
  const rows = [
    ...document.split('\n').filter((row) => /^\| .* \| \d+ \|$/.test(row) && !row.startsWith(`| ${line} |`)),
    ...[...stages].map(([stage, its]) => rowOf(line, stage, its, most)),
  ];
  const steep = [
    ...document.split('\n').filter((row) => row.startsWith('- ') && !row.startsWith(`- ${line} `)),
    ...curves.filter(({ points }) => exponentOf(points) > most).map((curve) => `- ${shown(told(curve))}`),
  ];
  const table = [...HEADING, ...rows.sort()].join('\n');
  writeFileSync(file, withSection(withSection(document, 'growth', table), 'steep', steep.sort().join('\n')));
}

function rowOf(line: string, stage: string, curves: readonly Curve[], most: number): string {
  const sizes = curves.map(({ points }) => points.at(-1)!.size / 1000);
  const steepest = curves.toSorted((a, b) => exponentOf(b.points) - exponentOf(a.points))[0]!;
  const slowest = curves.toSorted((a, b) => rateOf(b) - rateOf(a))[0]!;
  const exponent = exponentOf(steepest.points);
  const rate = rateOf(slowest);
  const cells = [
    ...[line, stage || 'all', curves.length, [...new Set([Math.min(...sizes), Math.max(...sizes)])].join('–')],
    ...(exponent > 0 ? [`n^${exponent.toFixed(2)}`, shown(steepest.input)] : ['', '']),
    ...(rate > 0 ? [Math.round(rate), shown(slowest.input)] : ['', '']),
    curves.filter(({ points }) => exponentOf(points) > most).length,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** An input's name, as Markdown keeps it. */
function shown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&|~#!^$]/g, '\\$&');
}
