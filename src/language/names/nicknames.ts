import { type Article, ENTITY_TYPES, type Tokens } from '../../model.ts';
import { genderOfName } from '../quotes/first-names.ts';
import { fold } from './forms.ts';
import type { Chunk } from './labels.ts';

const PERSON = ENTITY_TYPES.indexOf('person');
/** A nickname in marks behind a first name, and the blank before the rest of the name. */
const BEHIND = /^ (?:"[^"\n]{1,30}"|“[^”\n]{1,30}”|‘[^’\n]{1,30}’|'[^'\n]{1,30}') (?=\p{L})/u;
const MOST_WORDS = 4;

/**
 * Joins a name that its bearer's nickname cuts in two: `Ada "The Hammer" Orsolo` is one name, told by the marks between
 * two names of people, or between a first name and a word with a capital.
 */
export function joinNicknames(chunks: readonly Chunk[], article: Article, tokens: Tokens): readonly Chunk[] {
  const out: Chunk[] = [];
  for (const chunk of chunks) {
    const last = out.at(-1);
    if (last && chunk.first < last.end) continue;
    const end = chunk.type === PERSON ? endOf(chunk) : chunk.end;
    out.push({ ...chunk, end });
  }
  return out;

  function endOf({ first, end }: Chunk): number {
    const from = tokens.end[end - 1]!;
    const length = BEHIND.exec(article.text.slice(from, from + 40))?.[0].length ?? 0;
    if (length === 0 || !isNickname(article.text.slice(from + 2, from + length - 2))) return end;
    let next = end;
    while (next < tokens.count && tokens.start[next]! < from + length) next++;
    const rest = chunks.find((other) => other.first === next);
    if (rest?.type === PERSON) return rest.end;
    const firstName = end - first === 1 && genderOfName(fold(article.text.slice(tokens.start[first]!, from)));
    const capital = /^\p{Lu}/u.test(article.text.slice(from + length, from + length + 2));
    return firstName && capital && next < tokens.count && !(rest && rest.end - next > 1) ? next + 1 : end;
  }
}

function isNickname(words: string): boolean {
  return /^(?:the )?\p{Lu}/u.test(words) && !/[,;:!?]/.test(words) && words.split(' ').length <= MOST_WORDS;
}
