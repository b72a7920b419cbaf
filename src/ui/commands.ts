import type { Key } from '../terminal/keys.ts';
import { graphemes } from '../terminal/width.ts';

/** Where keys mean what they mean. `everywhere` holds in all others unless they bind the key themselves. */
export type Context =
  | 'panes'
  | 'prompt'
  | 'compare'
  | 'timeline'
  | 'matrix'
  | 'read'
  | 'fixEntity'
  | 'fixQuote'
  | 'fixSource'
  | 'ask'
  | 'sure'
  | 'bookmarks'
  | 'menu'
  | 'palette'
  | 'help'
  | 'everywhere';

/** All that the program can be told to do by a key. */
export type Command =
  | 'quit'
  | 'interrupt'
  | 'suspend'
  | 'redraw'
  | 'enough'
  | 'help'
  | 'back'
  | 'search'
  | 'down'
  | 'up'
  | 'halfPageDown'
  | 'halfPageUp'
  | 'pageDown'
  | 'pageUp'
  | 'first'
  | 'last'
  | 'nextPane'
  | 'previousPane'
  | 'sourcesPane'
  | 'entitiesPane'
  | 'quotesPane'
  | 'enter'
  | 'mark'
  | 'compare'
  | 'indirect'
  | 'previewDown'
  | 'previewUp'
  | 'copy'
  | 'open'
  | 'export'
  | 'bookmark'
  | 'note'
  | 'bookmarks'
  | 'yes'
  | 'no'
  | 'correct'
  | 'fixName'
  | 'fixType'
  | 'fixMerge'
  | 'fixSplit'
  | 'fixHide'
  | 'fixSpeaker'
  | 'fixUnknown'
  | 'fixOutlet'
  | 'fixUndo'
  | 'sort'
  | 'facet'
  | 'nextSort'
  | 'nextFacet'
  | 'mouse'
  | 'palette'
  | 'undo'
  | 'read'
  | 'nextStop'
  | 'previousStop'
  | 'marking'
  | 'unfold'
  | 'left'
  | 'right'
  | 'show'
  | 'showKind'
  | 'copies'
  | 'timeline'
  | 'matrix'
  | 'unit'
  | 'published'
  | 'sortColumns'
  | 'nextStory'
  | 'previousStory'
  | 'backspace'
  | 'delete'
  | 'deleteWord'
  | 'deleteToStart'
  | 'deleteToEnd'
  | 'deleteNextWord'
  | 'wordLeft'
  | 'wordRight'
  | 'complete'
  | 'completeBack'
  | 'older'
  | 'newer'
  | 'cursorLeft'
  | 'cursorRight'
  | 'cursorStart'
  | 'cursorEnd';

/** A row of the key table: keys that do something somewhere, in the words of the help. */
export interface Binding {
  readonly command: Command;
  readonly keys: readonly Key[];
  readonly where: readonly Context[];
  /** What it does, for the help and the README. */
  readonly title: string;
  /** A word or two for the foot of the screen; without it the foot does not name it. */
  readonly hint?: string;
}

const LISTS = ['panes', 'compare', 'timeline', 'matrix', 'read', 'help', 'bookmarks'] as const;
/** Lists that are only chosen from. */
const CHOICES = ['menu'] as const;
const TEXTS = ['prompt', 'ask', 'palette'] as const;

