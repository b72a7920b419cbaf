import { StringDecoder } from 'node:string_decoder';
import { type Input, InputSplitter } from './keys.ts';
import { titleGiven, titleTaken } from './title.ts';

/** What is read and written of a terminal here: `process.stdin` and `process.stdout`. */
export interface Keyboard extends NodeJS.EventEmitter {
  setRawMode?(raw: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  ref?(): unknown;
  unref?(): unknown;
}
/** Where the terminal is told what to report. */
export interface Screen {
  write(text: string): unknown;
}

/** A terminal's input while it is ours: raw, pastes told apart, and the mouse where it is wanted. */
export interface TerminalInput {
  /**
   * Calls `listener` for what comes, and for what has come while nobody listened; the result ends that. There is one
   * listener at a time.
   */
  listen(listener: (inputs: readonly Input[]) => void): () => void;
  /** Takes the terminal: raw from now on. */
  take(): void;
  /** Gives it back as it was, to another program or for good. */
  give(): void;
  /** Whether clicks and the wheel come here, or are the terminal's own. */
  mouse(on: boolean): void;
}

const PASTES = '\u001b[?2004';
/** Presses and the wheel (1000), in coordinates without a bound (1006). */
const MOUSE = '\u001b[?1000;1006';

/** How long the rest of a sequence may take before an Escape is taken for the Escape key, in milliseconds. */
const SOON = 25;
/** How long before a torn sequence is dropped. */
const LATE = 500;

/**
 * The input of a terminal, which is left alone until it is taken.
 *
 * @param title of the window while it is taken; without one the window's title is left alone
 */
export function terminalInput(keyboard: Keyboard, screen: Screen, title?: string): TerminalInput {
  const splitter = new InputSplitter();
  let listener: ((inputs: readonly Input[]) => void) | undefined;
  let unheard: readonly Input[] = [];
  let decoder = new StringDecoder('utf8');
  let waiting: NodeJS.Timeout | undefined;
  let taken = false;
  let mouse = false;

  const told = (inputs: readonly Input[]) => {
    if (inputs.length === 0) return;
    if (listener) listener(inputs);
    else unheard = [...unheard, ...inputs];
  };
  const read = (data: string | Uint8Array) => {
    clearTimeout(waiting);
    told(splitter.push(typeof data === 'string' ? data : decoder.write(data)));
    if (splitter.waits !== 'no') {
      waiting = setTimeout(() => told(splitter.flush()), splitter.waits === 'soon' ? SOON : LATE);
    }
  };
  return {
    listen(to) {
      listener = to;
      const missed = unheard;
      unheard = [];
      told(missed);
      return () => {
        if (listener === to) listener = undefined;
      };
    },
    take() {
      if (taken) return;
      taken = true;
      decoder = new StringDecoder('utf8');
      keyboard.setRawMode?.(true);
      keyboard.ref?.();
      keyboard.on('data', read);
      keyboard.resume();
      screen.write(`${title === undefined ? '' : titleTaken(title)}${PASTES}h${mouse ? `${MOUSE}h` : ''}`);
    },
    give() {
      if (!taken) return;
      taken = false;
      clearTimeout(waiting);
      told(splitter.flush());
      screen.write(`${mouse ? `${MOUSE}l` : ''}${PASTES}l${titleGiven()}`);
      keyboard.off('data', read);
      keyboard.pause();
      keyboard.setRawMode?.(false);
      keyboard.unref?.();
    },
    mouse(on) {
      if (taken && on !== mouse) screen.write(`${MOUSE}${on ? 'h' : 'l'}`);
      mouse = on;
    },
  };
}
