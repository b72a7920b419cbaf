import type { Key } from '../terminal/keys.ts';
import { BINDINGS, type Binding, bind, type Command, type Context, keyName, keyWritten } from './commands.ts';
import { isTyping } from './context.ts';
import { LEAST_SIZES, layOutBy, SIZES, type Size, type Sizes } from './layout.ts';
import { SORTS } from './order.ts';
import { PANES, type PaneName } from './panes.ts';
import { dress, THEME_NAMES, type ThemeName } from './theme.ts';

/** What somebody wishes of the screen; everything may be left out. */
export interface Wishes {
  readonly theme?: string | undefined;
  /** Keys by command, `copy`, or by place and command, `panes.copy`. */
  readonly keys?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly sort?: Readonly<Partial<Record<PaneName, string | undefined>>> | undefined;
  readonly sizes?: Readonly<Partial<Record<keyof Sizes, Size | undefined>>> | undefined;
}

/** Wishes, and where they come from. */
export interface Layer {
  readonly from: string;
  readonly wishes: Wishes;
}

/** A wish that cannot be fulfilled: where it stands, and what is expected there. */
export interface Mistake {
  readonly from: string;
  readonly path: string;
  readonly says: string;
  /** What was written, and what there is, where one of those may have been meant. */
  readonly instead?: { readonly of: string; readonly known: readonly string[] };
}

/** How the screen is. */
export interface Settings {
  readonly theme: ThemeName;
  readonly bindings: readonly Binding[];
  /** Per pane: which of its orders it opens with. */
  readonly sort: Readonly<Record<PaneName, number>>;
  readonly sizes: Sizes;
}

/** A setting as it is in force, in words, and where that comes from. */
export interface Setting {
  readonly setting: string;
  readonly value: string;
  readonly from: string;
}

export const BUILT_IN = 'built in';

/** What wishes come to: the later layers go over the earlier ones. With mistakes nothing of it should be used. */
export function settingsOf(layers: readonly Layer[]): {
  readonly settings: Settings;
  readonly table: readonly Setting[];
  readonly mistakes: readonly Mistake[];
} {
  const mistakes: Mistake[] = [];
  const table: Setting[] = [];
  const theme = themeOf(layers, table, mistakes);
  const sort = sortOf(layers, table, mistakes);
  const sizes = sizesOf(layers, table, mistakes);
  const bindings = bindingsOf(layers, table, mistakes);
  return { settings: { theme, sort, sizes, bindings }, table, mistakes };
}

/** Puts settings in force: once, before anything is drawn. */
export function put({ theme, bindings, sizes }: Settings): void {
  dress(theme);
  bind(bindings);
  layOutBy(sizes);
}

function themeOf(layers: readonly Layer[], table: Setting[], mistakes: Mistake[]): ThemeName {
  let [name = 'ansi', from] = [THEME_NAMES[0], BUILT_IN];
  for (const layer of layers) {
    const { theme } = layer.wishes;
    if (theme === undefined) continue;
    const known = THEME_NAMES.find((it) => it === theme);
    if (known) [name, from] = [known, layer.from];
    else
      mistakes.push({
        from: layer.from,
        path: 'theme',
        says: `there is no theme “${theme}”; there are ${THEME_NAMES.join(', ')}`,
        instead: { of: theme, known: THEME_NAMES },
      });
  }
  table.push({ setting: 'theme', value: name, from });
  return name;
}

function sortOf(layers: readonly Layer[], table: Setting[], mistakes: Mistake[]): Settings['sort'] {
  const sort = { sources: 0, entities: 0, quotes: 0 };
  for (const pane of PANES) {
    let from = BUILT_IN;
    const titles = SORTS[pane].map(({ title }) => title);
    for (const layer of layers) {
      const wanted = layer.wishes.sort?.[pane];
      if (wanted === undefined) continue;
      const number = titles.findIndex((title) => title === wanted || title === `by ${wanted}`);
      if (number >= 0) [sort[pane], from] = [number, layer.from];
      else
        mistakes.push({
          from: layer.from,
          path: `sort.${pane}`,
          says: `“${wanted}” is no order of the ${pane}; there are ${titles.join(', ')}`,
          instead: { of: wanted, known: titles },
        });
    }
    table.push({ setting: `sort.${pane}`, value: titles[sort[pane]] ?? '', from });
  }
  return sort;
}

function sizesOf(layers: readonly Layer[], table: Setting[], mistakes: Mistake[]): Sizes {
  const sizes: Record<keyof Sizes, Size> = { ...SIZES };
  for (const kind of ['wide', 'square'] as const) {
    let from = BUILT_IN;
    const least = LEAST_SIZES[kind];
    for (const layer of layers) {
      const wanted = layer.wishes.sizes?.[kind];
      if (wanted === undefined) continue;
      if (wanted.columns >= least.columns && wanted.rows >= least.rows) [sizes[kind], from] = [wanted, layer.from];
      else
        mistakes.push({
          from: layer.from,
          path: `sizes.${kind}`,
          says: `must be ${least.columns} columns and ${least.rows} rows at least`,
        });
    }
    table.push({ setting: `sizes.${kind}`, value: `${sizes[kind].columns}×${sizes[kind].rows}`, from });
  }
  return sizes;
}

