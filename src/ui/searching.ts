import { type Answer, NOTHING_ASKED, type Searches } from '../search/answer.ts';
import { inSlices, type Paused } from '../search/slices.ts';

/** Up to so many records a key is answered before anything is drawn; more are searched in slices between keys. */
const AT_ONCE = 10_000;
/** How long the drawing may wait for an answer, in milliseconds: what comes sooner is drawn once and not twice. */
const PATIENCE = 16;
/** Answers that are remembered: what was typed before comes back with every backspace. */
const REMEMBERED = 8;

/** Answers what is typed without ever keeping a key waiting. */
export interface Searching {
  /** What a text finds, if it is known or can be had at once. */
  known(text: string): Answer | undefined;
  /** Works on a text for as long as nobody notices; true when its answer is known then. {@link find} goes on from there. */
  soon(text: string): boolean;
  /** Works on a text in slices; false when that was broken off. Then its answer is known. */
  find(text: string, broken: AbortSignal): Promise<boolean>;
}

/** Searching as the prompt needs it. */
export function searchingOf(search: Searches, atOnce = AT_ONCE, patience = PATIENCE): Searching {
  let begun: { readonly text: string; readonly work: Paused<Answer> } | undefined;
  const answers = new Map<string, Answer>([['', NOTHING_ASKED]]);
  const remember = (text: string, answer: Answer) => {
    answers.delete(text);
    answers.set(text, answer);
    const oldest = [...answers.keys()].find((known) => known !== '');
    if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
  return {
    known(text) {
      const answer = answers.get(text);
      if (answer || search.size > atOnce) return answer;
      return remember(text, search.findNow(text));
    },
    soon(text) {
      if (answers.has(text)) return true;
      const work = search.find(text);
      for (const end = performance.now() + patience; performance.now() < end; ) {
        const { done, value } = work.next();
        if (!done) continue;
        remember(text, value);
        return true;
      }
      begun = { text, work };
      return false;
    },
    async find(text, broken) {
      const work = begun?.text === text ? begun.work : search.find(text);
      begun = undefined;
      const answer = await inSlices(work, otherThings, broken);
      if (answer) remember(text, answer);
      return answer !== undefined;
    },
  };
}

/** Lets everything that waits have its turn: keys, and the screen. */
export function otherThings(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
