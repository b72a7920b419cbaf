import { EMPTY, type Row, rowOf } from './cells.ts';
import { writeChanges } from './changes.ts';
import { generationOfLooks } from './looks.ts';
import { Pen } from './pen.ts';
import { remembered } from './remembered.ts';

/** Where the cursor is shown, counted from 0. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** What Ink asks of what writes its frames (its `log-update.js`); {@link framesOn} does it for a whole screen. */
export interface Frames {
  /** Shows a frame, its lines joined by line feeds. @returns whether anything had to be written */
  (frame: string): boolean;
  /** Empties the screen for what somebody else writes. */
  clear(): void;
  /** No frame will follow: the cursor is shown. */
  done(): void;
  /** Others have written, nobody knows what: all of the next frame is written. */
  reset(): void;
  /** Ink has written a frame itself. */
  sync(frame: string): void;
  /** Where the cursor is to be with the next frame; hidden without a place. */
  setCursorPosition(place: Place | undefined): void;
  isCursorDirty(): boolean;
  /** Whether Ink should put marks around the next frame: never, they are put here. */
  willRender(frame: string): boolean;
  getCursorPosition(): Place | undefined;
}

const CURSOR = '\u001b[?25';
/** What is between is shown at once (mode 2026). */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';

/**
 * Shows frames on a terminal that is all ours, the first line of each in its first row, by writing the cells that have
 * changed. It begins anew, with an empty screen, whenever it may not know what stands there: in the beginning, in another size, and
 * when told so.
 */
export function framesOn(stream: Pick<NodeJS.WriteStream, 'write' | 'columns' | 'rows'>): Frames {
  let row = remembered(rowOf);
  let generation = generationOfLooks();
  /** What stands on the screen; undefined where that is not known. */
  let shown: { readonly lines: readonly string[]; readonly columns: number; readonly rows: number } | undefined;
  let frame = '';
  let hidden = false;
  let wanted: Place | undefined;
  let isWanted = false;
  let cursor: Place | undefined;

  const rowIn = (lines: readonly string[], at: number): Row => {
    const line = lines[at];
    return line === undefined || line === '' ? EMPTY : row(line);
  };
  const draw = (lines: readonly string[]): string => {
    const { columns = 80, rows = 24 } = stream;
    const pen = new Pen(columns);
    if (generation !== generationOfLooks()) {
      generation = generationOfLooks();
      row = remembered(rowOf);
    }
    const known = shown?.columns === columns && shown.rows === rows ? shown.lines : undefined;
    if (!known) {
      pen.to(0, 0);
      pen.eraseBelow();
    }
    const before = known ?? [];
    const count = Math.min(Math.max(lines.length, before.length), rows);
    for (let at = 0; at < count; at++) {
      if (lines[at] === before[at]) continue;
      writeChanges(pen, rowIn(before, at), rowIn(lines, at), at, columns);
    }
    shown = { lines, columns, rows };
    return pen.done();
  };
  const placed = ({ x, y }: Place) => `\u001b[${y + 1};${x + 1}H${CURSOR}h`;
  const showFrame = (next: string): boolean => {
    const place = isWanted ? wanted : undefined;
    isWanted = false;
    const moved = place?.x !== cursor?.x || place?.y !== cursor?.y;
    if (shown && next === frame && !moved) return false;
    const drawn = shown && next === frame ? '' : draw(next.split('\n'));
    frame = next;
    const hide = !hidden || (cursor && (drawn !== '' || !place)) ? `${CURSOR}l` : '';
    hidden = true;
    const show = place && (moved || drawn !== '') ? placed(place) : '';
    cursor = place;
    if (drawn + hide + show !== '') stream.write(`${BEGIN}${hide}${drawn}${show}${END}`);
    return true;
  };
  const forget = () => {
    shown = undefined;
    frame = '';
    cursor = undefined;
  };
  return Object.assign(showFrame, {
    clear() {
      stream.write(`${cursor ? `${CURSOR}l` : ''}\u001b[H\u001b[J`);
      forget();
    },
    done() {
      forget();
      stream.write(`${CURSOR}h`);
      hidden = false;
    },
    reset: forget,
    sync() {
      const place = isWanted ? wanted : undefined;
      isWanted = false;
      if (place) stream.write(placed(place));
      else if (cursor) stream.write(`${CURSOR}l`);
      forget();
      cursor = place;
    },
    setCursorPosition(place: Place | undefined) {
      wanted = place;
      isWanted = true;
    },
    isCursorDirty: () => isWanted,
    willRender: () => false,
    getCursorPosition: () => cursor,
  });
}
