import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { entriesOf } from './palette.ts';
import { EMPTY_PROMPT, edit, insert } from './prompt.ts';
import { movedTo } from './scroll.ts';
import type { Palette, State } from './state.ts';

/** Opens the list of all commands. */
export function openPalette(state: State): State {
  return { ...state, palette: { prompt: EMPTY_PROMPT, choice: 0 } };
}

/** What is typed to find a command. */
export function typedIntoPalette(state: State, palette: Palette, text: string): State {
  return { ...state, palette: { prompt: insert(palette.prompt, text), choice: 0 } };
}

/** The rows of commands that a screen has room for, between the prompt, the frame and the foot. */
export function paletteBody(rows: number): number {
  return Math.max(1, rows - 5);
}

/** The row of the screen that its first command is on: under the prompt and the edge. */
export const PALETTE_HEAD = 2;

/** The first command that is drawn. */
export function paletteTop({ choice }: Palette, rows: number): number {
  return Math.max(0, choice - paletteBody(rows) + 1);
}

/** What a command does in the palette. Doing what is chosen is for whoever does commands: it need not be the reducer. */
export function reducePalette(env: Env, state: State, palette: Palette, command: Command): State {
  const prompt = edit(palette.prompt, command);
  if (prompt)
    return { ...state, palette: { prompt, choice: prompt.text === palette.prompt.text ? palette.choice : 0 } };
  const entries = entriesOf(env, state, palette);
  switch (command) {
    case 'back':
      return { ...state, palette: null };
    case 'enter': {
      const chosen = entries[palette.choice];
      if (!chosen) return { ...state, notice: 'No command is called so' };
      return chosen.off === undefined ? { ...state, palette: null } : { ...state, notice: `Not now: ${chosen.off}` };
    }
    default: {
      const choice = movedTo(command, palette.choice, entries.length, paletteBody(state.size.rows));
      return choice === undefined ? state : { ...state, palette: { ...palette, choice: Math.max(0, choice) } };
    }
  }
}
