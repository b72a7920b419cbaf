import { graphemes } from '../terminal/width.ts';
import type { Command } from './commands.ts';

/** The text of the prompt and where its cursor stands, in UTF-16 code units, always between two graphemes. */
export interface Prompt {
  readonly text: string;
  readonly cursor: number;
}

export const EMPTY_PROMPT: Prompt = { text: '', cursor: 0 };

/** Puts text in at the cursor; line breaks of a paste become spaces. */
export function insert({ text, cursor }: Prompt, typed: string): Prompt {
  const clean = typed.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return { text: text.slice(0, cursor) + clean + text.slice(cursor), cursor: cursor + clean.length };
}

/** What a command does to the prompt, as readline does it; undefined when it is no editing command. */
export function edit(prompt: Prompt, command: Command): Prompt | undefined {
  const { text, cursor } = prompt;
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  switch (command) {
    case 'backspace':
      return { text: before.slice(0, previousEdge(before)) + after, cursor: previousEdge(before) };
    case 'delete':
      return { text: before + after.slice(nextEdge(after)), cursor };
    case 'deleteWord': {
      const kept = before.trimEnd();
      const edge = kept.lastIndexOf(' ') + 1;
      return { text: before.slice(0, edge) + after, cursor: edge };
    }
    case 'deleteToStart':
      return { text: after, cursor: 0 };
    case 'deleteToEnd':
      return { text: before, cursor };
    case 'cursorLeft':
      return { text, cursor: previousEdge(before) };
    case 'cursorRight':
      return { text, cursor: cursor + nextEdge(after) };
    case 'cursorStart':
      return { text, cursor: 0 };
    case 'cursorEnd':
      return { text, cursor: text.length };
    default:
      return undefined;
  }
}

function previousEdge(before: string): number {
  return before.length - (Array.from(graphemes(before)).at(-1)?.length ?? 0);
}

function nextEdge(after: string): number {
  return graphemes(after).next().value?.length ?? 0;
}