/** Keys wished for, and where that comes from. */
interface Bound {
  readonly keys: readonly Key[];
  readonly from: string;
  /** Where it stands: `keys.panes.copy`. */
  readonly path: string;
}

/** Without a key these could not be told any more. */
const NEEDED: ReadonlySet<Command> = new Set(['quit', 'back', 'help', 'enter']);

function bindingsOf(layers: readonly Layer[], table: Setting[], mistakes: Mistake[]): readonly Binding[] {
  const wanted = new Map<string, Bound>();
  for (const layer of layers)
    for (const [id, written] of Object.entries(layer.wishes.keys ?? {})) {
      const bound = boundOf(layer.from, id, written, mistakes);
      if (bound) wanted.set(id, bound);
    }
  const rows = BINDINGS.flatMap((binding) =>
    binding.where.map((place) => {
      const bound =
        wanted.get(`${place}.${binding.command}`) ?? (isOf(place, binding.command) && wanted.get(binding.command));
      return { binding, place, keys: bound ? bound.keys : binding.keys, bound: bound || undefined };
    }),
  );
  for (const { binding, place, keys, bound } of rows)
    table.push({
      setting: `keys.${place}.${binding.command}`,
      value: keys.map(keyName).join(' '),
      from: bound?.from ?? BUILT_IN,
    });
  mistakes.push(...clashes(rows));
  return BINDINGS.flatMap((binding) => {
    const groups = new Map<string, { keys: readonly Key[]; where: Context[] }>();
    for (const { place, keys } of rows.filter((row) => row.binding === binding)) {
      const group = groups.get(keys.join('\n')) ?? { keys, where: [] };
      group.where.push(place);
      groups.set(keys.join('\n'), group);
    }
    return [...groups.values()].filter(({ keys }) => keys.length > 0).map((group) => ({ ...binding, ...group }));
  });
}

/** Whether a command's name alone means it there, too: in a text letters are text, so there the place must be named. */
function isOf(place: Context, command: Command): boolean {
  return !isTyping(place) || BINDINGS.every((it) => it.command !== command || it.where.every(isTyping));
}

function boundOf(from: string, id: string, written: readonly string[], mistakes: Mistake[]): Bound | undefined {
  const path = `keys.${id}`;
  const refuse = (says: string, instead?: Mistake['instead']) => {
    mistakes.push({ from, path, says, ...(instead && { instead }) });
    return undefined;
  };
  const [place, name] = id.includes('.') ? (id.split('.', 2) as [string, string]) : [undefined, id];
  const known = BINDINGS.filter(({ where }) => place === undefined || where.some((it) => it === place));
  const places = [...new Set(BINDINGS.flatMap(({ where }) => where))];
  if (place !== undefined && known.length === 0)
    return refuse(`there is no place “${place}”; there are ${places.join(', ')}`, { of: place, known: places });
  const commands = [...new Set(known.map(({ command }) => command))];
  const command = commands.find((it) => it === name);
  if (!command)
    return refuse(
      `no command is called “${name}”${place === undefined ? '' : ` in ${place}`}; crisis-tui config --no-config lists them`,
      { of: name, known: commands },
    );
  if (command === 'interrupt') return refuse('Ctrl-C always quits, it cannot be bound to anything else');
  if (written.length === 0 && NEEDED.has(command)) return refuse('wants one key at least');
  const typing =
    place === undefined
      ? known.filter((it) => it.command === command).every(({ where }) => where.every(isTyping))
      : isTyping(place as Context);
  const keys: Key[] = [];
  for (const one of written) {
    const key = keyWritten(one);
    if (key === undefined)
      return refuse(
        `“${one}” cannot be read as a key; such are j, G, Ctrl-D, Alt-f, Space, Enter, Esc, Tab, PgDn, Home, ↓`,
      );
    if (key === 'ctrl-c') return refuse('Ctrl-C always quits, it cannot be bound to anything else');
    if (typing && /^.$/su.test(key)) return refuse(`“${one}” is a letter of the text there; take one with Ctrl or Alt`);
    keys.push(key);
  }
  return { keys, from, path };
}

interface Row {
  readonly binding: Binding;
  readonly place: Context;
  readonly keys: readonly Key[];
  readonly bound: Bound | undefined;
}

/** Keys that would mean two things in one place, where a wish is to blame. */
function clashes(rows: readonly Row[]): readonly Mistake[] {
  const mistakes = new Map<string, Mistake>();
  const everywhere = rows.filter(({ place }) => place === 'everywhere');
  for (const place of new Set(rows.map((row) => row.place))) {
    const here = place === 'everywhere' ? everywhere : [...rows.filter((row) => row.place === place), ...everywhere];
    for (const row of here)
      for (const other of here) {
        const key =
          row.bound && other.binding.command !== row.binding.command && row.keys.find((it) => other.keys.includes(it));
        if (key === undefined || key === false || !row.bound) continue;
        const says = `“${keyName(key)}” is ${other.binding.command} there already (${place}); bind that to another key, too`;
        const { from, path } = row.bound;
        if (!mistakes.has(path)) mistakes.set(path, { from, path, says });
      }
  }
  return [...mistakes.values()];
}
