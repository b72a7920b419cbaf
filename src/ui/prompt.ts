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
  return between(text.slice(0, cursor) + clean, text.slice(cursor));
}

/** Two stretches put together with the cursor between them, or behind the grapheme that they have become one of. */
function between(before: string, after: string): Prompt {
  const text = before + after;
  let cursor = 0;
  for (const grapheme of graphemes(text)) {
    if (cursor >= before.length) break;
    cursor += grapheme.length;
  }
  return { text, cursor };
}

/** What a command does to the prompt, as readline does it; undefined when it is no editing command. */
export function edit(prompt: Prompt, command: Command): Prompt | undefined {
  const { text, cursor } = prompt;
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  switch (command) {
    case 'backspace':
      return between(before.slice(0, previousEdge(before)), after);
    case 'delete':
      return between(before, after.slice(nextEdge(after)));
    case 'deleteWord': {
      const kept = before.trimEnd();
      const edge = kept.lastIndexOf(' ') + 1;
      return between(before.slice(0, edge), after);
    }
    case 'deleteToStart':
      return { text: after, cursor: 0 };
    case 'deleteToEnd':
      return { text: before, cursor };
    case 'cursorLeft':
      return { text, cursor: previousEdge(before) };
    case 'cursorRight':
      return { text, cursor: cursor + nextEdge(after) };
    case 'deleteNextWord':
      return between(before, after.slice(wordEnd(after)));
    case 'wordLeft':
      return { text, cursor: before.length - wordEnd([...before].reverse().join('')) };
    case 'wordRight':
      return { text, cursor: cursor + wordEnd(after) };
    case 'cursorStart':
      return { text, cursor: 0 };
    case 'cursorEnd':
      return { text, cursor: text.length };
    default:
      return undefined;
  }
}

/** The end of the first word, as readline has words: letters and digits, with what stands before them. */
function wordEnd(text: string): number {
  return /^[^\p{L}\p{N}]*[\p{L}\p{N}\p{M}\u200d]*/u.exec(text)?.[0].length ?? 0;
}

function previousEdge(before: string): number {
  return before.length - (Array.from(graphemes(before)).at(-1)?.length ?? 0);
}

function nextEdge(after: string): number {
  return graphemes(after).next().value?.length ?? 0;
}
