import { skeleton, soundAlike } from '../../language/names/forms.ts';
import { type FullName, firstLetters, isShortOf, mayBeOne } from '../../language/names/people.ts';
import type { Groups } from '../../language/names/within.ts';
import { genderOfName } from '../../language/quotes/first-names.ts';
import type { Paused } from '../paused.ts';

import type { Unit } from './units.ts';

/** A person of the corpus: full names, and the unit that stands for all that have them. */
interface Person {
  readonly names: FullName[];
  readonly unit: number;
  mentions: number;
  gender: 'm' | 'f' | null;
  readonly titles: Set<string>;
  /** Single names, no last names, that articles use for this person, and how many articles do. */
  readonly singles: Map<string, number>;
  /** Articles that give the full name with how often, and those of them in which the bare last name is rather another's. */
  readonly articles: Map<number, number>;
  readonly asKin: Set<number>;
}

/** One person this many times as often named as the next of that name is meant by the bare name. */
const FAR_MORE = 4;
/**
 * Who is called by a bare name in an article that gives no full one is known to its readers: named in full in this many
 * articles, or in this share of a small corpus. Else "Mitchell" would be any Mitchell of another story.
 */
const KNOWN = 4;
const SHARE = 1 / 3;
/** Who is named in full this often in an article may be meant there by the bare name. */
const MUCH = 3;
/** Of this many articles that give somebody's formal name one may give the plain one beside it. */
const SELDOM = 4;
/** A first name tells who is meant elsewhere when this many articles use it for one person. */
const USUAL = 3;

/** Links the people of all articles: full names first, then names of one word that an article does not explain. */
export function* linkPeople(units: readonly Unit[], groups: Groups): Paused<void> {
  const numbers = units.map((_, u) => u).filter((u) => units[u]!.type === 'person');
  const enough = Math.min(KNOWN, SHARE * new Set(units.map(({ mentions }) => mentions[0]!.article)).size);
  const people = yield* fullNames(
    units,
    numbers.filter((u) => units[u]!.words.length > 1),
    enough,
    groups,
  );
  const byWord = new Map<string, Person[]>();
  for (const person of people) {
    const lasts = person.names.flatMap(({ words }) => deletions(words.at(-1)!));
    const usual = [...person.singles].filter(([word, count]) => !genderOfName(word) || count >= USUAL);
    person.singles.clear();
    for (const [word, count] of usual) person.singles.set(word, count);
    for (const word of new Set([...lasts, ...person.singles.keys()])) push(byWord, word, person);
    yield;
  }
  const alone = new Map<string, number>();
  const links: [number, number][] = [];
  for (const u of numbers) {
    yield;
    const { words } = units[u]!;
    const word = words[0];
    if (words.length !== 1 || word === undefined) continue;
    const person = whoseName(word, units[u]!, byWord);
    if (person && person.articles.size >= enough) links.push([person.unit, u]);
    else {
      // who is meant is not known, and may be another in every article: only where no full name is known it is one
      const gender = units[u]!.gender;
      const key = byWord.has(word) ? `${word} ${u}` : `${word} ${gender}`;
      const first = alone.get(key);
      if (first === undefined) alone.set(key, u);
      else links.push([first, u]);
    }
  }
  for (const [a, b] of links) groups.unite(a, b);
}

/**
 * Units of one full name are one person; names that are compatible with just one other are that person. "M. Orsolo" of
 * a list says little more than a bare last name: it is somebody of another article only if `enough` articles name him.
 */
function* fullNames(
  units: readonly Unit[],
  numbers: readonly number[],
  enough: number,
  groups: Groups,
): Paused<readonly Person[]> {
  const byName = new Map<string, Person>();
  for (const u of numbers) {
    yield;
    const unit = units[u]!;
    const full = unit.names.filter(({ words }) => words.length > 1);
    const longest = full.reduce((best, name) => (name.words.length > best.words.length ? name : best), full[0]!);
    const key = `${longest.words.join(' ')} ${longest.suffix}`;
    let person = byName.get(key);
    if (person) groups.unite(person.unit, u);
    else {
      const gender = genderOfName(longest.words[0]!) ?? null;
      person = {
        names: [],
        unit: u,
        mentions: 0,
        gender,
        titles: new Set(),
        singles: new Map(),
        articles: new Map(),
        asKin: new Set(),
      };
      byName.set(key, person);
    }
    person.mentions += unit.mentions.length;
    person.gender ??= unit.gender;
    addNames(person, full);
    const article = unit.mentions[0]!.article;
    person.articles.set(article, (person.articles.get(article) ?? 0) + timesInFull(unit));
    if (unit.kin) person.asKin.add(article);
    for (const title of unit.titles) person.titles.add(title);
    for (const single of singlesOf(unit)) person.singles.set(single, (person.singles.get(single) ?? 0) + 1);
  }
  // fuller and more frequent names first: the others join them
  const order = [...byName.values()].sort(
    (a, b) => Number(isInitial(a)) - Number(isInitial(b)) || b.mentions - a.mentions || a.unit - b.unit,
  );
  const blocks = new Map<string, Person[]>();
  const people: Person[] = [];
  for (const person of order) {
    yield;
    const keys = blockKeys(person.names[0]!.words);
    const able = new Set(keys.flatMap((key) => blocks.get(key) ?? []));
    const same = [...able].filter((other) => areOne(other, person));
    const [only] = same;
    if (only && same.length === 1 && (!isInitial(person) || only.articles.size >= enough)) {
      join(only, person);
      groups.unite(only.unit, person.unit);
      continue;
    }
    people.push(person);
    for (const key of keys) push(blocks, key, person);
  }
  return people;
}

