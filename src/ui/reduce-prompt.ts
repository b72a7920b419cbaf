import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { EMPTY_PROMPT, edit, insert, type Prompt } from './prompt.ts';
import type { State } from './state.ts';

/** So many searches are remembered. */
const MOST_REMEMBERED = 500;
/** Longer ones are not: nobody types them again. */
const LONGEST = 1_000;

/** The prompt changed, and what goes with it; undefined when the command does not change it. */
export type PromptChange = Pick<State, 'prompt' | 'completing' | 'recalled'>;

/** What a command does to the prompt while it is typed into; undefined when it is about something else. */
export function promptAfter(env: Env, state: State, command: Command): PromptChange | undefined {
  switch (command) {
    case 'complete':
      return completed(env, state, 1);
    case 'completeBack':
      return completed(env, state, -1);
    case 'older':
      return recalled(state, 1);
    case 'newer':
      return recalled(state, -1);
    default: {
      const prompt = edit(state.prompt, command);
      return prompt && { prompt, completing: null, recalled: null };
    }
  }
}

/**
 * The next candidate in the place of the word before the cursor. A single one is taken, so that the next Tab goes on
 * from there: from `speaker:` to who speaks.
 */
function completed(env: Env, state: State, by: 1 | -1): PromptChange | undefined {
  const from = state.completing?.from ?? state.prompt;
  const found = env.completions(from);
  if (!found) return undefined;
  const { start, candidates } = found;
  const count = candidates.length;
  const choice = state.completing ? (state.completing.choice + by + count) % count : by > 0 ? 0 : count - 1;
  const candidate = candidates[choice];
  if (!candidate) return undefined;
  const without = { text: from.text.slice(0, start) + from.text.slice(from.cursor), cursor: start };
  return {
    prompt: insert(without, candidate.text),
    completing: count > 1 ? { from, choice } : null,
    recalled: null,
  };
}

/** An older search in the place of the prompt, or a newer one, and last what was being typed. */
function recalled({ history, recalled: now, prompt }: State, by: 1 | -1): PromptChange | undefined {
  const draft = now?.draft ?? prompt;
  const back = Math.max(0, Math.min(history.length, (now?.back ?? 0) + by));
  const text = history.at(-back);
  if (back === 0 || text === undefined) return { prompt: draft, completing: null, recalled: null };
  return { prompt: insert(EMPTY_PROMPT, text), completing: null, recalled: { back, draft } };
}

/** A search remembered when the prompt is left, once however often it was made. */
export function remembered(before: State, after: State): State {
  const { text } = before.prompt;
  const left = before.focus === 'prompt' && after.focus !== 'prompt';
  if (!left || text.trim() === '' || text.length > LONGEST) return left ? { ...after, recalled: null } : after;
  const history = [...after.history.filter((other) => other !== text), text].slice(-MOST_REMEMBERED);
  return { ...after, history, recalled: null, completing: null };
}

/** What is typed goes in at the cursor, and ends what was being completed or recalled. */
export function typedIntoPrompt(prompt: Prompt, text: string): PromptChange {
  return { prompt: insert(prompt, text), completing: null, recalled: null };
}
