import type { PaneName } from './panes.ts';

/** The terminal in character cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The outer size of a framed part of the screen, and where it begins: cells from the upper left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Text that is read aloud is broken at this width: a line is heard in one go. */
export const LINEAR_COLUMNS = 100;

/** So much of the rows is counted on: some of what is read aloud takes two. */
export const LINEAR_ROWS = 0.7;

let stacked = false;

/** Puts everything one below the other, whatever the width: for reading aloud; once, before anything is drawn. */
export function stack(): void {
  stacked = true;
}

/** Whether everything stands one below the other. */
export function isStacked(): boolean {
  return stacked;
}

export const MINIMUM: Size = { columns: 40, rows: 12 };

/** From which size on there is room for three panes abreast, and for two columns. */
export interface Sizes {
  readonly wide: Size;
  readonly square: Size;
}

/** The sizes that are meant without any other wish. */
export const SIZES: Sizes = { wide: { columns: 110, rows: 24 }, square: { columns: 70, rows: 20 } };
/** Below these the panes would be too small to be of use. */
export const LEAST_SIZES: Sizes = { wide: { columns: 80, rows: 20 }, square: { columns: 60, rows: 20 } };

let sizes = SIZES;

/** Puts other sizes in force: once, before anything is drawn. */
export function layOutBy(wanted: Sizes): void {
  sizes = wanted;
}

function hasRoom({ columns, rows }: Size, least: Size): boolean {
  return !stacked && columns >= least.columns && rows >= least.rows;
}

/**
 * How the explorer is laid out: `wide` has three panes abreast over the preview, `square` two columns of two,
 * `narrow` the pane in use over the preview.
 */
export interface Layout {
  readonly kind: 'wide' | 'square' | 'narrow';
  /** Without a size a pane is not drawn. */
  readonly panes: Readonly<Partial<Record<PaneName, Box>>>;
  readonly preview: Box;
  /** Rows and columns between prompt and foot. */
  readonly body: Box;
}

/** Prompt above, hints below; and one row stays free, or the terminal would scroll. */
const PROMPT = 1;
const FOOT = 1;
const FREE = 1;

/** Whether there is room to draw at all. */
export function isTooSmall(size: Size): boolean {
  return size.columns < MINIMUM.columns || size.rows < MINIMUM.rows;
}

/** The layout for a terminal; `pane` is the pane in use. */
export function layoutOf(size: Size, pane: PaneName): Layout {
  const top = PROMPT;
  const body = { left: 0, top, width: size.columns, height: size.rows - PROMPT - FOOT - FREE };
  if (hasRoom(size, sizes.wide)) {
    const height = Math.round(body.height * (size.rows >= 50 ? 0.62 : 0.56));
    const sources = Math.floor(size.columns * 0.27);
    const entities = Math.floor(size.columns * 0.33);
    return {
      kind: 'wide',
      body,
      panes: {
        sources: { left: 0, top, width: sources, height },
        entities: { left: sources, top, width: entities, height },
        quotes: { left: sources + entities, top, width: size.columns - sources - entities, height },
      },
      preview: { left: 0, top: top + height, width: size.columns, height: body.height - height },
    };
  }
  if (hasRoom(size, sizes.square)) {
    const left = Math.floor(size.columns * 0.42);
    const sources = Math.max(7, Math.floor(body.height * 0.36));
    const quotes = Math.max(8, Math.floor(body.height * 0.5));
    return {
      kind: 'square',
      body,
      panes: {
        sources: { left: 0, top, width: left, height: sources },
        entities: { left: 0, top: top + sources, width: left, height: body.height - sources },
        quotes: { left, top, width: size.columns - left, height: quotes },
      },
      preview: { left, top: top + quotes, width: size.columns - left, height: body.height - quotes },
    };
  }
  const height = Math.ceil(body.height * 0.55);
  return {
    kind: 'narrow',
    body,
    panes: { [pane]: { left: 0, top, width: size.columns, height } },
    preview: { left: 0, top: top + height, width: size.columns, height: body.height - height },
  };
}

/** The row of the screen that the foot is on. */
export function footRow({ rows }: Size): number {
  return rows - FREE - FOOT;
}

/** Whether a cell is in a box, its frame included. */
export function isIn({ left, top, width, height }: Box, column: number, row: number): boolean {
  return column >= left && column < left + width && row >= top && row < top + height;
}

/** The rows inside a frame. */
export function inside(box: Box | undefined): number {
  return Math.max(0, (box?.height ?? 0) - 2);
}
