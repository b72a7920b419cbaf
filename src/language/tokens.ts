import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { type Article, PARTS_OF_SPEECH, type Sentence, type Tokens } from '../model.ts';
import { joinedSentences } from './sentences.ts';

/** What wink-nlp knows of words: `hash` from a word to its number in `list`. */
interface Lexemes {
  readonly hash: Record<string, number>;
  readonly list: readonly string[];
}

/** A reader adds the words that it meets to what it knows; when there are so many, another one takes its place. */
const MOST_ADDED = 100_000;

let { nlp, lexemes } = freshReader();
const { its } = nlp;
/** So many words it knew at first; and so many when it last forgot. */
let known = lexemes.list.length;
let forgotten = known;

function freshReader(): { readonly nlp: ReturnType<typeof winkNLP>; readonly lexemes: Lexemes } {
  let lexemes: Lexemes | undefined;
  const core = () => {
    const its = (model as unknown as { core(): { features: { lexeme: Lexemes } } }).core();
    lexemes = its.features.lexeme;
    return its;
  };
  // Nothing is taught it, and each time that the model is asked for what teaching needs, it makes of it a string of
  // twice the length: from the 26th reader on it is too long for any.
  const metaCER = () => ({ machines: '', transformers: [] });
  const nlp = winkNLP({ ...(model as object), core, metaCER } as unknown as typeof model, ['sbd', 'pos']);
  if (!lexemes) throw new Error('wink-nlp did not ask for its model');
  return { nlp, lexemes };
}

/**
 * Makes the reader forget the words of the article before: a word that it has met it takes whole the next time, where it
 * would have been parted, so that what is found would depend on what was read before.
 */
function forgetWords(): void {
  if (lexemes.list.length - known > MOST_ADDED) {
    ({ nlp, lexemes } = freshReader());
    known = lexemes.list.length;
    forgotten = known;
  }
  for (; forgotten < lexemes.list.length; forgotten++) delete lexemes.hash[lexemes.list[forgotten] ?? ''];
}

const POS_NUMBER: ReadonlyMap<string, number> = new Map(PARTS_OF_SPEECH.map((tag, i) => [tag, i]));

/**
 * Splits an article's paragraphs into sentences and tokens with wink-nlp, each paragraph by itself so that no
 * sentence runs over its end, and tags the tokens with their part of speech. The same article gives the same, whatever
 * was read before it.
 *
 * @returns offsets into `article.text`; white space belongs to no token and to no end of a sentence
 */
export function tokenise(article: Article): { readonly tokens: Tokens; readonly sentences: readonly Sentence[] } {
  const start: number[] = [];
  const end: number[] = [];
  const pos: number[] = [];
  const sentences: Sentence[] = [];
  forgetWords();

  article.paragraphs.forEach((paragraph, paragraphNumber) => {
    const text = bounded(article.text.slice(paragraph.start, paragraph.end));
    const doc = nlp.readDoc(text);
    const values = doc.tokens().out(its.value) as unknown as string[];
    const tags = doc.tokens().out(its.pos) as unknown as string[];
    const first = start.length;
    /** Numbers of wink's tokens to ours: white space is one of its tokens. */
    const ours = new Int32Array(values.length + 1);
    let from = 0;
    values.forEach((value, i) => {
      ours[i] = start.length;
      if (value.trim() === '') return;
      const at = nextPlace(text, value, from);
      if (at < 0) return;
      from = at + value.length;
      start.push(paragraph.start + at);
      end.push(paragraph.start + from);
      pos.push(POS_NUMBER.get(tags[i] ?? 'X') ?? 0);
    });
    ours[values.length] = start.length;
    const spans = doc.sentences().out(its.span) as unknown as [number, number][];
    const bounds = spans.map(([a, b]) => [ours[a] ?? first, ours[b + 1] ?? start.length] as const);
    const offsets = { text: article.text, start, end };
    for (const [firstToken, endToken] of joinedSentences(bounds, offsets).flatMap(parted)) {
      const sentenceStart = start[firstToken];
      const sentenceEnd = end[endToken - 1];
      if (sentenceStart === undefined || sentenceEnd === undefined) continue;
      sentences.push({ start: sentenceStart, end: sentenceEnd, firstToken, endToken, paragraph: paragraphNumber });
    }
  });
  const tokens = {
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    pos: Uint8Array.from(pos),
  };
  return { tokens, sentences };
}

/** No sentence has more tokens; where one never ends, every work on sentences would grow with its square. */
const LONGEST_SENTENCE = 2000;

type Bounds = readonly [firstToken: number, endToken: number];

function parted([firstToken, endToken]: Bounds): readonly Bounds[] {
  const parts: Bounds[] = [];
  for (let first = firstToken; first < endToken; first += LONGEST_SENTENCE)
    parts.push([first, Math.min(endToken, first + LONGEST_SENTENCE)]);
  return parts;
}

/** No word is longer; what is, is an address, a rule of dashes or an image in letters. */
const LONGEST_RUN = 120;

/**
 * The same text, of the same length, with blanks for all but the start of runs that are no words: wink's expressions
 * take time with the square of a run's length.
 */
function bounded(text: string): string {
  if (text.length <= LONGEST_RUN) return text;
  return text.replace(/\S+/g, (run) =>
    run.length > LONGEST_RUN ? run.slice(0, LONGEST_RUN) + ' '.repeat(run.length - LONGEST_RUN) : run,
  );
}

/** A token stands behind the last, with nothing but white space between; a little more is allowed for. */
const FARTHEST = 64;

function nextPlace(text: string, value: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  if (text.startsWith(value, at)) return at;
  const found = text.slice(at, at + FARTHEST + value.length).indexOf(value);
  return found < 0 ? -1 : at + found;
}
