import { type Article, PARTS_OF_SPEECH, type Tokens } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import type { Chunk } from './labels.ts';

const AUX = PARTS_OF_SPEECH.indexOf('AUX');
const VERB = PARTS_OF_SPEECH.indexOf('VERB');
/** After these a seat of government is a place. */
const WHERE = new Set(
  'in to from near at outside around into across through toward towards leave left visit'.split(' '),
);
/** After these it is a party to something. */
const PARTY = new Set('with by between against informed told accused warned urged pressed blamed assured'.split(' '));
/** What a government has and a town has not. */
const ACTS = new Set(
  `effort efforts demand demands proposal proposals response buildup build-up annexation invasion aggression claim claims
  position stance policy request decision offer threat threats ultimatum ultimatums concerns concern intentions ambitions
  allies ally support backing sanctions forces military troops government leadership security seizure control influence
  willingness refusal insistence interests actions action intervention commitment relationship relations`.split(/\s+/),
);
/** Forms of the past that do not end as most do; a noun's form is no sign of a verb ("a Washington think tank"). */
const PAST = new Set(
  'began took gave saw made knew came went became grew drew withdrew broke spoke chose shook'.split(' '),
);
/** What follows a hyphen after a government's name: Moscow-backed. */
const SIDES = new Set('backed led supported controlled appointed funded sponsored friendly'.split(' '));

/**
 * Whether a seat of government, or a people, stands for the government: it says or does something ("Moscow has
 * demanded", "the Russians said"), has what governments have ("Moscow's demands") or is a party ("with Moscow").
 */
export function governsAt(article: Article, tokens: Tokens, { first, end }: Chunk): boolean {
  const word = (i: number) => wordAt(article, tokens, i);
  const name = article.text.slice(tokens.start[first]!, tokens.end[end - 1]!).toLowerCase();
  const people = COUNTRIES.peoples.get(name);
  if (people) return word(first - 1) === 'the' && name.endsWith('s') && name !== people.form && acts(tokens, end, word);
  if (!COUNTRIES.seats.has(name) || WHERE.has(word(first - 1))) return false;
  const after = word(end);
  if (after === "'s" || after === '’s') return ACTS.has(word(end + 1)) || ACTS.has(word(end + 2));
  if (after === '-' || after === '‑') return SIDES.has(word(end + 1));
  if (PARTY.has(word(first - 1)) || acts(tokens, end, word)) return true;
  // "between Washington and Moscow", "Washington and Moscow say"
  if (word(first - 1) === 'and' && COUNTRIES.seats.has(word(first - 2)))
    return PARTY.has(word(first - 3)) || isVerb(tokens, end);
  return after === 'and' && COUNTRIES.seats.has(word(end + 1)) && isVerb(tokens, end + 2);
}

function acts(tokens: Tokens, at: number, word: (i: number) => string): boolean {
  if (tokens.pos[at] === AUX) return true;
  const verb = word(at);
  return tokens.pos[at] === VERB && ('sdt'.includes(verb.at(-1) ?? ' ') || PAST.has(verb));
}

function isVerb(tokens: Tokens, at: number): boolean {
  return tokens.pos[at] === AUX || tokens.pos[at] === VERB;
}

function wordAt(article: Article, tokens: Tokens, i: number): string {
  return i < 0 || i >= tokens.count ? '' : article.text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase();
}
