import { fold } from './forms.ts';

/** What stands beside a person's name and says which of several bearers is meant. */
export interface Bearing {
  /** `m` after "Mr.", `f` after "Mrs.", "Ms." and the like; also as "wife" and "son" tell. */
  readonly gender: 'm' | 'f' | null;
  /** The office or rank before the name: `president`, `senator`. */
  readonly title: string | null;
  /** `jr`, `sr`, `ii`, `iii`, `iv`, also behind a comma that ends the mention. */
  readonly suffix: string | null;
  /**
   * `of another`: introduced as somebody's wife, child or sibling, or beside a bearer of the bare last name ("Orsolo
   * and Ada Orsolo"): the bare last name is rather the other's. `head`: as somebody's husband or father.
   */
  readonly kin: 'of another' | 'head' | null;
  /** The single name beside a full one: "Ben" of "Ben and Ada Orsolo", "Okafor" of "Okafor and Ada Orsolo". */
  readonly beside: string | null;
}

const OFFICES = new Map(
  `president:president senator:senator sen:senator governor:governor gov:governor representative:representative
  rep:representative congressman:representative congresswoman:representative minister:minister premier:minister
  chancellor:chancellor secretary:secretary mayor:mayor general:general gen:general judge:judge justice:justice
  attorney:attorney director:director ambassador:ambassador chairman:chairman chairwoman:chairman speaker:speaker
  colonel:colonel col:colonel captain:captain capt:captain lieutenant:lieutenant lt:lieutenant sergeant:sergeant
  sgt:sergeant sheriff:sheriff king:king queen:queen prince:prince princess:princess pope:pope professor:professor
  prof:professor president-elect:president`
    .split(/\s+/)
    .map((entry) => entry.split(':') as [string, string]),
);
const MEN = new Set('mr sir lord king prince congressman chairman pope father brother'.split(' '));
const WOMEN = new Set('mrs ms miss dame lady queen princess congresswoman chairwoman sister mother'.split(' '));
const HERS =
  'wife|widow|daughters?|sisters?|nieces?|aunt|mother|girlfriend|fiancée|first lady|daughter-in-law|grand-?daughter';
