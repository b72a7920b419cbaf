import {
  type Article,
  type Mention,
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  type Sentence,
  type Span,
  type Tokens,
} from '../../model.ts';
import { isReportingForm } from './forms.ts';
import { TITLE_STOPS } from './lexicon.ts';
import type { Marked } from './marks.ts';

/** A sentence as the reader of quotes sees it: full stops inside marks do not end it. Tokens `from` up to `to`. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** Index into the article's paragraphs. */
  readonly paragraph: number;
}

/** What the finder of quotes asks of an article, in columns by token number; -1 is none. */
export interface Reading {
  readonly article: Article;
  readonly tokens: Tokens;
  readonly mentions: readonly Mention[];
  readonly marked: readonly Marked[];
  /** Lower case, with straight apostrophes. */
  readonly words: readonly string[];
  readonly capital: Uint8Array;
  readonly markOf: Int32Array;
  readonly mentionOf: Int32Array;
  /** Per marked stretch: its tokens, marks included. */
  readonly markFrom: Int32Array;
  readonly markTo: Int32Array;
  readonly units: readonly Unit[];
}

/** How far a verb of saying may stand from the mark of a question that it reports. */
const ATTRIBUTION_REACH = 7;

/** Lines up tokens, marks and mentions of an article, and joins sentences that a quote or a stray stop has cut. */
export function readingOf(
  article: Article,
  tokens: Tokens,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  marked: readonly Marked[],
): Reading {
  const words: string[] = [];
  const capital = new Uint8Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const raw = article.text.slice(tokens.start[i], tokens.end[i]);
    const lower = raw.toLowerCase();
    capital[i] = raw.slice(0, 1) !== lower.slice(0, 1) ? 1 : 0;
    words.push(lower.includes('’') ? lower.replaceAll('’', "'") : lower);
  }
  const mentionOf = new Int32Array(tokens.count).fill(-1);
  mentions.forEach((mention, m) => {
    for (let i = tokenAt(tokens, mention.start); i < tokens.count && (tokens.start[i] ?? 0) < mention.end; i++)
      mentionOf[i] = m;
  });
  const markOf = new Int32Array(tokens.count).fill(-1);
  const markFrom = new Int32Array(marked.length);
  const markTo = new Int32Array(marked.length);
  marked.forEach(({ outer }, m) => {
    let i = tokenAt(tokens, outer.start);
    markFrom[m] = i;
    for (; i < tokens.count && (tokens.start[i] ?? 0) < outer.end; i++) markOf[i] = m;
    markTo[m] = i;
  });
  const reading = {
    article,
    tokens,
    mentions,
    marked,
    words,
    capital,
    markOf,
    mentionOf,
    markFrom,
    markTo,
    units: [] as Unit[],
  };
  reading.units.push(...unitsOf(reading, sentences));
  return reading;
}

/** The first token that ends after an offset. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function posOf(reading: Reading, i: number): PartOfSpeech {
  return PARTS_OF_SPEECH[reading.tokens.pos[i] ?? 0] ?? 'X';
}

export function wordOf(reading: Reading, i: number): string {
  return reading.words[i] ?? '';
}

/** The token before `i`, stepping over marked stretches; less than the first token of its unit when there is none. */
export function before(reading: Reading, i: number): number {
  const mark = reading.markOf[i - 1] ?? -1;
  return mark >= 0 && mark !== reading.markOf[i] ? (reading.markFrom[mark] ?? 0) - 1 : i - 1;
}

/** Whether nothing stands between two neighbouring tokens. */
export function touches(reading: Reading, i: number): boolean {
  return i > 0 && reading.tokens.start[i] === reading.tokens.end[i - 1];
}

/** Whether a token stands in marks. */
export function inMark(reading: Reading, i: number): boolean {
  return (reading.markOf[i] ?? -1) >= 0;
}

/** The last character of what stands in marks, closing marks within it aside; empty when there is no such stretch. */
export function stopOf(reading: Reading, m: number): string {
  const mark = reading.marked[m];
  if (!mark) return '';
  const { text } = reading.article;
  let end = mark.end - 1;
  while (end > mark.start && /[’'\s]/.test(text[end] ?? '')) end--;
  return text[end] ?? '';
}

/** The text from one token up to, not including, another. */
export function spanOf(reading: Reading, from: number, to: number): Span {
  return { start: reading.tokens.start[from] ?? 0, end: reading.tokens.end[to - 1] ?? 0 };
}

function unitsOf(reading: Reading, sentences: readonly Sentence[]): Unit[] {
  const units: Unit[] = [];
  for (const sentence of sentences) {
    const last = units.at(-1);
    const joins = last && last.paragraph === sentence.paragraph && joined(reading, sentence.firstToken);
    const from = joins ? last.from : sentence.firstToken;
    if (joins) units.pop();
    let start = from;
    for (let i = Math.max(from, sentence.firstToken) + 1; i < sentence.endToken; i++) {
      if (!endsAtMark(reading, i)) continue;
      units.push({ from: start, to: i, paragraph: sentence.paragraph });
      start = i;
    }
    units.push({ from: start, to: sentence.endToken, paragraph: sentence.paragraph });
  }
  return units;
}

/** Whether what starts at token `i` belongs to the sentence before it, though there is a stop between. */
function joined(reading: Reading, i: number): boolean {
  const { markOf, words, capital } = reading;
  const mark = markOf[i - 1] ?? -1;
  if (mark >= 0 && mark === markOf[i]) return true;
  const word = words[i] ?? '';
  // "Edward G. Rendell": the stop of an initial ends no sentence
  const stopped = wordBeforeStop(reading, i);
  if (capital[i] === 1 && (/^\p{Lu}\.?$/u.test(stopped) || TITLE_STOPS.has(stopped.toLowerCase()))) return true;
  if (word === ',' || (markOf[i] === -1 && !capital[i] && /^\p{Ll}/u.test(word))) return true;
  if (mark < 0 || (markOf[i] ?? -1) >= 0) return false;
  const end = stopOf(reading, mark);
  if (end === ',') return true;
  return end !== '' && '?!…—-'.includes(end) && attributionFollows(reading, i);
}

function wordBeforeStop({ article, tokens, words }: Reading, i: number): string {
  const at = words[i - 1] === '.' ? i - 2 : i - 1;
  return article.text.slice(tokens.start[at], tokens.end[at]);
}

/** Whether a marked sentence ends just before token `i` and another sentence starts there. */
function endsAtMark(reading: Reading, i: number): boolean {
  const mark = reading.markOf[i - 1] ?? -1;
  if (mark < 0 || mark === reading.markOf[i]) return false;
  const content = reading.marked[mark];
  if (!content || content.style === 'single') return false;
  const end = stopOf(reading, mark);
  const starts = reading.capital[i] === 1 || (reading.markOf[i] ?? -1) >= 0;
  if (!starts) return false;
  return end === '.' || (end !== '' && '?!…'.includes(end) && !attributionFollows(reading, i));
}

function attributionFollows(reading: Reading, i: number): boolean {
  for (let j = i; j < Math.min(i + ATTRIBUTION_REACH, reading.words.length); j++) {
    const word = reading.words[j] ?? '';
    if (isReportingForm(word)) return true;
    // "…?” Trump barked."
    if (j > i && posOf(reading, j) === 'VERB' && /^[.,]$/.test(reading.words[j + 1] ?? '')) return true;
    if (/^[,.;:!?]$/.test(word) || (reading.markOf[j] ?? -1) >= 0) return false;
  }
  return false;
}
