import type { Agreement, RowKind } from '../compare/comparison.ts';
import type { Bookmark, Target } from '../index/bookmarks.ts';
import type { Correction } from '../index/corrections.ts';
import type { MatrixOrder } from '../index/matrix.ts';
import type { Progress } from '../index/progress.ts';
import type { TimelineUnit } from '../index/timeline.ts';
import type { Ref, Span } from '../model.ts';
import type { Size } from './layout.ts';
import type { Arrangement } from './order.ts';
import type { PaneName } from './panes.ts';
import { EMPTY_PROMPT, type Prompt } from './prompt.ts';

/** A row in a pane: the item the cursor is on (`null`: the first), and the first row that is drawn. */
export interface Cursor {
  readonly item: number | null;
  readonly top: number;
}

/** What the panes can be filtered by; `told` and `published` are a period that sources tell of, or came out in. */
const FILTERS = ['source', 'entity', 'outlet', 'speaker', 'told', 'published'] as const;

/** Only what has to do with this is shown in the other panes. */
export interface Filter {
  readonly by: (typeof FILTERS)[number];
  /** Number of the article, of the entity (also of a speaker), of the outlet; of a period its first day, from 1970. */
  readonly item: number;
  /** Of a period: its name, and the articles that tell of it or came out in it. */
  readonly period?: { readonly name: string; readonly articles: readonly number[] };
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
type ShownKind = (typeof SHOWN_KINDS)[number];

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

/**
 * What one steps through while reading: all of a kind, the search's matches, what is sought here, the mentions of one
 * entity, or the one place that the article was opened for.
 */
export type Marking =
  | { readonly of: 'quotes' | 'names' | 'figures' | 'matches' }
  /** What is sought in this article. */
  | { readonly of: 'found'; readonly text: string }
  | { readonly of: 'entity'; readonly entity: number }
  | ({ readonly of: 'place' } & Span);

/** The timeline, of the sources that are listed. */
export interface TimelineState {
  /** `null`: the finest that gives a picture. */
  readonly unit: TimelineUnit | null;
  /** Number of the row that the cursor is on; -1 until the dates are read. */
  readonly row: number;
  /** First row that is drawn. */
  readonly top: number;
  readonly focus: 'bars' | 'passages';
  /** Which of what stands behind the row the cursor is on. */
  readonly item: number;
  /** First line of it that is drawn. */
  readonly itemTop: number;
}

/** Who quotes whom, of the quotes that are listed. */
export interface MatrixState {
  /** The cell under the cursor, and the first that is drawn: speakers are rows, outlets columns. */
  readonly row: number;
  readonly top: number;
  readonly column: number;
  readonly left: number;
  readonly speakers: MatrixOrder;
  readonly outlets: MatrixOrder;
}

/** Something is sought in the article that is read. */
export interface Finding {
  readonly prompt: Prompt;
  /** Whether it is still being typed. */
  readonly typing: boolean;
  /** What was stepped through before, and where. */
  readonly before: Pick<ReadState, 'marking' | 'at' | 'top'>;
}

/** The reading view. */
export interface ReadState {
  readonly article: number;
  readonly marking: Marking;
  /** Which of the marked places is highlighted; -1 is none. */
  readonly at: number;
  /** First line of the text that is drawn. */
  readonly top: number;
  /** Whether what was left out of the reading is shown in full. */
  readonly unfolded: boolean;
  readonly finding: Finding | null;
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

/** What is on the screen is being exported: a name asked for, whether a file may be replaced, or it is being written. */
export interface Exporting {
  readonly stage: 'name' | 'sure' | 'writing';
  /** The name of the file. */
  readonly prompt: Prompt;
  /** What is wrong with the name, or kept the file from being written. */
  readonly problem: string | null;
}

/** A note that is typed for a bookmark. */
export interface Noting {
  readonly target: Target;
  readonly prompt: Prompt;
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

/** What goes on beside the screen. */
export interface Live {
  /** How far reading is, while there is more to read. */
  readonly reading: Progress | null;
  /** Whether the files are followed. */
  readonly isWatched: boolean;
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
  /** What is being completed: the prompt before it, and which of its candidates stands in it now. */
  readonly completing: { readonly from: Prompt; readonly choice: number } | null;
  /** What was searched before, the newest last. */
  readonly history: readonly string[];
  /** How far back in the history the prompt is, and what was typed before. */
  readonly recalled: { readonly back: number; readonly draft: Prompt } | null;
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
  readonly timeline: TimelineState | null;
  readonly matrix: MatrixState | null;
  /** The article that is read, when one is: over another view or the explorer. */
  readonly read: ReadState | null;
  readonly correcting: Correcting | null;
  readonly menu: Menu | null;
  readonly palette: Palette | null;
  /** Corrections that are to be kept and applied: done outside of the reducer, which then gets the new world. */
  readonly wanted: readonly Correction[] | null;
  /** The reader's bookmarks, as they are kept. */
  readonly bookmarks: readonly Bookmark[];
  /** Bookmarks that are to be kept instead, and what to say then: done outside of the reducer. */
  readonly toKeep: { readonly bookmarks: readonly Bookmark[]; readonly says: string } | null;
  readonly noting: Noting | null;
  /** The list of the bookmarks, when it is open: its row with the cursor, and the first that is drawn. */
  readonly listing: { readonly row: number; readonly top: number } | null;
  readonly exporting: Exporting | null;
  /** A file that is to be written: done outside of the reducer, which is then told how it ended. */
  readonly toWrite: { readonly file: string; readonly over: boolean } | null;
  /** What goes on beside the screen. */
  readonly live: Live;
  /** Whether clicks and the wheel are ours, or the terminal's own. */
  readonly mouse: boolean;
  /** Whether paths lead to their files, in terminals that show links. */
  readonly links: boolean;
  /** First line of the help, when it is open. */
  readonly help: number | null;
  /** The step of the tour, while it is taken. */
  readonly tour: number | null;
  /** Something to tell once: why a key did nothing. */
  readonly notice: string | null;
}

const PLAIN: Arrangement = { sort: 0, facet: -1 };
const TOP: Cursor = { item: null, top: 0 };

/** What a session begins with. */
export interface Beginning {
  /** The reader's bookmarks of these articles so far. */
  readonly bookmarks: readonly Bookmark[];
  /** What the reader searched before, the newest last. */
  readonly history: readonly string[];
  /** Per pane: which of its orders it opens with. */
  readonly sort: Readonly<Record<PaneName, number>>;
  /** Whether the tour is taken. */
  readonly tour: boolean;
  /** Whether clicks and the wheel are ours from the start. */
  readonly mouse: boolean;
  /** Whether the terminal is known to show links. */
  readonly links: boolean;
  /** In words, what was passed over of what was to be read. */
  readonly problems?: readonly string[];
}

function arrangedBy(sort: Beginning['sort'] | undefined): State['arranged'] {
  const by = (pane: PaneName) => ({ ...PLAIN, sort: sort?.[pane] ?? PLAIN.sort });
  return { sources: by('sources'), entities: by('entities'), quotes: by('quotes') };
}

/** The explorer as it opens. */
export function initialState(size: Size, notice: string | null = null, begins: Partial<Beginning> = {}): State {
  return {
    size,
    focus: 'sources',
    pane: 'sources',
    prompt: EMPTY_PROMPT,
    completing: null,
    history: begins.history ?? [],
    recalled: null,
    answered: '',
    filters: [],
    cursors: { sources: TOP, entities: TOP, quotes: TOP },
    marked: [],
    markedQuotes: [],
    arranged: arrangedBy(begins.sort),
    indirect: false,
    undo: [],
    previewTop: 0,
    compare: null,
    timeline: null,
    matrix: null,
    read: null,
    correcting: null,
    menu: null,
    palette: null,
    wanted: null,
    bookmarks: begins.bookmarks ?? [],
    toKeep: null,
    noting: null,
    listing: null,
    exporting: null,
    toWrite: null,
    live: { reading: null, isWatched: false },
    mouse: begins.mouse ?? true,
    links: begins.links ?? false,
    help: null,
    tour: begins.tour ? 0 : null,
    notice,
  };
}
