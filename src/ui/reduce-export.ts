import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { type Exported, onScreen, proposedName } from './exporting.ts';
import { EMPTY_PROMPT, edit, insert } from './prompt.ts';
import type { Exporting, State } from './state.ts';

/** Asks for the name of a file for what is on the screen, and proposes one. */
export function openExport(env: Env, state: State): State {
  const shown = onScreen(env, state);
  if (!shown) return { ...state, notice: 'Nothing is here to export' };
  const prompt = insert(EMPTY_PROMPT, proposedName(env, state, shown));
  return { ...state, exporting: { stage: 'name', prompt, problem: null } };
}

/** What a command does while a name is asked for, or whether a file may be replaced. */
export function reduceExport(state: State, now: Exporting, command: Command): State {
  if (command === 'back' || command === 'no') {
    // What is being written goes on; how it ends is told.
    return { ...state, exporting: now.stage === 'sure' ? { ...now, stage: 'name' } : null };
  }
  if (now.stage === 'sure') return command === 'yes' ? writing(state, now, true) : state;
  if (now.stage !== 'name') return state;
  const prompt = edit(now.prompt, command);
  if (prompt) return { ...state, exporting: { ...now, prompt, problem: null } };
  if (command !== 'enter') return state;
  if (now.prompt.text.trim() === '') return { ...state, exporting: { ...now, problem: 'type a name first' } };
  return writing(state, now, false);
}

/** What is typed while a name is asked for. */
export function typedIntoExport(state: State, now: Exporting, text: string): State {
  if (now.stage !== 'name') return state;
  return { ...state, exporting: { ...now, prompt: insert(now.prompt, text), problem: null } };
}

/** Asks for the file to be written, which is not the reducer's to do. */
function writing(state: State, now: Exporting, over: boolean): State {
  return {
    ...state,
    exporting: { ...now, stage: 'writing', problem: null },
    toWrite: { file: now.prompt.text.trim(), over },
  };
}

/** How the writing ended, told in its place. */
export function exported(state: State, result: Exported): State {
  const { exporting } = state;
  const after: State = { ...state, toWrite: null };
  switch (result.ended) {
    case 'written':
      return { ...after, exporting: null, notice: `Written: ${result.file}` };
    case 'there':
      return exporting
        ? { ...after, exporting: { ...exporting, stage: 'sure' } }
        : { ...after, notice: `Not written: ${result.file} is there already` };
    case 'failed':
      return exporting
        ? { ...after, exporting: { ...exporting, stage: 'name', problem: result.says } }
        : { ...after, notice: `Not written: ${result.says}` };
  }
}