/** The one table of keys: the key map, the foot hints, the help and the README's list are made from it. */
export const BINDINGS: readonly Binding[] = [
  {
    command: 'search',
    keys: ['/'],
    where: ['panes'],
    title: 'Search all three panes as you type',
    hint: 'search',
  },
  { command: 'search', keys: ['/'], where: ['read'], title: 'Search in this article', hint: 'find' },
  { command: 'down', keys: ['j', 'down'], where: [...LISTS, ...CHOICES], title: 'Next row' },
  { command: 'up', keys: ['k', 'up'], where: [...LISTS, ...CHOICES], title: 'Previous row' },
  {
    command: 'down',
    keys: ['ctrl-n'],
    where: ['prompt'],
    title: 'Next row of the pane, without leaving the search',
    hint: 'row',
  },
  { command: 'up', keys: ['ctrl-p'], where: ['prompt'], title: 'Previous row of the pane' },
  { command: 'older', keys: ['up'], where: ['prompt'], title: 'What was searched before this', hint: 'history' },
  { command: 'newer', keys: ['down'], where: ['prompt'], title: 'What was searched after this' },
  { command: 'halfPageDown', keys: ['ctrl-d'], where: LISTS, title: 'Half a page down' },
  { command: 'halfPageUp', keys: ['ctrl-u'], where: LISTS, title: 'Half a page up' },
  { command: 'pageDown', keys: ['pagedown', 'ctrl-f'], where: LISTS, title: 'A page down' },
  { command: 'pageUp', keys: ['pageup', 'ctrl-b'], where: LISTS, title: 'A page up' },
  { command: 'first', keys: ['g', 'home'], where: [...LISTS, ...CHOICES], title: 'First row' },
  { command: 'last', keys: ['G', 'end'], where: [...LISTS, ...CHOICES], title: 'Last row' },
  { command: 'nextPane', keys: ['tab', 'l', 'right'], where: ['panes'], title: 'Next pane', hint: 'pane' },
  {
    command: 'complete',
    keys: ['tab'],
    where: ['prompt'],
    title: 'Complete a field or its value (speaker:pu), the next time the next; else next pane, the search kept',
    hint: 'complete/pane',
  },
  { command: 'previousPane', keys: ['shift-tab', 'h', 'left'], where: ['panes'], title: 'Previous pane' },
  {
    command: 'completeBack',
    keys: ['shift-tab'],
    where: ['prompt'],
    title: 'The one before it; else previous pane, the search kept',
  },
  { command: 'sourcesPane', keys: ['1'], where: ['panes'], title: 'To the sources' },
  { command: 'entitiesPane', keys: ['2'], where: ['panes'], title: 'To the entities' },
  { command: 'quotesPane', keys: ['3'], where: ['panes'], title: 'To the quotes' },
  {
    command: 'enter',
    keys: ['enter'],
    where: ['panes'],
    title: 'Filter the other panes by this source or entity; of a quote: set it side by side',
    hint: 'filter',
  },
  {
    command: 'enter',
    keys: ['enter'],
    where: ['prompt'],
    title: 'Keep the search and go to the rows',
    hint: 'to rows',
  },
  { command: 'mark', keys: [' '], where: ['panes'], title: 'Mark this source or quote to compare it' },
  {
    command: 'compare',
    keys: ['c'],
    where: ['panes'],
    title: 'Side by side: the story of this row, what is said of this entity, or what is marked',
    hint: 'compare',
  },
  { command: 'read', keys: ['r'], where: ['panes'], title: 'Read the article, at this place', hint: 'read' },
  {
    command: 'timeline',
    keys: ['t'],
    where: ['panes'],
    title: 'Timeline: what is told to have happened when, of the sources listed',
    hint: 'timeline',
  },
  {
    command: 'matrix',
    keys: ['m'],
    where: ['panes'],
    title: 'Who quotes whom: outlets and speakers, of the quotes listed',
    hint: 'who quotes whom',
  },
  {
    command: 'enter',
    keys: ['enter'],
    where: ['timeline'],
    title: 'Filter the panes by this period: the sources that tell of it; of a passage: read it',
    hint: 'filter/read',
  },
  {
    command: 'published',
    keys: ['p'],
    where: ['timeline'],
    title: 'Filter the panes by this period: the sources published in it',
    hint: 'published',
  },
  {
    command: 'nextPane',
    keys: ['tab', 'l', 'right'],
    where: ['timeline'],
    title: 'To the passages behind the bar, and back',
    hint: 'passages',
  },
  { command: 'previousPane', keys: ['shift-tab', 'h', 'left'], where: ['timeline'], title: 'Back to the bars' },
  { command: 'unit', keys: ['u'], where: ['timeline'], title: 'By day, month or year', hint: 'day/month' },
  {
    command: 'enter',
    keys: ['enter'],
    where: ['matrix'],
    title: 'Filter the panes to what this outlet quotes of this speaker',
    hint: 'filter',
  },
  { command: 'right', keys: ['l', 'right', 'tab'], where: ['matrix'], title: 'Next outlet', hint: 'outlet' },
  { command: 'left', keys: ['h', 'left', 'shift-tab'], where: ['matrix'], title: 'Previous outlet' },
  { command: 'sort', keys: ['s'], where: ['matrix'], title: 'Speakers by count or by name', hint: 'sort' },
  {
    command: 'sortColumns',
    keys: ['S'],
    where: ['matrix'],
    title: 'Outlets by count or by name',
    hint: 'sort outlets',
  },
  {
    command: 'indirect',
    keys: ['i'],
    where: ['panes', 'matrix'],
    title: 'Show or hide what is said without quotation marks',
    hint: 'indirect',
  },
  {
    command: 'sort',
    keys: ['s'],
    where: ['panes'],
    title: 'Choose the order of this pane: by outlet, name, speaker, …',
    hint: 'sort',
  },
  {
    command: 'facet',
    keys: ['f'],
    where: ['panes'],
    title: 'Choose a part of this pane: persons, unknown speakers, …',
    hint: 'part',
  },
  { command: 'nextSort', keys: ['S'], where: ['panes'], title: 'The next order of this pane' },
  { command: 'nextFacet', keys: ['F'], where: ['panes'], title: 'The next part of this pane' },
  {
    command: 'undo',
    keys: ['u'],
    where: ['panes'],
    title: 'Take back the last search, filter, order or part',
    hint: 'undo',
  },
  {
    command: 'correct',
    keys: ['x'],
    where: ['panes'],
    title: 'Correct this: name, type, speaker, outlet; merge, split, hide',
    hint: 'correct',
  },
  {
    command: 'nextStop',
    keys: ['n'],
    where: ['read'],
    title: 'Next of the marked places; of an entity also in the next article',
    hint: 'next',
  },
  {
    command: 'previousStop',
    keys: ['N', 'p'],
    where: ['read'],
    title: 'Previous of the marked places',
    hint: 'previous',
  },
  {
    command: 'marking',
    keys: ['m', 'tab'],
    where: ['read'],
    title: 'Mark quotes, names, figures, or what the search matches',
    hint: 'mark',
  },
  {
    command: 'enter',
    keys: ['enter'],
    where: ['read'],
    title: 'Go through the other mentions of this name, or of who speaks, in all articles',
    hint: 'mentions',
  },
  { command: 'unfold', keys: ['z'], where: ['read'], title: 'Show in full, or fold, what was left out of the reading' },
  { command: 'right', keys: ['l', 'right', 'tab'], where: ['compare'], title: 'Next column', hint: 'columns' },
  { command: 'left', keys: ['h', 'left', 'shift-tab'], where: ['compare'], title: 'Previous column' },
  {
    command: 'show',
    keys: ['v'],
    where: ['compare'],
    title: 'Show what several have, what differs, what agrees, what was found in one only, all',
    hint: 'show',
  },
  {
    command: 'showKind',
    keys: ['w'],
    where: ['compare'],
    title: 'Show everything, utterances, passages, figures, or who is quoted by whom',
    hint: 'kind',
  },
  { command: 'nextStory', keys: [']', 'n'], where: ['compare'], title: 'Next story', hint: 'story' },
  { command: 'previousStory', keys: ['[', 'p'], where: ['compare'], title: 'Previous story' },
  {
    command: 'enter',
    keys: ['enter'],
    where: ['compare'],
    title: 'To this quote among the quotes',
    hint: 'quote',
  },
  {
    command: 'copies',
    keys: ['u'],
    where: ['compare'],
    title: 'Copies of one text: a column each, or one for all',
    hint: 'copies',
  },
  { command: 'enter', keys: ['enter'], where: ['bookmarks'], title: 'To this one', hint: 'to it' },
  { command: 'note', keys: ['B'], where: ['bookmarks'], title: 'Another note on it', hint: 'note' },
  { command: 'bookmark', keys: ['b', 'd'], where: ['bookmarks'], title: 'Take it off', hint: 'take off' },
  {
    command: 'read',
    keys: ['r'],
    where: ['compare', 'timeline', 'matrix', 'bookmarks'],
    title: 'Read the article, at this place',
    hint: 'read',
  },
  {
    command: 'copy',
    keys: ['y'],
    where: ['panes', 'compare', 'timeline', 'matrix', 'read', 'bookmarks'],
    title: 'Copy this with its citation (OSC 52: the terminal must allow it)',
    hint: 'copy',
  },
  {
    command: 'open',
    keys: ['o'],
    where: ['panes', 'compare', 'timeline', 'matrix', 'read', 'bookmarks'],
    title: 'Open the file at this place in $VISUAL, $EDITOR or $PAGER',
    hint: 'open',
  },
  {
    command: 'export',
    keys: ['e'],
    where: ['panes', 'compare', 'timeline', 'matrix', 'read', 'bookmarks'],
    title: 'Export what is on the screen: this list, this article, this comparison, this view',
    hint: 'export',
  },
  {
    command: 'bookmark',
    keys: ['b'],
    where: ['panes', 'compare', 'timeline', 'matrix', 'read'],
    title: 'Bookmark this, or take its bookmark off',
    hint: 'bookmark',
  },
  {
    command: 'note',
    keys: ['B'],
    where: ['panes', 'compare', 'timeline', 'matrix', 'read'],
    title: 'Type a note on this, and bookmark it',
  },
  {
    command: 'bookmarks',
    keys: ["'"],
    where: ['panes', 'compare', 'timeline', 'matrix', 'read'],
    title: 'The list of bookmarks, to go to one (is:bookmarked in the search shows them, too)',
  },
  {
    command: 'search',
    keys: ['/'],
    where: ['compare', 'timeline', 'matrix'],
    title: 'Search all three panes as you type',
    hint: 'search',
  },
  { command: 'previewDown', keys: ['J'], where: ['panes'], title: 'Preview: scroll down' },
  { command: 'previewUp', keys: ['K'], where: ['panes'], title: 'Preview: scroll up' },
  { command: 'enter', keys: ['enter', ' '], where: ['menu'], title: 'Take this', hint: 'take' },
  { command: 'down', keys: ['down', 'ctrl-n', 'tab'], where: ['palette'], title: 'Next command', hint: 'row' },
  { command: 'up', keys: ['up', 'ctrl-p', 'shift-tab'], where: ['palette'], title: 'Previous command' },
  { command: 'pageDown', keys: ['pagedown'], where: ['palette'], title: 'A page down' },
  { command: 'pageUp', keys: ['pageup'], where: ['palette'], title: 'A page up' },
  { command: 'enter', keys: ['enter'], where: ['palette'], title: 'Do it', hint: 'do it' },
  {
    command: 'backspace',
    keys: ['backspace', 'ctrl-h'],
    where: TEXTS,
    title: 'Delete the character before the cursor',
  },
  {
    command: 'delete',
    keys: ['delete', 'ctrl-d'],
    where: TEXTS,
    title: 'Delete the character under the cursor',
  },
  { command: 'deleteWord', keys: ['ctrl-w'], where: TEXTS, title: 'Delete the word before the cursor' },
  { command: 'deleteToStart', keys: ['ctrl-u'], where: TEXTS, title: 'Delete to the start', hint: 'clear' },
  { command: 'deleteToEnd', keys: ['ctrl-k'], where: TEXTS, title: 'Delete to the end' },
  { command: 'deleteNextWord', keys: ['alt-d'], where: TEXTS, title: 'Delete the word after the cursor' },
  { command: 'wordLeft', keys: ['alt-b', 'ctrl-left'], where: TEXTS, title: 'One word left' },
  { command: 'wordRight', keys: ['alt-f', 'ctrl-right'], where: TEXTS, title: 'One word right' },
  { command: 'cursorLeft', keys: ['left', 'ctrl-b'], where: TEXTS, title: 'One character left' },
  { command: 'cursorRight', keys: ['right', 'ctrl-f'], where: TEXTS, title: 'One character right' },
  { command: 'cursorStart', keys: ['home', 'ctrl-a'], where: TEXTS, title: 'To the start' },
  { command: 'cursorEnd', keys: ['end', 'ctrl-e'], where: TEXTS, title: 'To the end' },
  { command: 'fixMerge', keys: ['m'], where: ['fixEntity'], title: 'It is the same as another: merge', hint: 'merge' },
  {
    command: 'fixSplit',
    keys: ['s'],
    where: ['fixEntity'],
    title: 'One of its spellings means another: split',
    hint: 'split',
  },
  { command: 'fixName', keys: ['n'], where: ['fixEntity'], title: 'Another name', hint: 'name' },
  {
    command: 'fixType',
    keys: ['t'],
    where: ['fixEntity'],
    title: 'Next type: person, organization, place, misc',
    hint: 'type',
  },
  { command: 'fixHide', keys: ['h'], where: ['fixEntity'], title: 'Do not list it', hint: 'hide' },
  { command: 'fixSpeaker', keys: ['s'], where: ['fixQuote'], title: 'Who says it', hint: 'speaker' },
  { command: 'fixUnknown', keys: ['n'], where: ['fixQuote'], title: 'It is not known who says it', hint: 'not known' },
  { command: 'fixOutlet', keys: ['o'], where: ['fixSource'], title: 'Which outlet it is', hint: 'outlet' },
  {
    command: 'fixUndo',
    keys: ['u'],
    where: ['fixEntity', 'fixQuote', 'fixSource'],
    title: 'Take back the last correction',
    hint: 'undo last',
  },
  { command: 'down', keys: ['down', 'tab'], where: ['ask'], title: 'Next of the names there are' },
  { command: 'up', keys: ['up', 'shift-tab'], where: ['ask'], title: 'Previous of the names there are' },
  { command: 'enter', keys: ['enter'], where: ['ask'], title: 'Take this name' },
  { command: 'yes', keys: ['y'], where: ['sure'], title: 'Yes', hint: 'yes' },
  { command: 'no', keys: ['n'], where: ['sure'], title: 'No', hint: 'no' },
  {
    command: 'back',
    keys: ['escape'],
    where: ['everywhere'],
    title: 'Out one layer: help, side by side, search, filters',
    hint: 'back',
  },
  {
    command: 'palette',
    keys: [':', 'ctrl-p'],
    where: ['panes', 'compare', 'timeline', 'matrix', 'read'],
    title: 'Every command by its name',
    hint: 'commands',
  },
  {
    command: 'enough',
    keys: ['X'],
    where: ['panes'],
    title: 'While articles are read: read no more, and work out what is said in those that are',
  },
  { command: 'help', keys: ['?'], where: LISTS, title: 'This help', hint: 'help' },
  { command: 'quit', keys: ['q'], where: LISTS, title: 'Quit', hint: 'quit' },
  { command: 'interrupt', keys: ['ctrl-c'], where: ['everywhere'], title: 'Quit at once, also while typing' },
  { command: 'suspend', keys: ['ctrl-z'], where: ['everywhere'], title: 'To the background; fg comes back' },
  {
    command: 'mouse',
    keys: ['M'],
    where: LISTS,
    title: 'The mouse to the terminal, to select text with it; and back',
  },
  { command: 'redraw', keys: ['ctrl-l'], where: ['everywhere'], title: 'Draw the screen anew' },
];

