import { BINDINGS, type Context, keyName } from '../commands.ts';
import { type Line, seg } from '../line.ts';

/** The foot of the screen: the keys of a context that have a hint, in the order of the table. */
export function hintLine(context: Context): Line {
  const here = BINDINGS.filter(({ where, hint }) => hint && (where.includes(context) || where.includes('everywhere')));
  return here.flatMap(({ keys, hint }, i) => [
    ...(i > 0 ? [seg('  ')] : []),
    seg(keyName(keys[0] ?? ''), 'key'),
    seg(` ${hint}`, 'dim'),
  ]);
}

/** What the help says of each place, in order. */
const CHAPTERS: readonly (readonly [Context, string])[] = [
  ['panes', 'In the panes'],
  ['prompt', 'In the search'],
  ['compare', 'Side by side'],
  ['everywhere', 'Everywhere'],
];

/** The signs that the screen uses, for the help. */
const SIGNS: readonly (readonly [sign: string, meaning: string])[] = [
  ['~Outlet', 'worked out, not read; the preview of the source shows the evidence'],
  ['unknown', 'the text does not say, and nothing was made up'],
  ['name?', 'a speaker that is a guess'],
  ['▁▅█··', 'mentions in each article, in the order of the sources'],
  ['12 “”', 'quotes in this source'],
];

/** The help: every key by place, and the signs. */
export function helpLines(): readonly Line[] {
  const lines: Line[] = [];
  for (const [context, title] of CHAPTERS) {
    lines.push([seg(title, 'strong')]);
    for (const { keys, title: does, where } of BINDINGS) {
      if (!where.includes(context)) continue;
      lines.push([seg(`  ${keys.map(keyName).join(' ')}`.padEnd(24), 'key'), seg(does)]);
    }
    lines.push([]);
  }
  lines.push([seg('Signs', 'strong')]);
  for (const [sign, meaning] of SIGNS) lines.push([seg(`  ${sign}`.padEnd(24), 'key'), seg(meaning)]);
  return lines;
}
