import { type Binding, bindings, type Command, type Context, keyFor, keyName } from './commands.ts';
import { contextOf } from './context.ts';
import type { Env } from './env.ts';
import { whyOff } from './off.ts';
import type { Palette, State } from './state.ts';

/** A row of the palette: what can be told to the program, and why it cannot now. */
export interface Entry {
  readonly command: Command;
  /** The keys that do the same. */
  readonly keys: string;
  /** A word or two. */
  readonly name: string;
  readonly title: string;
  readonly off: string | undefined;
}

/** Where commands are done, and what the palette says of those that are of another place. */
const PLACES: Readonly<Partial<Record<Context, () => string>>> = {
  panes: () => `only among the panes (${keyFor('back', 'everywhere')} goes there)`,
  compare: () => `only side by side (${keyFor('compare', 'panes')} goes there)`,
  timeline: () => `only in the timeline (${keyFor('timeline', 'panes')} goes there)`,
  matrix: () => `only in who quotes whom (${keyFor('matrix', 'panes')} goes there)`,
  read: () => `only while reading (${keyFor('read', 'panes')} goes there)`,
};

/** So much less is what cannot be done now meant. */
const OFF = 0.8;

/** The entries that match what is typed, the best first; without anything typed what can be done here comes first. */
export function entriesOf(env: Env, state: State, { prompt }: Pick<Palette, 'prompt'>): readonly Entry[] {
  const all = allEntries(env, state);
  const typed = prompt.text.trim();
  if (typed === '') return all;
  return all
    .map((entry) => {
      const score = Math.max(2 * nearness(typed, entry.name), nearness(typed, entry.title));
      return { entry, score: entry.off === undefined ? score : OFF * score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

/**
 * How well letters typed stand for a name, as in editors' palettes: they must come in it in this order; letters side
 * by side and at the start of words tell more. 0 when they do not, at most 1.
 */
export function nearness(typed: string, name: string): number {
  const [letters, text] = [typed.toLowerCase().replaceAll(/\s+/g, ''), name.toLowerCase()];
  let best = 0;
  for (let start = text.indexOf(letters[0] ?? ''); start >= 0; start = text.indexOf(letters[0] ?? '', start + 1)) {
    let worth = 0;
    let at = start - 1;
    for (const letter of letters) {
      const next = text.indexOf(letter, at + 1);
      if (next < 0) return best;
      const startsWord = next === 0 || text[next - 1] === ' ';
      worth += next === at + 1 ? 1 : startsWord ? 0.8 : 0.3;
      at = next;
    }
    const startsWord = start === 0 || text[start - 1] === ' ';
    best = Math.max(best, ((start === 0 ? 1 : startsWord ? 0.95 : 0.7) * worth) / letters.length);
    if (letters === '') break;
  }
  return best;
}

function allEntries(env: Env, state: State): readonly Entry[] {
  const under: State = { ...state, palette: null };
  const here = contextOf(under);
  const isHere = ({ where }: Binding) => where.includes(here) || where.includes('everywhere');
  const rows = bindings().flatMap((binding): readonly Entry[] => {
    const { command, keys, title, where } = binding;
    const elsewhere = where.map((context) => PLACES[context]?.()).find((words) => words !== undefined);
    if (command === 'palette' || (!isHere(binding) && elsewhere === undefined)) return [];
    const off = isHere(binding) ? whyOff(env, under, command) : elsewhere;
    const name = command.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [{ command, keys: keys.map(keyName).join(' '), name, title, off }];
  });
  return [...rows.filter(({ off }) => off === undefined), ...rows.filter(({ off }) => off !== undefined)];
}