interface KeyMap {
  readonly bindings: readonly Binding[];
  readonly commands: ReadonlyMap<string, Command>;
}

function keyMapOf(bindings: readonly Binding[]): KeyMap {
  const commands = new Map(
    bindings.flatMap(({ command, keys, where }) =>
      where.flatMap((context) => keys.map((key) => [`${context} ${key}`, command] as const)),
    ),
  );
  return { bindings, commands };
}

let inForce = keyMapOf(BINDINGS);

/** The key table in force: {@link BINDINGS}, or as the user has bound them. */
export function bindings(): readonly Binding[] {
  return inForce.bindings;
}

/** Puts another key table in force: once, before anything is drawn. */
export function bind(table: readonly Binding[]): void {
  inForce = keyMapOf(table);
}

/** What a key does in a context; undefined when nothing. */
export function commandFor(context: Context, key: Key): Command | undefined {
  return inForce.commands.get(`${context} ${key}`) ?? inForce.commands.get(`everywhere ${key}`);
}

const SHOWN: Readonly<Record<Key, string>> = {
  ' ': 'Space',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  backspace: 'Backspace',
  delete: 'Del',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** A key as help and hints show it. */
export function keyName(key: Key): string {
  const [, held, rest] = /^(ctrl|alt)-(.+)$/su.exec(key) ?? [];
  if (rest === undefined) return SHOWN[key] ?? key;
  return held === 'ctrl' ? `Ctrl-${SHOWN[rest] ?? rest.toUpperCase()}` : `Alt-${SHOWN[rest] ?? rest}`;
}

/** The first key of a command in a place as it is bound now, to be named in a sentence; "(no key)" when it has none. */
export function keyFor(command: Command, where: Context): string {
  const key = bindings().find((it) => it.command === command && it.where.includes(where) && it.keys.length > 0)
    ?.keys[0];
  return key === undefined ? '(no key)' : keyName(key);
}

const READ: ReadonlyMap<string, Key> = new Map([
  ...Object.entries(SHOWN).flatMap(([key, shown]) => [
    [shown.toLowerCase(), key] as const,
    ...(key === ' ' ? [] : [[key, key] as const]),
  ]),
  ['escape', 'escape'],
  ['delete', 'delete'],
  ['return', 'enter'],
]);
/** A terminal sends the same for these as for Tab, Enter and Enter. */
const ALIKE: ReadonlySet<Key> = new Set(['ctrl-i', 'ctrl-j', 'ctrl-m']);

/** A key as a person writes it, `Ctrl-D`, `PgDn`, `Space`, `G`: what {@link keyName} shows; undefined when it is none. */
export function keyWritten(written: string): Key | undefined {
  const [, held, rest] = /^(ctrl|alt)-(.+)$/isu.exec(written) ?? [];
  if (held !== undefined && rest !== undefined) {
    const key = `${held.toLowerCase()}-${READ.get(rest.toLowerCase()) ?? (held.toLowerCase() === 'ctrl' ? rest.toLowerCase() : rest)}`;
    const known = /^(?:ctrl-(?:[a-z]|left|right)|alt-[a-z])$/i.test(key);
    return known && !ALIKE.has(key) ? key : undefined;
  }
  const named = READ.get(written.toLowerCase());
  if (named !== undefined) return named;
  const [only, ...more] = graphemes(written);
  return only !== undefined && more.length === 0 && /^[^\p{C}\p{Z}]/u.test(only) ? only : undefined;
}
