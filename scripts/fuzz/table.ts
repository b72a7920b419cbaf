import { readFileSync, writeFileSync } from 'node:fs';
import type { Session } from './session.ts';

/** What came of fuzzing one target, as the table has it. */
interface Row {
  readonly target: string;
  readonly runs: number;
  readonly seconds: number;
  /** Branches reached by the seeds alone, after a tenth of the time, at its end. */
  readonly branches: readonly [seeds: number, tenth: number, end: number];
  readonly inputs: number;
  readonly slowest: number;
  readonly found: number;
}

export function rowOf(target: string, { runs, milliseconds, reached, inputs, slowest, found }: Session): Row {
  const after = (time: number) => reached.findLast(([at], i) => i === 0 || at <= time)?.[1] ?? 0;
  return {
    target,
    runs,
    seconds: Math.round(milliseconds / 1000),
    branches: [after(0), after(milliseconds / 10), after(milliseconds)],
    inputs: inputs.length,
    slowest: Math.round(slowest),
    found,
  };
}

const BEGIN = '<!-- table: made by npm run fuzz -- --write -->';
const END = '<!-- /table -->';
const HEADING = [
  '| target | seconds | runs | branches: seeds | a tenth | the end | inputs kept | slowest, ms | found |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];

/** Puts a row into the table of a file, in the place of what an earlier run of the target gave; two may write in turns. */
export function written(file: string, { target, runs, seconds, branches, inputs, slowest, found }: Row): void {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the table`);
  const cells = [target, seconds, runs, ...branches, inputs, slowest, found];
  const rows = [
    ...text
      .slice(begin, end)
      .split('\n')
      .filter((line) => line.startsWith('| ') && !HEADING.includes(line))
      .filter((line) => !line.startsWith(`| ${target} |`) && !line.startsWith('| all |')),
    `| ${cells.join(' | ')} |`,
  ].sort();
  const sum = (column: number) =>
    rows.reduce((all, row) => all + Number(row.split(' | ')[column]!.replace(' |', '')), 0);
  const all = ['all', sum(1), sum(2), '', '', '', sum(6), '', sum(8)];
  const table = [...HEADING, ...rows, `| ${all.join(' | ')} |`].join('\n');
  writeFileSync(file, `${text.slice(0, begin)}${BEGIN}\n\n${table}\n\n${text.slice(end)}`);
}
