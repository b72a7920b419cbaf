import Fuse from 'fuse.js';
import { BINDINGS, type Command, type Context, keyName } from './commands.ts';
import { contextOf } from './context.ts';
import type { Env } from './env.ts';
import { whyOff } from './off.ts';
import type { Palette, State } from './state.ts';

/** A row of the palette: what can be told to the program, and why it cannot now. */
export interface Entry {
  readonly command: Command;
  /** The keys that do the same. */
  readonly keys: string;
  readonly title: string;
  readonly off: string | undefined;
}

/** Where commands are done, and what the palette says of those that are of another place. */
const PLACES: Readonly<Partial<Record<Context, string>>> = {
  panes: 'only among the panes (Esc goes there)',
  compare: 'only side by side (c goes there)',
  read: 'only while reading (r goes there)',
};

/** The entries that match what is typed, the best first; without anything typed what can be done here comes first. */
export function entriesOf(env: Env, state: State, { prompt }: Pick<Palette, 'prompt'>): readonly Entry[] {
  const all = allEntries(env, state);
  const typed = prompt.text.trim();
  if (typed === '') return all;
  const fuse = new Fuse(all, {
    keys: ['title', 'command'],
    threshold: 0.4,
    ignoreLocation: true,
    useExtendedSearch: false,
    useTokenSearch: true,
  } as ConstructorParameters<typeof Fuse<Entry>>[1]);
  return fuse.search(typed).map(({ item }) => item);
}

function allEntries(env: Env, state: State): readonly Entry[] {
  const under: State = { ...state, palette: null };
  const here = contextOf(under);
  const isHere = ({ where }: (typeof BINDINGS)[number]) => where.includes(here) || where.includes('everywhere');
  const rows = BINDINGS.flatMap((binding): readonly Entry[] => {
    const { command, keys, title, where } = binding;
    const elsewhere = where.map((context) => PLACES[context]).find((words) => words !== undefined);
    if (command === 'palette' || (!isHere(binding) && elsewhere === undefined)) return [];
    const off = isHere(binding) ? whyOff(env, under, command) : elsewhere;
    return [{ command, keys: keys.map(keyName).join(' '), title, off }];
  });
  return [...rows.filter(({ off }) => off === undefined), ...rows.filter(({ off }) => off !== undefined)];
}
