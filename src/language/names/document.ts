import type { Article, Sentence, Tokens } from '../../model.ts';
import { Case, isUpper, type Word } from './words.ts';

/** How a sentence is written: as prose, as a headline With Capitals, or ALL IN CAPITALS. */
const Style = { Prose: 0, Title: 1, Capitals: 2 } as const;

/** An article as the tagger sees it; one entry a token. */
export interface TaggerDocument {
  readonly words: readonly Word[];
  /** Part of speech, index into `PARTS_OF_SPEECH`. */
  readonly pos: Uint8Array;
  readonly sentences: readonly { readonly firstToken: number; readonly endToken: number; readonly style: number }[];
  /** How the document writes the word elsewhere inside sentences: bit 1 in lower case, bit 2 with a capital. */
  readonly habit: Uint8Array;
}

/**
 * Prepares an article: finds sentences that are written in capitals and reads their words as the rest of the
 * article writes them, and notes which words the article capitalises where it need not.
 *
 * @param wordOf gives what is known of a word, one object a word
 */
export function prepare(
  article: Article,
  tokens: Tokens,
  sentences: readonly Sentence[],
  wordOf: (text: string) => Word,
): TaggerDocument {
  const words: Word[] = new Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) words[i] = wordOf(article.text.slice(tokens.start[i]!, tokens.end[i]!));
  const styled = sentences.map(({ firstToken, endToken }) => ({
    firstToken,
    endToken,
    style: styleOf(words, firstToken, endToken),
  }));

  const lower = new Set<string>();
  const capital = new Map<string, string>();
  for (const { firstToken, endToken, style } of styled) {
    if (style !== Style.Prose) continue;
    let free = false; // whether a capital here is a choice
    for (let i = firstToken; i < endToken; i++) {
      const word = words[i]!;
      if (word.case === Case.Lower) lower.add(word.lower);
      else if (free && word.case <= Case.Mixed) capital.set(word.lower, word.text);
      free = word.case !== Case.Punctuation || word.text === ',' || word.text === '-';
    }
  }

  for (const { firstToken, endToken, style } of styled) {
    if (style !== Style.Capitals) continue;
    for (let i = firstToken; i < endToken; i++) {
      const { lower: key, case: kind, text } = words[i]!;
      if (kind !== Case.Upper) continue;
      words[i] = wordOf(capital.get(key) ?? (lower.has(key) ? key : text[0]! + key.slice(1)));
    }
  }

  const habit = new Uint8Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const key = words[i]!.lower;
    habit[i] = (lower.has(key) ? 1 : 0) | (capital.has(key) ? 2 : 0);
  }
  return { words, pos: tokens.pos, sentences: styled, habit };
}

/** Fewer words than this say nothing of how a sentence is written. */
const ENOUGH = 4;

function styleOf(words: readonly Word[], first: number, end: number): number {
  let letters = 0;
  let upper = 0;
  let long = 0;
  let longCapital = 0;
  for (let i = first; i < end; i++) {
    const { case: kind, text } = words[i]!;
    if (kind >= Case.Number) continue;
    letters++;
    if (kind === Case.Upper || kind === Case.Initial) upper++;
    if (text.length < ENOUGH) continue;
    long++;
    if (isUpper(text[0]!)) longCapital++;
  }
  if (letters >= ENOUGH && upper >= 0.8 * letters) return Style.Capitals;
  return long >= ENOUGH && longCapital >= 0.7 * long ? Style.Title : Style.Prose;
}
