import { type AnnotatedArticle, PARTS_OF_SPEECH } from '../../model.ts';

const ROLES = new Set(
  `president minister secretary spokesman spokeswoman spokesperson leader chancellor senator governor mayor ambassador
  adviser advisor director chief chairman chairwoman chair officer executive ceo general admiral commander analyst
  professor fellow king queen prince princess pope judge justice lawyer attorney representative congressman
  congresswoman counsel envoy diplomat editor reporter correspondent coach captain economist head official expert
  founder candidate dictator premier speaker prosecutor lawmaker deputy sheriff nominee negotiator`.split(/\s+/),
);
const PARTS = new Set(['PROPN', 'NOUN', 'ADJ'].map((tag) => PARTS_OF_SPEECH.indexOf(tag as 'PROPN')));
const LINKS = new Set(['of', 'for', "'s", '’s', '-', '&', 'on', 'to']);
/** Words in lower case that belong to a title after them. */
const KEPT = new Set(['former', 'acting', 'then', 'interim', 'deputy', 'outgoing', 'incoming']);
/** A role of more words than this is a sentence. */
const LONGEST = 9;

/** What a person is called besides the name, where it was read, and at which mention. */
export interface Role {
  readonly article: number;
  readonly item: number;
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/**
 * What a person is called besides the name: the words before it ("Secretary of State Antony Blinken") or, between
 * commas, after it ("Ned Price, the State Department spokesman,"). Of several the one with the most words, of those the
 * first.
 *
 * @param annotated the article with the number `article`, and `item` one of its mentions
 * @param best what was found at other mentions
 */
export function roleAt(
  annotated: AnnotatedArticle,
  article: number,
  item: number,
  best: Role | undefined,
): Role | undefined {
  const { start, end } = annotated.annotations.mentions[item]!;
  let role = best;
  for (const found of [before(annotated, start, end), after(annotated, end)]) {
    if (!found) continue;
    const isFirst = role && found.words === role.words && article === role.article && item < role.item;
    if (!role || found.words > role.words || isFirst) role = { article, item, ...found };
  }
  return role;
}

type Found = { readonly start: number; readonly end: number; readonly words: number } | undefined;

function before(annotated: AnnotatedArticle, start: number, end: number): Found {
  const { tokens } = annotated.annotations;
  const sentenceStart = sentenceOf(annotated, start)?.firstToken ?? 0;
  let last = firstToken(annotated, start);
  // "his national security adviser, Ada Orsolo": the role must end at the comma, the name be a full one
  if (wordAt(annotated, last - 1) === ',') {
    last--;
    if (!ROLES.has(wordAt(annotated, last - 1)) || !/\s/.test(annotated.article.text.slice(start, end)))
      return undefined;
  }
  let first = last;
  while (first > sentenceStart) {
    const word = wordAt(annotated, first - 1);
    // "Secretary of State", but not "point of view of President"
    const joins = word === '-' || (LINKS.has(word) && ROLES.has(wordAt(annotated, first - 2)));
    if (!joins && !PARTS.has(tokens.pos[first - 1]!)) break;
    first--;
    // However far it goes on, this word stays, and it is no role.
    if (last - first > LONGEST && !isLeading(annotated, first, last)) return undefined;
  }
  while (first < last && isLeading(annotated, first, last)) first++;
  return role(annotated, first, last);
}

/** Whether a word in front belongs to no role. */
function isLeading(annotated: AnnotatedArticle, i: number, end: number): boolean {
  return LINKS.has(wordAt(annotated, i)) || isManner(annotated, i, end);
}

/** Whether a word only leads up to a title: "likely Deputy Secretary". */
function isManner({ article, annotations: { tokens } }: AnnotatedArticle, i: number, end: number): boolean {
  const word = article.text.slice(tokens.start[i]!, tokens.end[i]!);
  const next = i + 1 < end ? article.text[tokens.start[i + 1]!]! : '';
  return !KEPT.has(word) && word === word.toLowerCase() && next !== next.toLowerCase();
}

function after(annotated: AnnotatedArticle, at: number): Found {
  let first = firstToken(annotated, at);
  if (wordAt(annotated, first) !== ',') return undefined;
  first++;
  if (['a', 'an', 'the'].includes(wordAt(annotated, first))) first++;
  const sentenceEnd = sentenceOf(annotated, at)?.endToken ?? first;
  let end = first;
  while (
    end < sentenceEnd &&
    end - first <= LONGEST &&
    (PARTS.has(annotated.annotations.tokens.pos[end]!) ||
      LINKS.has(wordAt(annotated, end)) ||
      wordAt(annotated, end) === 'the')
  )
    end++;
  return [',', '.', ';'].includes(wordAt(annotated, end)) ? role(annotated, first, end) : undefined;
}

/** Tokens as a role, when one of them is the word for one and they are few. */
function role(annotated: AnnotatedArticle, first: number, end: number): Found {
  const words = end - first;
  if (words < 1 || words > LONGEST) return undefined;
  for (let i = first; i < end; i++)
    if (ROLES.has(wordAt(annotated, i))) {
      const { tokens } = annotated.annotations;
      return { start: tokens.start[first]!, end: tokens.end[end - 1]!, words };
    }
  return undefined;
}

/** The first token that starts at or after a place. */
function firstToken({ annotations: { tokens } }: AnnotatedArticle, at: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.start[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence that a place is in or ends. */
function sentenceOf({ annotations: { sentences } }: AnnotatedArticle, at: number) {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}

function wordAt({ article, annotations: { tokens } }: AnnotatedArticle, i: number): string {
  return i < 0 || i >= tokens.count ? '' : article.text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase();
}
