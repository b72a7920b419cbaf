import type { Key } from '../terminal/keys.ts';

/** Where keys mean what they mean. `everywhere` holds in all others unless they bind the key themselves. */
export type Context =
  | 'panes'
  | 'prompt'
  | 'compare'
  | 'read'
  | 'fixEntity'
  | 'fixQuote'
  | 'fixSource'
  | 'ask'
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
  | 'left'
  | 'right'
  | 'show'
  | 'showKind'
  | 'copies'
  | 'nextStory'
  | 'previousStory'
  | 'backspace'
  | 'delete'
  | 'deleteWord'
  | 'deleteToStart'
  | 'deleteToEnd'
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

const LISTS = ['panes', 'compare', 'read', 'help'] as const;
/** Lists that are only chosen from. */
const CHOICES = ['menu'] as const;
const TEXTS = ['prompt', 'ask', 'palette'] as const;

/** The one table of keys: the key map, the foot hints, the help and the README's list are made from it. */
export const BINDINGS: readonly Binding[] = [
  {
    command: 'search',
    keys: ['/'],
    where: ['panes', 'compare'],
    title: 'Search all three panes as you type',
    hint: 'search',
  },
  { command: 'down', keys: ['j', 'down'], where: [...LISTS, ...CHOICES], title: 'Next row' },
  { command: 'up', keys: ['k', 'up'], where: [...LISTS, ...CHOICES], title: 'Previous row' },
  {
    command: 'down',
    keys: ['down', 'ctrl-n'],
    where: ['prompt'],
    title: 'Next row of the pane, without leaving the search',
    hint: 'row',
  },
  { command: 'up', keys: ['up', 'ctrl-p'], where: ['prompt'], title: 'Previous row of the pane' },
  { command: 'halfPageDown', keys: ['ctrl-d'], where: LISTS, title: 'Half a page down' },
  { command: 'halfPageUp', keys: ['ctrl-u'], where: LISTS, title: 'Half a page up' },
  { command: 'pageDown', keys: ['pagedown', 'ctrl-f'], where: LISTS, title: 'A page down' },
  { command: 'pageUp', keys: ['pageup', 'ctrl-b'], where: LISTS, title: 'A page up' },
  { command: 'first', keys: ['g', 'home'], where: [...LISTS, ...CHOICES], title: 'First row' },
  { command: 'last', keys: ['G', 'end'], where: [...LISTS, ...CHOICES], title: 'Last row' },
  { command: 'nextPane', keys: ['tab', 'l', 'right'], where: ['panes'], title: 'Next pane', hint: 'pane' },
  { command: 'nextPane', keys: ['tab'], where: ['prompt'], title: 'Next pane, the search kept', hint: 'pane' },
  { command: 'previousPane', keys: ['shift-tab', 'h', 'left'], where: ['panes'], title: 'Previous pane' },
  { command: 'previousPane', keys: ['shift-tab'], where: ['prompt'], title: 'Previous pane, the search kept' },
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
    hint: 'to the rows',
  },
  { command: 'mark', keys: [' '], where: ['panes'], title: 'Mark this source or quote to compare it' },
  {
    command: 'compare',
    keys: ['c'],
    where: ['panes'],
    title: 'Side by side: the story of this row, what is said of this entity, or what is marked',
    hint: 'side by side',
  },
  {
    command: 'indirect',
    keys: ['i'],
    where: ['panes'],
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
    command: 'copy',
    keys: ['y'],
    where: ['panes', 'compare', 'read'],
    title: 'Copy this with its citation (OSC 52: the terminal must allow it)',
    hint: 'copy',
  },
  {
    command: 'open',
    keys: ['o'],
    where: ['panes', 'compare', 'read'],
    title: 'Open the file at this place in $VISUAL, $EDITOR or $PAGER',
    hint: 'open',
  },
  { command: 'previewDown', keys: ['J'], where: ['panes'], title: 'Preview: scroll down' },
  { command: 'previewUp', keys: ['K'], where: ['panes'], title: 'Preview: scroll up' },
  { command: 'read', keys: ['r'], where: ['panes', 'compare'], title: 'Read the article, at this place', hint: 'read' },
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
    title: 'Mark quotes, names, or what the search matches',
    hint: 'quotes/names',
  },
  { command: 'right', keys: ['l', 'right', 'tab'], where: ['compare'], title: 'Next column', hint: 'columns' },
  { command: 'left', keys: ['h', 'left', 'shift-tab'], where: ['compare'], title: 'Previous column' },
  {
    command: 'show',
    keys: ['v'],
    where: ['compare'],
    title: 'Show what several have, what differs, what agrees, what was found in one only, all',
    hint: 'what is shown',
  },
  {
    command: 'showKind',
    keys: ['w'],
    where: ['compare'],
    title: 'Show everything, utterances, passages, figures, or who is quoted by whom',
    hint: 'quotes/figures/speakers',
  },
  {
    command: 'copies',
    keys: ['u'],
    where: ['compare'],
    title: 'Copies of one text: a column each, or one for all',
    hint: 'copies',
  },
  { command: 'nextStory', keys: [']', 'n'], where: ['compare'], title: 'Next story', hint: 'story' },
  { command: 'previousStory', keys: ['[', 'p'], where: ['compare'], title: 'Previous story' },
  {
    command: 'enter',
    keys: ['enter'],
    where: ['compare'],
    title: 'To this quote among the quotes',
    hint: 'to the quote',
  },
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
    where: ['panes', 'compare', 'read'],
    title: 'Every command by its name',
    hint: 'commands',
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

const MAP: ReadonlyMap<string, Command> = new Map(
  BINDINGS.flatMap(({ command, keys, where }) =>
    where.flatMap((context) => keys.map((key) => [`${context} ${key}`, command] as const)),
  ),
);

/** What a key does in a context; undefined when nothing. */
export function commandFor(context: Context, key: Key): Command | undefined {
  return MAP.get(`${context} ${key}`) ?? MAP.get(`everywhere ${key}`);
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
  const control = key.startsWith('ctrl-') && key.length > 5;
  return SHOWN[key] ?? (control ? `Ctrl-${key.slice(5).toUpperCase()}` : key);
}
