import type { EntityType } from '../../model.ts';
import { type Gender, genderOfName } from './first-names.ts';
import { posOf, type Reading, tokenAt, wordOf } from './reading.ts';

/** One of the article's entities as somebody who may speak. */
export interface Member {
  readonly type: EntityType;
  /** Index of its fullest mention. */
  readonly best: number;
  readonly gender: Gender | undefined;
  /** Its titles and its first name tell of two: the article's names were taken for one wrongly. */
  readonly torn: boolean;
  /** What it is called besides its name, by head noun: "spokesman", "senator". */
  readonly roles: ReadonlySet<string>;
}

/** The entities of an article by their `local` number. */
export type Cast = ReadonlyMap<number, Member>;

const TITLES: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ['mr.', 'm'],
  ['mr', 'm'],
  ['sir', 'm'],
  ['lord', 'm'],
  ['king', 'm'],
  ['prince', 'm'],
  ['mrs.', 'f'],
  ['mrs', 'f'],
  ['ms.', 'f'],
  ['ms', 'f'],
  ['miss', 'f'],
  ['lady', 'f'],
  ['dame', 'f'],
  ['queen', 'f'],
  ['princess', 'f'],
  ['madam', 'f'],
]);

/** What a title before a name is short for, as a description calls its bearer. */
const ROLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['sen.', ['senator', 'lawmaker']],
  ['senator', ['senator', 'lawmaker']],
  ['rep.', ['representative', 'congressman', 'congresswoman', 'lawmaker']],
  ['representative', ['representative', 'congressman', 'congresswoman', 'lawmaker']],
  ['gov.', ['governor']],
  ['governor', ['governor']],
  ['president', ['president', 'leader']],
  ['gen.', ['general']],
  ['secretary', ['secretary']],
  ['minister', ['minister']],
  ['dr.', ['doctor']],
]);

const LONGEST_ROLE = 12;

/** Gathers who the article's entities are: their fullest name, gender, and what the text calls them. */
export function castOf(reading: Reading): Cast {
  const cast = new Map<
    number,
    { type: EntityType; best: number; length: number; f: number; m: number; roles: Set<string> }
  >();
  reading.mentions.forEach((mention, i) => {
    const { start, end, type, local } = mention;
    const length = end - start;
    const known = cast.get(local) ?? { type, best: i, length, f: 0, m: 0, roles: new Set<string>() };
    cast.set(local, known);
    if (length > known.length) {
      known.best = i;
      known.length = length;
      known.type = type;
    }
    const from = tokenAt(reading.tokens, start);
    let to = from;
    while (reading.mentionOf[to] === i) to++;
    if (to === from) return;
    const titled = titleOf(reading, from);
    if (titled) known[titled] += 10;
    if (type === 'organization' || type === 'place') return;
    rolesAround(reading, from, to, known.roles);
    const gender = genderBeside(reading, from, to, known.roles);
    if (gender) known[gender.of] += gender.weight;
  });
  const members = new Map<number, Member>();
  for (const [local, { type, best, f, m, roles }] of cast) {
    const gender = f > m ? 'f' : m > f ? 'm' : undefined;
    const own = genderOfName(firstWord(reading, best));
    members.set(local, {
      type,
      best,
      roles,
      gender,
      torn: own !== undefined && gender !== undefined && own !== gender,
    });
  }
  return members;
}

/** The first word of a mention that is no title. */
function firstWord(reading: Reading, m: number): string {
  let i = tokenAt(reading.tokens, reading.mentions[m]?.start ?? 0);
  while (reading.mentionOf[i + 1] === m && (TITLES.has(wordOf(reading, i)) || ROLES.has(wordOf(reading, i)))) i++;
  return reading.mentionOf[i + 1] === m ? wordOf(reading, i) : '';
}

/** "Mr. Putin": a title tells a man or woman, whatever kind of name the recogniser took it for. */
function titleOf(reading: Reading, from: number): Gender | undefined {
  return TITLES.get(wordOf(reading, from)) ?? TITLES.get(wordOf(reading, from - 1));
}

function genderBeside(
  reading: Reading,
  from: number,
  to: number,
  roles: ReadonlySet<string>,
): { readonly of: Gender; readonly weight: number } | undefined {
  for (const role of roles) {
    if (/(?:woman|actress|mother|wife|daughter|sister)$/.test(role)) return { of: 'f', weight: 5 };
    if (/[a-z](?:sman|father|husband|brother)$/.test(role)) return { of: 'm', weight: 5 };
  }
  for (let i = from; i < Math.max(to - 1, from + 1); i++) {
    const name = genderOfName(wordOf(reading, i));
    if (name && to - from > 1) return { of: name, weight: 3 };
  }
  return undefined;
}

/** "State Department spokesman Ned Price", "Ned Price, the department's spokesman,". */
function rolesAround(reading: Reading, from: number, to: number, roles: Set<string>): void {
  for (let i = from - 1; i >= 0 && i > from - 4; i--) {
    const word = wordOf(reading, i);
    const pos = posOf(reading, i);
    if (pos !== 'NOUN' && pos !== 'PROPN') break;
    for (const role of ROLES.get(word) ?? []) roles.add(role);
    if (i === from - 1 && pos === 'NOUN') roles.add(word);
  }
  for (let i = from; i < to; i++) for (const role of ROLES.get(wordOf(reading, i)) ?? []) roles.add(role);
  if (wordOf(reading, to) !== ',') return;
  let head = '';
  for (let i = to + 1; i < to + LONGEST_ROLE; i++) {
    const pos = posOf(reading, i);
    if (pos === 'NOUN') head = wordOf(reading, i);
    else if (
      pos === 'VERB' ||
      pos === 'AUX' ||
      pos === 'PRON' ||
      pos === 'SCONJ' ||
      (pos === 'PUNCT' && wordOf(reading, i) !== '-')
    )
      break;
    else if (pos === 'ADP' && head !== '') break;
  }
  if (head !== '') roles.add(head);
}
