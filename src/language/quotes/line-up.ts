import type { Article, Mention, Sentence, Tokens } from '../../model.ts';
import { isReportingForm } from './forms.ts';
import { TITLE_STOPS } from './lexicon.ts';
import type { Marked } from './marks.ts';
import { posOf, type Reading, stopOf, tokenAt, type Unit } from './reading.ts';
import { isInName, isTitle } from './speech.ts';

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
  // the title of a work and a nickname are read as names, not as something said
  marked.forEach((_, m) => {
    if (!isTitle(reading, m) && !isInName(reading, m)) return;
    markOf.fill(-1, markFrom[m], markTo[m]);
    markTo[m] = markFrom[m] ?? 0;
  });
  for (const unit of unitsOf(reading, sentences)) reading.units.push(unit);
  return reading;
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
    // "…?” No such offer has been revealed.": a passive reports nothing that stands before it
    if (/^(?:been|being|was|were|is|are|no)$/.test(word)) return false;
    if (isReportingForm(word)) return true;
    // "…?” Trump barked."
    if (j > i && posOf(reading, j) === 'VERB' && /^[.,]$/.test(reading.words[j + 1] ?? '')) return true;
    if (/^[,.;:!?]$/.test(word) || (reading.markOf[j] ?? -1) >= 0) return false;
  }
  return false;
}
