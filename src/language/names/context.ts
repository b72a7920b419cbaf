import { type Article, PARTS_OF_SPEECH, type Tokens } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import type { Chunk } from './labels.ts';

const AUX = PARTS_OF_SPEECH.indexOf('AUX');
const VERB = PARTS_OF_SPEECH.indexOf('VERB');
const MEN = new Set(['mr', 'sir', 'lord', 'king', 'prince', 'congressman', 'chairman', 'pope', 'father', 'brother']);
const WOMEN = new Set(['mrs', 'ms', 'miss', 'dame', 'lady', 'queen', 'princess', 'congresswoman', 'sister', 'mother']);
/** After these a seat of government is a place. */
const WHERE = new Set(
  'in to from near at outside around into across through toward towards leave left visit'.split(' '),
);
/** After these it is a party to something. */
const PARTY = new Set('with by between against'.split(' '));
/** What a government has and a town has not. */
const ACTS = new Set(
  `effort efforts demand demands proposal proposals response buildup build-up annexation invasion aggression claim claims
  position stance policy request decision offer threat threats ultimatum ultimatums concerns concern intentions ambitions
  allies ally support backing sanctions forces military troops government leadership security seizure control influence
  willingness refusal insistence interests actions action intervention commitment relationship relations`.split(/\s+/),
);
/** What follows a hyphen after a government's name: Moscow-backed. */
const SIDES = new Set('backed led supported controlled appointed funded sponsored friendly'.split(' '));

/** Courtesy before a name: `m` after "Mr.", `f` after "Mrs." and the like. */
export function genderBefore(article: Article, tokens: Tokens, first: number): 'm' | 'f' | null {
  const word = wordAt(article, tokens, first - 1).replace('.', '');
  return MEN.has(word) ? 'm' : WOMEN.has(word) ? 'f' : null;
}

/**
 * Whether a seat of government, or a people, stands for the government: it says or does something ("Moscow has
 * demanded", "the Russians said"), has what governments have ("Moscow's demands") or is a party ("with Moscow").
 */
export function governsAt(article: Article, tokens: Tokens, { first, end }: Chunk): boolean {
  const name = article.text.slice(tokens.start[first]!, tokens.end[end - 1]!).toLowerCase();
  const before = wordAt(article, tokens, first - 1);
  const people = COUNTRIES.peoples.get(name);
  if (people) return before === 'the' && name.endsWith('s') && name !== people.form && acts(tokens, end);
  if (!COUNTRIES.seats.has(name) || WHERE.has(before)) return false;
  const after = wordAt(article, tokens, end);
  if (after === "'s" || after === '’s') return ACTS.has(wordAt(article, tokens, end + 1));
  if (after === '-' || after === '‑') return SIDES.has(wordAt(article, tokens, end + 1));
  return PARTY.has(before) || acts(tokens, end);
}

function acts(tokens: Tokens, at: number): boolean {
  return tokens.pos[at] === VERB || tokens.pos[at] === AUX;
}

function wordAt(article: Article, tokens: Tokens, i: number): string {
  return i < 0 || i >= tokens.count ? '' : article.text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase();
}
