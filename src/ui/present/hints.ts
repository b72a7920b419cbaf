import { bindings, type Command, type Context, keyFor, keyName } from '../commands.ts';
import { type Line, lineWidth, seg } from '../line.ts';
import { wrap } from '../wrap.ts';

/** How to get help and how to leave are named however narrow the screen is. */
const ALWAYS: ReadonlySet<Command> = new Set(['back', 'help', 'quit']);

/** A key that the foot of the screen names. */
export interface Hint {
  readonly command: Command;
  readonly key: string;
  readonly says: string;
}

/**
 * The keys of a context that have a hint, in the order of the table, as many as fit.
 *
 * @param isOff whether a command would do nothing now: its key is not named
 */
export function hintsFor(
  context: Context,
  width: number,
  isOff: (command: Command) => boolean = () => false,
): readonly Hint[] {
  const kept = bindings().flatMap(({ command, keys, where, hint }) =>
    hint !== undefined &&
    keys.length > 0 &&
    (where.includes(context) || where.includes('everywhere')) &&
    !isOff(command)
      ? [{ command, key: keyName(keys[0] ?? ''), says: hint }]
      : [],
  );
  while (lineWidth(hintLine(kept)) > width) {
    const least = kept.findLastIndex(({ command }) => !ALWAYS.has(command));
    if (least < 0) break;
    kept.splice(least, 1);
  }
  return kept;
}

/** Hints as the foot shows them. */
export function hintLine(hints: readonly Hint[]): Line {
  return hints.flatMap(({ key, says }, i) => [...(i > 0 ? [seg('  ')] : []), seg(key, 'key'), seg(` ${says}`, 'dim')]);
}

/** The places that the help tells the keys of, in order, and the commands that lead there where they are no views. */
const CHAPTERS: readonly (readonly [Context, title: string, ...after: Command[]])[] = [
  ['panes', 'In the panes'],
  ['prompt', 'In the search'],
  ['compare', 'Side by side'],
  ['timeline', 'In the timeline'],
  ['matrix', 'In who quotes whom'],
  ['read', 'Reading'],
  ['bookmarks', 'Bookmarks', 'bookmarks'],
  ['menu', 'Choosing an order or a part', 'sort', 'facet'],
  ['palette', 'Finding a command', 'palette'],
  ['fixEntity', 'Correcting an entity', 'correct'],
  ['fixQuote', 'Correcting a quote', 'correct'],
  ['fixSource', 'Correcting a source', 'correct'],
  ['everywhere', 'Everywhere'],
];

/** The title of each place that the help tells the keys of: "Bookmarks (after ')". */
export function chapters(): readonly (readonly [Context, string])[] {
  return CHAPTERS.map(([context, title, ...after]) => {
    const keys = after.map((command) => keyFor(command, 'panes')).join(' or ');
    return [context, keys === '' ? title : `${title} (after ${keys})`] as const;
  });
}

/** The line of the help that tells the keys of a place: of a view that is open, the first that is asked for. */
export function helpTop(context: Context, width: number): number {
  const title = chapters().find(([place]) => place === context)?.[1];
  const at = helpLines(width).findIndex(([head]) => head?.text === title);
  return Math.max(0, at);
}

/** The signs that the screen uses, for the help. */
const SIGNS: readonly (readonly [sign: string, meaning: string])[] = [
  ['~Outlet ~2021-12-29', 'worked out, not read; the preview of the source shows the evidence'],
  ['unknown', 'the text does not say, and nothing was made up'],
  ['name?', 'a speaker that is a guess'],
  ['▁▅█··', 'mentions by each outlet, in the order of the files; 12/40 in so many articles, where outlets are many'],
  ['◆', 'bookmarked; its note stands over the preview'],
  ['≡', 'prints the text of another source, which the preview names; counted once (--count-copies: each)'],
  ['▪3', 'in the timeline: so many sources were published then'],
  ['3+1?', 'in who quotes whom: three quotes, and one whose speaker is a guess; ≡2 only in a copy counted elsewhere'],
  ['12 “”', 'quotes in this source'],
];

const KEYS_WIDTH = 24;

/** The help: every key by place, and the signs, for a width. */
export function helpLines(width: number): readonly Line[] {
  const entry = (what: string, says: string): readonly Line[] =>
    wrap(says, { start: 0, end: says.length }, Math.max(16, width - KEYS_WIDTH)).map(({ start, end }, i) => [
      seg((i === 0 ? `  ${what}` : '').padEnd(KEYS_WIDTH), 'key'),
      seg(says.slice(start, end)),
    ]);
  const places = chapters().flatMap(([context, title]): readonly Line[] => [
    [seg(title, 'strong')],
    ...bindings()
      .filter(({ where }) => where.includes(context))
      .flatMap(({ keys, title: does }) => entry(keys.map(keyName).join(' '), does)),
    [],
  ]);
  return [...places, [seg('Signs', 'strong')], ...SIGNS.flatMap(([sign, meaning]) => entry(sign, meaning))];
}