function isInitial({ names }: Person): boolean {
  return names[0]!.words[0]!.length === 1;
}

/**
 * A person that has a form like one of the other's, and no form that forbids it: middle names and suffixes keep
 * apart. What an article itself has linked needs no proof.
 */
function areOne(a: Person, b: Person): boolean {
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return false;
  const same = new Set(a.names.map(nameOf));
  if (isShortInOffice(a, b) || isShortInOffice(b, a)) return true;
  if (b.names.some((name) => name.words.length > 2 && same.has(nameOf(name)))) return true;
  const plain = (names: readonly FullName[]) => names.filter(({ suffix }) => suffix === null);
  const [x, y] = [plain(a.names), plain(b.names)];
  const [left, right] = [x.length > 0 ? x : a.names, y.length > 0 ? y : b.names];
  return left.every((one) => right.every((other) => mayBeOne(one, other)));
}

/**
 * "Vice President Joseph R. Biden Jr." in one article, "Vice President Joe Biden" in another: one office, and hardly an
 * article that gives both names, as one on a father and a son would.
 */
function isShortInOffice(formal: Person, plain: Person): boolean {
  const compatible = formal.names.every((one) =>
    plain.names.every((other) => isShortOf(one, other) || mayBeOne(one, other)),
  );
  if (!compatible || ![...formal.titles].some((title) => plain.titles.has(title))) return false;
  const both = [...formal.articles.keys()].filter((article) => plain.articles.has(article)).length;
  return both * SELDOM <= formal.articles.size;
}

function nameOf({ words, suffix }: FullName): string {
  return `${words.join(' ')} ${suffix}`;
}

function addNames(person: Person, names: readonly FullName[]): void {
  const known = new Set(person.names.map(nameOf));
  for (const name of names) if (!known.has(nameOf(name))) person.names.push(name);
}

function join(to: Person, from: Person): void {
  addNames(to, from.names);
  to.mentions += from.mentions;
  to.gender ??= from.gender;
  for (const title of from.titles) to.titles.add(title);
  for (const [single, count] of from.singles) to.singles.set(single, (to.singles.get(single) ?? 0) + count);
  for (const [article, times] of from.articles) to.articles.set(article, (to.articles.get(article) ?? 0) + times);
  for (const article of from.asKin) to.asKin.add(article);
}

/** Names of one word that an article uses for a person and that are no last name: "Kim" of Kim Jong Un, "Hillary". */
function singlesOf({ forms, names }: Unit): readonly string[] {
  const lasts = new Set(names.filter(({ words }) => words.length > 1).map(({ words }) => words.at(-1)!));
  const singles = [...forms.keys()].filter((form) => !form.includes(' ')).map((form) => form.toLowerCase());
  return singles.filter((single) => !lasts.has(single));
}

/** Compatible names share at least one of these. */
function blockKeys(words: readonly string[]): readonly string[] {
  const firsts = firstLetters(words[0]!);
  return deletions(words.at(-1)!).flatMap((last) => firsts.map((first) => `${first} ${last}`));
}

/** A word as it sounds, and that with each letter left out: words of one edit share one of them (Garbe's SymSpell). */
function deletions(word: string): readonly string[] {
  const sound = skeleton(word);
  if (sound.length < 6) return [sound];
  return [sound, ...Array.from(sound, (_, i) => sound.slice(0, i) + sound.slice(i + 1))];
}

/** Who is meant by a bare name that its article does not explain: the one far most prominent bearer of the corpus. */
function whoseName(word: string, unit: Unit, byWord: ReadonlyMap<string, readonly Person[]>): Person | undefined {
  const able = new Set([word, ...deletions(word)].flatMap((key) => byWord.get(key) ?? []));
  const suffix = unit.names[0]?.suffix ?? null;
  const isExact = ({ names, singles }: Person) => singles.has(word) || names.some(({ words }) => words.at(-1) === word);
  const called = [...able].filter(
    (person) => isExact(person) || person.names.some(({ words }) => soundAlike(words.at(-1)!, word)),
  );
  const exact = called.filter(isExact);
  let rest = (exact.length > 0 ? exact : called).filter(
    ({ gender, names }) =>
      (gender === null || unit.gender === null || gender === unit.gender) &&
      (suffix === null || names.some((name) => name.suffix === suffix)),
  );
  const titled = rest.filter(({ titles }) => [...unit.titles].some((title) => titles.has(title)));
  if (titled.length > 0) rest = titled;
  const [most, next] = rest.sort((a, b) => b.mentions - a.mentions || a.unit - b.unit);
  if (!most || (next && most.mentions < FAR_MORE * next.mentions)) return undefined;
  const article = unit.mentions[0]!.article;
  // an article that is as much about another of the name, and does not tell, is not explained by the corpus
  const other = rest.some((person) => person !== most && isMuchIn(person, article, most));
  return most.asKin.has(article) || other ? undefined : most;
}

function isMuchIn(person: Person, article: number, most: Person): boolean {
  const times = person.articles.get(article) ?? 0;
  return times >= MUCH && !person.asKin.has(article) && times >= (most.articles.get(article) ?? 0);
}

/** How often the article gives the full name. */
function timesInFull({ forms }: Unit): number {
  let times = 0;
  for (const [form, count] of forms) if (form.includes(' ')) times += count;
  return times;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