const HIS = 'sons?|brothers?|nephews?|uncle|cousins?|boyfriend|fiancé|son-in-law|grand-?son|child|children|siblings?';
const HEAD = 'husband|father';
const KIN = `${HERS}|${HIS}|${HEAD}`;
const IS_HERS = new RegExp(`^(?:${HERS})$`);
const IS_HEAD = new RegExp(`^(?:${HEAD})$`);
const KIN_BEFORE = new RegExp(`(?:^|[^\\p{L}])(${KIN})(?:-elect)?(?: and [a-z ]{1,20})?,?[ \\n]{1,4}$`, 'iu');
const LIST_HEAD = /(?:^|[^\p{L}])(sons|daughters|children|siblings|brothers|sisters)\b,?(?: -)?/gu;
/** A list of names reaches so far from its head, and over no end of a sentence. */
const LIST_REACH = 61;
const KIN_AFTER = new RegExp(
  `^(?:,? (?:Jr|Sr)\\.?)?(?:,| \\(| [–—-])\\s{0,4}((?:[\\p{L}.\\d-]{1,30}(?:[’']s?)? ){0,5}?)(${KIN})\\b`,
  'iu',
);
/** Between a name and a word of kin these make it somebody else's. */
const OTHERS = /\b(?:whose|who|and|with|but|said|told|said|as|to|by)\b/i;
const NAME_CHARACTER = /^[\p{L}’'-]$/u;
const LETTER = /^\p{L}$/u;
const OFFICE_CHARACTER = /^[\p{L}-]$/u;
const AND = ' and ';
/** A single name and "and" before a full one. */
const COUPLE = /(?:^|[^\p{L}]\p{Ll}+\s+|[,.;:“"(—–]\s+|\n)(\p{Lu}[\p{Ll}’'-]+) and $/u;
const SUFFIX_AFTER = /^,? (jr|sr|ii|iii|iv)\b/iu;
const SUFFIX_IN = /[ ,](jr|sr|ii|iii|iv)\.?(?:['’]s)?$/iu;
const WINDOW = 90;

/** Reads what stands beside the name of a person at a place of a text. */
export function bearingOf(text: string, start: number, end: number): Bearing {
  const name = text.slice(start, end);
  const line = text.slice(Math.max(0, start - WINDOW), start);
  const before = line.slice(line.lastIndexOf('\n\n') + 1);
  const after = text.slice(end, end + WINDOW);
  const office = officeBefore(before);
  const suffix = SUFFIX_IN.exec(name)?.[1] ?? SUFFIX_AFTER.exec(after)?.[1];
  const kin = kinOf(name, before, after);
  const courtesy = lettersBefore(before);
  return {
    gender: MEN.has(courtesy) ? 'm' : WOMEN.has(courtesy) ? 'f' : kin.gender,
    title: (office !== undefined && OFFICES.get(office)) || null,
    suffix: suffix === undefined ? null : suffix.toLowerCase(),
    kin: kin.kin,
    beside: before.endsWith(AND) && /\s/.test(name) ? fold(COUPLE.exec(before)?.[1] ?? '') || null : null,
  };
}

function kinOf(name: string, before: string, after: string): Pick<Bearing, 'gender' | 'kin'> {
  const behind = KIN_AFTER.exec(after);
  const word = (
    KIN_BEFORE.exec(before)?.[1] ??
    (behind && !OTHERS.test(behind[1]!) ? behind[2] : undefined) ??
    headOfList(before)
  )?.toLowerCase();
  if (word !== undefined && /\s/.test(name)) {
    const gender = IS_HERS.test(word) ? 'f' : /^(?:chil|sib|cous)/.test(word) ? null : 'm';
    return { gender, kin: IS_HEAD.test(word) ? 'head' : 'of another' };
  }
  const beside = nameBeforeAnd(before);
  if (beside === undefined || !/\s/.test(name)) return { gender: null, kin: null };
  return { gender: null, kin: fold(beside) === fold(name).split(' ').at(-1) ? 'of another' : null };
}

/** "sons" of "his sons Ann Lee, Bo" before a name; undefined where no list of kin leads up to it. */
function headOfList(before: string): string | undefined {
  LIST_HEAD.lastIndex = 0;
  for (let match = LIST_HEAD.exec(before); match; match = LIST_HEAD.exec(before)) {
    const rest = before.slice(match.index + match[0].length);
    if (rest.startsWith(' ') && rest.length <= LIST_REACH && !/[.;:?!]/.test(rest)) return match[1];
  }
  return undefined;
}

/** "Ann" of "with Ann and " before a name. */
function nameBeforeAnd(before: string): string | undefined {
  if (!before.endsWith(AND)) return undefined;
  const word = lastWord(before.slice(0, -AND.length), NAME_CHARACTER);
  return /\p{Lu}.+/u.exec(word)?.[0];
}

/** "gen" of "to Gen. " before a name. */
function officeBefore(before: string): string | undefined {
  const said = before.trimEnd();
  if (said.length === before.length) return undefined;
  return lastWord(said.replace(/\.$/, ''), OFFICE_CHARACTER).toLowerCase();
}

/** "mr" of "to Mr. " before a name. */
function lettersBefore(before: string): string {
  const said = before.trimEnd();
  if (said.length === before.length) return '';
  const letters = lastWord(said.endsWith('.') ? said.slice(0, -1) : said, LETTER);
  return letters.toLowerCase().replaceAll('ſ', 's');
}

function lastWord(text: string, character: RegExp): string {
  let start = text.length;
  while (start > 0 && (isPlainLetter(text.charCodeAt(start - 1)) || character.test(text[start - 1]!))) start--;
  return text.slice(start);
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}
