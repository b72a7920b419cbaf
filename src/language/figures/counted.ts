import { PARTS_OF_SPEECH, type PartOfSpeech, type Sentence, type Span, type Tokens } from '../../model.ts';

/** What a number counts. */
export interface Counted extends Span {
  /** Equal for what is one thing to count: soldiers and troops, the dead and those killed. */
  readonly what: string;
}

/** Words for one thing that news counts, by what it is called here. */
const ALIKE: readonly (readonly [what: string, words: string])[] = [
  ['troops', 'troop troops soldier soldiers force forces servicemen servicemembers personnel'],
  ['killed', 'killed killing kill kills dead deaths death died die fatalities lives'],
  ['hurt', 'injured injuring injuries injury wounded wounding wounds hurt'],
  ['arrested', 'arrested arrests detained arresting'],
  ['displaced', 'displaced fled evacuated'],
  ['missing', 'missing'],
  ['people', 'people persons person residents'],
  ['countries', 'country countries nation nations'],
  ['homes', 'home homes house houses'],
];
const WHAT = new Map(ALIKE.flatMap(([what, words]) => words.split(' ').map((word) => [word, what] as const)));
/** What befalls people: "killed 298 people" counts the killed. */
const BEFALLS = new Set(['killed', 'hurt', 'arrested', 'displaced', 'missing']);
const PEOPLE = /^(?:people|persons?|civilians?|m[ae]n|wom[ae]n|children|child|others|passengers|students|residents)$/;
/** Spans of time are dates, not figures. */
const TIME =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|times?|a\.?m|p\.?m|o'clock)$/;
/** So many tokens behind a number may say what it counts, and so many around what befalls it. */
const PHRASE = 8;
const AROUND = 6;

const has = (tokens: Tokens, token: number, ...tags: readonly PartOfSpeech[]) =>
  tags.includes(PARTS_OF_SPEECH[tokens.pos[token] ?? 0] ?? 'X');

/**
 * What a number in a sentence counts: the noun phrase behind it ("10,000 combat and special forces troops"), with "of"
 * or "in" between where it has them ("80 percent of voters", "$1.8 billion in cash"), or what befell it ("20 were
 * killed").
 *
 * @param from the first token behind the number
 * @returns `null` where it counts nothing that the sentence names, or time
 */
export function countedBy(
  text: string,
  tokens: Tokens,
  sentence: Sentence,
  number: Span,
  from: number,
): Counted | null {
  const word = (token: number) => text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
  const end = Math.min(sentence.endToken, from + PHRASE);
  let token = from;
  if (token < end && /^(?:of|in)$/.test(word(token))) {
    token++;
    while (token < end && (has(tokens, token, 'DET') || /^(?:its|their)$/.test(word(token)))) token++;
  }
  let head = -1;
  for (let at = token; at < end; at++) {
    if (has(tokens, at, 'NOUN', 'PROPN')) head = at;
    else if (has(tokens, at, 'CCONJ') && head >= 0 && word(head).endsWith('s')) break;
    else if (!has(tokens, at, 'ADJ', 'CCONJ', 'NUM') && (head >= 0 || !isParticiple(tokens, at, word))) break;
  }
  const befell = befalling(tokens, sentence, number, from, word);
  if (head < 0) return befell && { ...spanOf(tokens, befell.token, befell.token), what: befell.what };
  if (TIME.test(word(head)) || TIME.test(word(token))) return null;
  const what = WHAT.get(word(head)) ?? singular(word(head));
  const persons = PEOPLE.test(word(head));
  return { ...spanOf(tokens, token, head), what: persons && befell ? befell.what : what };
}

function singular(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|ss|x)es$/, '$1')
    .replace(/(?<=\w{3}[^s])s$/, '');
}

function spanOf(tokens: Tokens, first: number, last: number): Span {
  return { start: tokens.start[first] ?? 0, end: tokens.end[last] ?? 0 };
}

/** "armed", "opposing" before a noun. */
function isParticiple(tokens: Tokens, token: number, word: (token: number) => string): boolean {
  return has(tokens, token, 'VERB') && /(?:ed|ing)$/.test(word(token)) && has(tokens, token + 1, 'NOUN', 'ADJ');
}

/** What befalls those whom a number counts, said close around it. */
function befalling(
  tokens: Tokens,
  { firstToken, endToken }: Sentence,
  number: Span,
  from: number,
  word: (token: number) => string,
): { readonly token: number; readonly what: string } | null {
  let first = from;
  while (first > firstToken && (tokens.start[first - 1] ?? 0) >= number.start) first--;
  for (let away = 0; away < AROUND; away++)
    for (const token of [from + away, first - 1 - away]) {
      const what = token >= firstToken && token < endToken ? WHAT.get(word(token)) : undefined;
      if (what !== undefined && BEFALLS.has(what)) return { token, what };
    }
  return null;
}
