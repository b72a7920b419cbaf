import type { AnnotatedArticle, Quote, Sentence, Span } from '../../model.ts';
import { isNoAnswer } from '../terms/no-answer.ts';
import { firstFrom, type Reading } from '../terms/reading.ts';
import { isFunctional, stemOf, termsIn } from '../terms/words.ts';

/** Who speaks, as far as it can be compared across articles. */
export type Voice =
  | { readonly kind: 'named'; readonly entity: number }
  /** `head` says what the speaker is, "official" of "a senior official of the administration"; it may be empty. */
  | { readonly kind: 'anonymous'; readonly head: string }
  | { readonly kind: 'unknown' };

/** What one sentence reports one speaker to have said: a quote, or all the fragments of it. */
export interface Said {
  readonly article: number;
  /** Indices into the article's quotes. */
  readonly quotes: readonly number[];
  /** The terms of the words said, in order. */
  readonly terms: readonly number[];
  /** The terms of the sentence around them, themselves included. */
  readonly context: readonly number[];
  readonly voice: Voice;
  /** Whether it is no more than that nothing was said: such are many, and no two are one. */
  readonly unanswered: boolean;
}

/** What is said in more words than this is known by its first ones: two are laid beside each other word by word. */
export const MOST_WORDS = 512;

/** Between two quotes: what follows is a sentence of its own, whether or not the sentences were split there. */
const STOP = /[.!?]["”’']*\s/;

/** All that an article reports to have been said, fragments of one sentence and speaker put together. */
export function saidIn(annotated: AnnotatedArticle, article: number, reading: Reading): readonly Said[] {
  const { text } = annotated.article;
  const { quotes, sentences } = annotated.annotations;
  const voice = (quote: Quote) => voiceOf(quote, text, (mention) => reading.entityOf(article, mention));
  const groups = new Map<string, number[]>();
  let stops = 0;
  quotes.forEach((quote, i) => {
    if (i > 0 && STOP.test(text.slice(quotes[i - 1]!.end, quote.start))) stops++;
    const key = `${sentenceAt(sentences, quote.start)} ${stops} ${JSON.stringify(voice(quote))}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  return [...groups.values()].map((items): Said => {
    const its = items.map((item) => quotes[item]!);
    return {
      article,
      // A list that grew takes more room than it needs.
      quotes: items.slice(),
      terms: its.flatMap(({ spans }) => spans.flatMap((span) => reading.terms(article, span))).slice(0, MOST_WORDS),
      context: reading.terms(article, around(its, sentences)),
      voice: voice(its[0]!),
      unanswered: its.every((quote) => isUnanswered(quote, text)),
    };
  });
}

/** "declined to comment", "did not respond to requests for comment" */
function isUnanswered({ kind, cue, start, end }: Quote, text: string): boolean {
  if (kind !== 'indirect') return false;
  return isNoAnswer(text.slice(Math.min(start, cue?.start ?? start), Math.max(end, cue?.end ?? end)));
}

function voiceOf({ speaker }: Quote, text: string, entityOf: (mention: number) => number): Voice {
  if (speaker.kind === 'named') {
    const entity = entityOf(speaker.mention);
    return entity < 0 ? { kind: 'unknown' } : { kind: 'named', entity };
  }
  if (speaker.kind === 'unknown') return speaker;
  const words = termsIn(text, speaker.description);
  const first = words.findIndex((term) => !isFunctional(term));
  const after = words.findIndex((term, i) => i > first && isFunctional(term));
  const head = words[after < 0 ? words.length - 1 : after - 1];
  return { kind: 'anonymous', head: first < 0 || head === undefined ? '' : stemOf(head) };
}

/** A sentence is looked at no farther than this before and after what is said in it, in characters: it may have no end. */
const REACH = 2048;

/** The number of the sentence that holds a place of the text; the one before it where none does. */
function sentenceAt(sentences: readonly Sentence[], place: number): number {
  return Math.max(0, firstFrom(sentences, place + 1) - 1);
}

function around(quotes: readonly Quote[], sentences: readonly Sentence[]): Span {
  const start = quotes.reduce((least, quote) => Math.min(least, quote.start), Number.POSITIVE_INFINITY);
  const end = quotes.reduce((most, quote) => Math.max(most, quote.end), 0);
  const from = Math.min(start, sentences[sentenceAt(sentences, start)]?.start ?? start);
  const to = Math.max(end, sentences[sentenceAt(sentences, end - 1)]?.end ?? end);
  return { start: Math.max(from, start - REACH), end: Math.min(to, end + REACH, start + 2 * REACH) };
}
