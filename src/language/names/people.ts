import { genderOfName } from '../quotes/first-names.ts';
import { oneEdit, skeleton, soundAlike } from './forms.ts';

/** Short forms of first names and what they may stand for. */
const SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  `joe:joseph bill:william will:william billy:william mike:michael mick:michael bob:robert rob:robert bobby:robert
  tony:anthony,antony tom:thomas jim:james jimmy:james steve:steven,stephen dan:daniel danny:daniel ben:benjamin
  chris:christopher liz:elizabeth beth:elizabeth kate:katherine,kathryn katie:katherine dick:richard rick:richard
  ted:edward,theodore ed:edward,edwin eddie:edward bernie:bernard chuck:charles charlie:charles andy:andrew
  alex:alexander,aleksandr,alexandra nick:nicholas,nicolas sam:samuel,samantha greg:gregory jeff:jeffrey,geoffrey
  ron:ronald don:donald ken:kenneth matt:matthew pat:patrick,patricia tim:timothy dave:david josh:joshua
  jon:jonathan john:jonathan jack:john peggy:margaret maggie:margaret meg:margaret sue:susan debbie:deborah
  vicky:victoria val:valerie abe:abraham gabe:gabriel larry:lawrence,laurence jerry:gerald,jerome gene:eugene
  harry:harold,henry hank:henry fred:frederick frank:francis,franklin phil:philip,phillip pete:peter ray:raymond
  stan:stanley vince:vincent walt:walter zack:zachary volodya:volodymyr,vladimir sasha:aleksandr,alexander
    aleksandr:alexander nicolas:nicholas mohamed:mohammad`
    .split(/\s+/)
    .map((entry) => {
      const [short = '', long = ''] = entry.split(':');
      return [short, long.split(',')] as const;
    }),
);

/** Whether two first (or middle) names may be one person's: equal, initial, short form, or one spelt otherwise. */
function compatibleFirst(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (SHORT.get(a)?.includes(b) || SHORT.get(b)?.includes(a)) return true;
  const [x, y] = [skeleton(a), skeleton(b)];
  if (x === y) return true;
  // Marco and Mario, Daniel and Daniela are two: known names are no misspellings
  if (genderOfName(a) && genderOfName(b)) return false;
  return Math.min(x.length, y.length) >= 5 && x[0] === y[0] && oneEdit(x, y);
}

/** First letters, as they sound, that a compatible first name may have. */
export function firstLetters(first: string): readonly string[] {
  const letters = [first, ...(SHORT.get(first) ?? [])].map((name) => skeleton(name)[0] ?? '');
  return [...new Set(letters)];
}

/** Parts of last names that one text writes and another leaves out. */
const PARTICLES = new Set('al el bin ibn bint de del da di la le van von der den ter abu'.split(' '));

/**
 * Whether two full names, as {@link personWords} gives them, may be one person's: last names sound alike, first names
 * are compatible, and so are middle names, one by one, where both have them.
 */
export function compatibleNames(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return false;
  if (!soundAlike(a.at(-1)!, b.at(-1)!)) return false;
  if (!compatibleFirst(a[0]!, b[0]!)) return false;
  const [x, y] = [middles(a), middles(b)];
  // "M. Dane Orsolo" goes by the middle name, "J.J. Orsolo" by both: neither is Maxine or Jonah Orsolo
  if (isInitialed(a, x) && b[0]!.length > 1 && y.length === 0) return false;
  if (isInitialed(b, y) && a[0]!.length > 1 && x.length === 0) return false;
  if (EVERYBODYS.has(a[0]!) && (x.length !== y.length || skeleton(a.at(-1)!) !== skeleton(b.at(-1)!))) return false;
  if (x.length === 0 || y.length === 0) return true;
  return x.length === y.length && x.every((word, i) => compatibleFirst(word, y[i]!));
}

/** First names that so many bear that the rest of the name must agree. */
const EVERYBODYS = new Set('mohamed mohammed mohammad muhammad mohamad ahmed ahmad abdul ali kim'.split(' '));

function isInitialed(words: readonly string[], own: readonly string[]): boolean {
  return words[0]!.length === 1 && own.length > 0;
}

function middles(words: readonly string[]): readonly string[] {
  return words.slice(1, -1).filter((word) => !PARTICLES.has(word));
}

/** A full name with what tells its bearer from others of the name. */
export interface FullName {
  readonly words: readonly string[];
  /** `jr`, `sr`, `ii` and so on. */
  readonly suffix: string | null;
}

/**
 * Whether two full names may be one person's, their suffixes minded: who is "Jr." in one text and nothing in another is
 * two people, but for a III with a middle name ("Robert S. Mueller III"), whose forefathers are not in the news.
 */
export function mayBeOne(a: FullName, b: FullName): boolean {
  if (!compatibleNames(a.words, b.words)) return false;
  if (a.suffix === b.suffix) return true;
  if (a.suffix !== null && b.suffix !== null) return false;
  const [plain, formal] = a.suffix === null ? [a, b] : [b, a];
  return (formal.suffix === 'iii' || formal.suffix === 'iv') && formal.words.length > 2 && plain.words.length === 2;
}

/**
 * Whether an article that gives the first name and then the second speaks of one person: the formal name stands first,
 * "Joseph R. Biden Jr.", then the plain one.
 */
export function isShortOf(formal: FullName, plain: FullName): boolean {
  if (!compatibleNames(formal.words, plain.words)) return false;
  return formal.suffix !== null && plain.suffix === null && formal.words.length > 2 && plain.words.length === 2;
}
