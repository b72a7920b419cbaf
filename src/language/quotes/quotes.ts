import type { Article, Mention, Quote, QuoteKind, Sentence, Span, Tokens } from '../../model.ts';
import { castOf } from './cast.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { readingOf } from './line-up.ts';
import { findMarked } from './marks.ts';
import { type Reading, spanOf } from './reading.ts';
import { resolveSpeakers } from './speakers.ts';

/**
 * Finds what somebody is reported to have said in an article, and who: first what stands in marks, then what cues
 * report, then whose words they are.
 *
 * @returns quotes in order of place; offsets are UTF-16 code units into `article.text`, contents without the marks around them
 */
export function findQuotes(
  article: Article,
  tokens: Tokens,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Quote[] {
  const marked = findMarked(article.text, article.paragraphs);
  const reading = readingOf(article, tokens, sentences, mentions, marked);
  const drafts = draftsOf(reading);
  const voices = resolveSpeakers(reading, castOf(reading), drafts);
  const quotes = drafts.flatMap((draft, i) => {
    const voice = voices[i];
    const spans = contentOf(reading, draft);
    const [first] = spans;
    const last = spans.at(-1);
    if (!voice || !first || !last) return [];
    const quote: Quote = {
      start: first.start,
      end: last.end,
      kind: kindOf(reading, draft),
      spans,
      cue: draft.cue ? spanOf(reading, draft.cue.from, draft.cue.to) : null,
      speakerAsWritten: draft.subject ? spanOf(reading, draft.subject.from, draft.subject.to) : null,
      ...voice,
    };
    return [quote];
  });
  return quotes.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The content of a draft as spans of text. Marks around all of a piece are not of it; where a piece has words of its own
 * besides those in marks, the marks show which are whose, and each stands with the one that closes it.
 */
function contentOf(reading: Reading, draft: Draft): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of draft.pieces) {
    const [first, last] = [reading.markOf[from] ?? -1, reading.markOf[to - 1] ?? -1];
    const [opened, closed] = [reading.marked[first], reading.marked[last]];
    const { start, end } = spanOf(reading, from, to);
    const isOneMark = first === last;
    const span = {
      start: opened && start <= opened.start ? (isOneMark ? opened.start : opened.outer.start) : start,
      end: closed && end >= closed.end ? (isOneMark ? closed.end : closed.outer.end) : end,
    };
    if (span.end > span.start) spans.push(span);
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Direct: all words in double marks. Mixed: some. Indirect: none. */
function kindOf(reading: Reading, draft: Draft): QuoteKind {
  let inside = 0;
  let outside = 0;
  for (const { from, to } of draft.pieces) {
    for (let i = from; i < to; i++) {
      if (!/[\p{L}\p{N}]/u.test(reading.words[i] ?? '')) continue;
      if (reading.marked[reading.markOf[i] ?? -1]?.style === 'double') inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
