import type { Agreement, RowKind } from '../compare/comparison.ts';
import type { Correction } from '../index/corrections.ts';
import type { Ref } from '../model.ts';
import type { Size } from './layout.ts';
import type { Arrangement } from './order.ts';
import type { PaneName } from './panes.ts';
import { EMPTY_PROMPT, type Prompt } from './prompt.ts';

/** A row in a pane: the item the cursor is on (`null`: the first), and the first row that is drawn. */
export interface Cursor {
  readonly item: number | null;
  readonly top: number;
}

/** Only what has to do with this article or entity is shown in the other panes. */
export interface Filter {
  readonly by: 'source' | 'entity';
  /** Number of the article, or of the entity. */
  readonly item: number;
}

/** Which rows the side-by-side view shows: those that several have, of them the same or the different, only one's, all. */
export const SHOWN = ['shared', 'different', 'same', 'only', 'all'] as const satisfies readonly (
  | Agreement
  | 'shared'
  | 'all'
)[];
export type Shown = (typeof SHOWN)[number];

export const SHOWN_KINDS = ['all', 'utterance', 'passage', 'figure', 'speaker'] as const satisfies readonly (
  | RowKind
  | 'all'
)[];
export type ShownKind = (typeof SHOWN_KINDS)[number];

/** The side-by-side view. */
export interface CompareState {
  /** Number of the story, or `null` when it is not one that is compared. */
  readonly story: number | null;
  /** What is compared; the columns, but for copies of one text. */
  readonly articles: readonly number[];
  /** The entity that the rows are about or by, when it is one that is compared. */
  readonly about: number | null;
  /** The quotes that were marked, when it is these that are compared. */
  readonly quotes: readonly Ref[] | null;
  /** Copies of one text have a column each. */
  readonly apart: boolean;
  /** While the comparison is worked out: the quote whose row it opens on. */
  readonly opening: { readonly quote: Ref | null } | null;
  /** Number of the row that the cursor is on, among the rows shown. */
  readonly row: number;
  /** First line of the body that is drawn. */
  readonly top: number;
  /** First column that is drawn. */
  readonly column: number;
  readonly show: Shown;
  /** Which kind of row is shown. */
  readonly kind: ShownKind;
}

/** What one steps through while reading: all quotes, all names, the search's matches, or the mentions of one entity. */
export type Marking =
  | { readonly of: 'quotes' | 'names' | 'matches' }
  | { readonly of: 'entity'; readonly entity: number };

/** The reading view. */
export interface ReadState {
  readonly article: number;
  readonly marking: Marking;
  /** Which of the marked places is highlighted; -1 is none. */
  readonly at: number;
  /** First line of the text that is drawn. */
  readonly top: number;
}

/** A name that is asked for to correct something. */
export interface Ask {
  readonly what: 'rename' | 'merge' | 'split' | 'speaker' | 'outlet';
  readonly prompt: Prompt;
  /** Which of the choices is meant, where one must be taken. */
  readonly choice: number;
}

/** Something about a row is being corrected: what is chosen yet, or a name asked for. */
export interface Correcting {
  readonly pane: PaneName;
  readonly item: number;
  readonly ask: Ask | null;
}

/** The list of all commands, and what is typed to find one. */
export interface Palette {
  readonly prompt: Prompt;
  readonly choice: number;
}

/** The orders or the parts of a pane to choose from. */
export interface Menu {
  readonly pane: PaneName;
  readonly of: 'sort' | 'facet';
  readonly choice: number;
  /** Of the parts: how many rows each has under the present search and filters; the first is all. */
  readonly counts: readonly number[];
}

/** What the explorer listed before a change of it: what can be taken back. */
export type Listed = Pick<State, 'prompt' | 'filters' | 'arranged' | 'indirect'>;

/** Everything that the screen is a function of, beside the {@link World}. */
export interface State {
  readonly size: Size;
  /** Where keys go in the explorer. */
  readonly focus: PaneName | 'prompt';
  /** The pane that has the cursor, also while typing. */
  readonly pane: PaneName;
  readonly prompt: Prompt;
  /** The text that the lists answer: the prompt's, or an earlier one while that is searched for. */
  readonly answered: string;
  readonly filters: readonly Filter[];
  readonly cursors: Readonly<Record<PaneName, Cursor>>;
  /** Articles marked to be compared. */
  readonly marked: readonly number[];
  /** Quotes marked to be compared. */
  readonly markedQuotes: readonly number[];
  /** Order and facet of each pane. */
  readonly arranged: Readonly<Record<PaneName, Arrangement>>;
  /** Whether quotes without marks are shown. */
  readonly indirect: boolean;
  /** What was listed before the latest changes, the latest last. */
  readonly undo: readonly Listed[];
  /** First line of the preview that is drawn. */
  readonly previewTop: number;
  /** The side-by-side view, when it is open. */
  readonly compare: CompareState | null;
  /** The article that is read, when one is: over the side-by-side view or the explorer. */
  readonly read: ReadState | null;
  readonly correcting: Correcting | null;
  readonly menu: Menu | null;
  readonly palette: Palette | null;
  /** Corrections that are to be kept and applied: done outside of the reducer, which then gets the new world. */
  readonly wanted: readonly Correction[] | null;
  /** Whether clicks and the wheel are ours, or the terminal's own. */
  readonly mouse: boolean;
  /** First line of the help, when it is open. */
  readonly help: number | null;
  /** The step of the tour, while it is taken. */
  readonly tour: number | null;
  /** Something to tell once: why a key did nothing. */
  readonly notice: string | null;
}

const PLAIN: Arrangement = { sort: 0, facet: -1 };
const TOP: Cursor = { item: null, top: 0 };

/** The explorer as it opens. */
export function initialState(size: Size, notice: string | null = null): State {
  return {
    size,
    focus: 'sources',
    pane: 'sources',
    prompt: EMPTY_PROMPT,
    answered: '',
    filters: [],
    cursors: { sources: TOP, entities: TOP, quotes: TOP },
    marked: [],
    markedQuotes: [],
    arranged: { sources: PLAIN, entities: PLAIN, quotes: PLAIN },
    indirect: false,
    undo: [],
    previewTop: 0,
    compare: null,
    read: null,
    correcting: null,
    menu: null,
    palette: null,
    wanted: null,
    mouse: true,
    help: null,
    tour: null,
    notice,
  };
}
