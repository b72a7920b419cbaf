import { skeleton, soundAlike } from '../../language/names/forms.ts';
import { type FullName, firstLetters, isShortOf, mayBeOne } from '../../language/names/people.ts';
import { genderOfName } from '../../language/quotes/first-names.ts';
import { widened } from '../grouping/growing.ts';
import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin } from '../stored/carrier.ts';
import { Keyed } from './keyed.ts';
import { packedPeople, unpackedPeople } from './packed-people.ts';
import { StringNumbers } from './packed-units.ts';
import type { Person } from './person.ts';
import type { Unit } from './units.ts';
import type { UnitsOfArticles } from './units-of-articles.ts';

/** Most have none of these. */
const NONE: ReadonlySet<never> = new Set();
const NO_SINGLES: ReadonlyMap<string, number> = new Map();

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
/** A name is held against so many people whose names are like it, the most often named: a text may list thousands. */
const MOST_ALIKE = 128;

const GENDERS: readonly Unit['gender'][] = [null, 'm', 'f'];
/** What stands for a number where a unit has a bare name. */
const BARE = -1;

/** A full name as it is written: all units that have it are one person. */
interface FullNamed {
  readonly number: number;
  readonly units: Set<number>;
  /** Who has this name, worked out when it is asked for. */
  person: Person | undefined;
  /** Numbers of the keys that it shares with names that may be one with it. */
  blocks: readonly number[];
  /** The person that it is, maybe with other names. */
  meant: Person | undefined;
}

/** A name of one word that an article does not explain. */
interface Bare {
  readonly word: string;
  /** Numbers of the keys under one of which a bearer of the name is found, that of the word first. */
  readonly keys: readonly number[];
  readonly units: Set<number>;
}

/** Who may be meant by a bare name with a gender, titles and a suffix. */
interface Bearers {
  readonly all: ReadonlySet<Person>;
  /** Who is named most often, where that is far more often than any other. */
  readonly most: Person | undefined;
}

/**
 * Links the people of articles that come and go: full names first, then names of one word that an article does not
 * explain. Names meet only those that they share a key with, so that only these are looked at again where one changes.
 */
export class PeopleLinking {
  readonly #all: UnitsOfArticles;
  readonly #names = new Map<string, FullNamed>();
  readonly #nameOf: (FullNamed | undefined)[] = [];
  readonly #blocks = new Keyed<FullNamed>();
  readonly #changed = new Set<FullNamed>();
  readonly #bares = new Map<string, Bare>();
  readonly #baresBy = new Map<number, Bare[]>();
  readonly #bareOf: (Bare | undefined)[] = [];
  readonly #newBares = new Set<number>();
  /** Whom each unit of a bare name means. */
  readonly #meant: (Person | undefined)[] = [];
  /** Who is found by a word, and the numbers of the words of which that may have changed. */
  readonly #byWord = new Keyed<Person>();
  readonly #words = new Set<number>();
  readonly #keysOf = new Map<Person, readonly number[]>();
  #enough = 0;
  /** Of each unit the number of its full name and 1, or {@link BARE}; of each full name the unit that it is united with. */
  #numbers = new Int32Array();
  #units = new Int32Array();

  constructor(all: UnitsOfArticles) {
    this.#all = all;
  }

  /** All that stays after {@link settle}. @param count how many units there are */
  *carried(by: Carrier, count: number): Paused<void> {
    this.#enough = by.number(this.#enough);
    this.#numbers = by.column(this.#numbers);
    this.#units = by.column(this.#units);
    this.#blocks.carried(by);
    this.#byWord.carried(by);
    const numberOf = new Map([...this.#keysOf.keys()].map((person, i) => [person, i]));
    const numbersOf = (people: Iterable<Person | undefined>) =>
      Int32Array.from(people, (person) => numberOf.get(person as Person) ?? -1);
    const strings = new StringNumbers();
    const packed = by.column(packedPeople(numberOf.keys(), strings));
    const keysOf = by.lists([...this.#keysOf.values()]);
    yield;
    const names = [...this.#names.values()];
    const nameKeys = by.strings([...this.#names.keys()]);
    yield;
    const unitsOf = by.lists(names.map(({ units }) => [...units]));
    yield;
    const blocksOf = by.lists(names.map(({ blocks }) => blocks));
    yield;
    const meantBy = by.column(numbersOf(names.map(({ meant }) => meant)));
    const bares = [...this.#bares.values()];
    const words = by.strings(bares.map(({ word }) => word));
    const baresUnits = by.lists(bares.map(({ units }) => [...units]));
    const baresKeys = by.lists(bares.map(({ keys }) => keys));
    const meant = by.column(numbersOf(this.#meant));
    yield* strings.carried(by);
    if (!by.isBack) return;
    mustBeWithin(this.#numbers, nameKeys.length + 1, BARE);
    mustBeWithin(this.#units, count);
    for (const units of [...unitsOf, ...baresUnits]) mustBeWithin(units, count);
    const people: Person[] = [];
    for (const person of unpackedPeople(packed, strings)) {
      mustBeWithin([person.unit], count);
      const keys = keysOf[people.length] ?? [];
      for (const key of keys) this.#byWord.add(key, person);
      this.#keysOf.set(person, keys);
      people.push(person);
      yield;
    }
    for (const [number, key] of nameKeys.entries()) {
      const [units, blocks] = [new Set(unitsOf[number]), blocksOf[number] ?? []];
      const name: FullNamed = { number, units, person: undefined, blocks, meant: people[meantBy[number]!] };
      this.#names.set(key, name);
      for (const block of blocks) this.#blocks.add(block, name);
      for (const u of units) this.#nameOf[u] = name;
      yield;
    }
    for (const [i, word] of words.entries()) {
      const bare: Bare = { word, keys: baresKeys[i] ?? [], units: new Set(baresUnits[i]) };
      this.#bares.set(word, bare);
      for (const key of bare.keys) push(this.#baresBy, key, bare);
      for (const u of bare.units) {
        this.#bareOf[u] = bare;
        this.#meant[u] = people[meant[u] ?? -1];
      }
      yield;
    }
  }

  /** Takes in a unit that is a person's. */
  add(u: number, { words, names }: Pick<Unit, 'words' | 'names'>): void {
    this.#numbers = widened(this.#numbers, u + 1);
    if (words.length > 1) {
      const longest = longestOf(names.filter((name) => name.words.length > 1));
      const key = nameOf(longest);
      let name = this.#names.get(key);
      if (!name) {
        name = { number: this.#names.size, units: new Set(), person: undefined, blocks: [], meant: undefined };
        this.#names.set(key, name);
        this.#units = widened(this.#units, this.#names.size);
      }
      name.units.add(u);
      this.#nameOf[u] = name;
      this.#numbers[u] = name.number + 1;
      this.#changed.add(name);
    } else if (words.length === 1) {
      const word = words[0]!;
      let bare = this.#bares.get(word);
      if (!bare) {
        bare = { word, keys: this.#wordKeys([word, ...deletions(word)]), units: new Set() };
        this.#bares.set(word, bare);
        for (const key of bare.keys) push(this.#baresBy, key, bare);
      }
      bare.units.add(u);
      this.#bareOf[u] = bare;
      this.#numbers[u] = BARE;
      this.#newBares.add(u);
    }
  }

  #wordKeys(words: readonly string[]): readonly number[] {
    return [...new Set(words)].map((word) => this.#byWord.numberOf(word));
  }

  remove(u: number): void {
    const name = this.#nameOf[u];
    name?.units.delete(u);
    if (name) this.#changed.add(name);
    this.#bareOf[u]?.units.delete(u);
    this.#nameOf[u] = undefined;
    this.#bareOf[u] = undefined;
    this.#numbers[u] = 0;
    this.#meant[u] = undefined;
    this.#newBares.delete(u);
  }

  /** @param articles how many of them have a name */
  *settle(articles: number): Paused<void> {
    const enough = Math.min(KNOWN, SHARE * articles);
    if (enough !== this.#enough) for (const name of this.#names.values()) this.#changed.add(name);
    this.#enough = enough;
    yield* this.#linkFullNames();
    const bares = new Set<Bare>();
    for (const key of this.#words) for (const bare of this.#baresBy.get(key) ?? []) bares.add(bare);
    this.#words.clear();
    const units = new Set(this.#newBares);
    for (const bare of bares) for (const u of bare.units) units.add(u);
    this.#newBares.clear();
    const called = new Map<Bare, (u: number) => Bearers>();
    for (const u of units) {
      const bare = this.#bareOf[u]!;
      const bearers = called.get(bare) ?? this.#bearersOf(this.#called(bare));
      called.set(bare, bearers);
      this.#meant[u] = this.#whoseName(bearers(u), u);
      yield;
    }
  }

  /** Unites the units that are one person. @param all in their order */
  unite(all: Int32Array, unite: (a: number, b: number) => void): void {
    const alone = new Map<number, number>();
    for (let i = 0; i < all.length; i++) {
      const u = all[i]!;
      const number = this.#numbers[u] ?? 0;
      if (number > 0) {
        if (this.#units[number - 1] !== u) unite(this.#units[number - 1]!, u);
        continue;
      }
      if (number === 0) continue;
      const person = this.#meant[u];
      if (person && person.articles.size >= this.#enough) {
        unite(person.unit, u);
        continue;
      }
      // who is meant is not known, and may be another in every article: only where no full name is known it is one
      const [word] = this.#bareOf[u]!.keys as readonly [number];
      if (this.#byWord.has(word)) continue;
      const key = GENDERS.length * word + GENDERS.indexOf(this.#all.genderOf(u));
      const first = alone.get(key);
      if (first === undefined) alone.set(key, u);
      else unite(first, u);
    }
  }

  /**
   * Units of one full name are one person; names that are compatible with just one other are that person. "M. Orsolo" of
   * a list says little more than a bare last name: it is somebody of another article only if `enough` articles name him.
   */
  *#linkFullNames(): Paused<void> {
    const seeds = new Set<FullNamed>();
    const meet = (name: FullNamed) => {
      for (const key of name.blocks) this.#blocks.each(key, (other) => seeds.add(other));
    };
    for (const name of this.#changed) {
      meet(name);
      for (const key of name.blocks) this.#blocks.remove(key, name);
      if (name.meant) this.#forget(name.meant);
      name.meant = undefined;
      name.person = undefined;
      const person = this.#personOf(name);
      const keys = person ? blockKeys(person.names[0]!.words) : [];
      name.blocks = keys.map((key) => this.#blocks.numberOf(key));
      for (const key of name.blocks) this.#blocks.add(key, name);
      seeds.add(name);
      yield;
    }
    const met = new Set<FullNamed>();
    for (const seed of seeds) {
      if (met.has(seed) || seed.units.size === 0) continue;
      met.add(seed);
      const names = [seed];
      const meetAll = (other: FullNamed) => {
        if (met.has(other)) return;
        met.add(other);
        names.push(other);
      };
      for (let i = 0; i < names.length; i++) for (const key of names[i]!.blocks) this.#blocks.each(key, meetAll);
      for (const name of names) if (name.meant) this.#forget(name.meant);
      const people = this.#joined(names);
      for (const name of names) this.#units[name.number] = name.meant!.unit;
      for (const person of people) {
        const lasts = person.names.flatMap(({ words }) => deletions(words.at(-1)!));
        const usual = [...person.singles].filter(([word, count]) => !genderOfName(word) || count >= USUAL);
        person.singles = usual.length > 0 ? new Map(usual) : NO_SINGLES;
        const keys = this.#wordKeys([...lasts, ...person.singles.keys()]);
        this.#keysOf.set(person, keys);
        for (const key of keys) {
          this.#byWord.add(key, person);
          this.#words.add(key);
        }
      }
      yield;
    }
    this.#changed.clear();
  }

  #forget(person: Person): void {
    for (const key of this.#keysOf.get(person) ?? []) {
      this.#byWord.remove(key, person);
      this.#words.add(key);
    }
    this.#keysOf.delete(person);
  }

  /** The person that all units of a name are; `undefined` where it has none. */
  #personOf(name: FullNamed): Person | undefined {
    if (name.units.size > 0) name.person ??= this.#personWith(name);
    return name.person;
  }

  #personWith({ units }: FullNamed): Person {
    const all = this.#all;
    const [first, ...more] = [...units].sort((a, b) => all.rankOf(a) - all.rankOf(b));
    const longest = longestOf(all.at(first!).names.filter(({ words }) => words.length > 1));
    const names: FullName[] = [];
    let gender = genderOfName(longest.words[0]!) ?? null;
    let mentions = 0;
    const titles = new Set<string>();
    const singles = new Map<string, number>();
    const articles = new Map<number, number>();
    const asKin = new Set<number>();
    for (const u of [first!, ...more]) {
      const unit = all.at(u);
      mentions += unit.items.length;
      gender ??= unit.gender;
      addNames(
        names,
        unit.names.filter(({ words }) => words.length > 1),
      );
      const article = all.articleOf(u);
      articles.set(article, (articles.get(article) ?? 0) + timesInFull(unit));
      if (unit.kin) asKin.add(article);
      for (const title of unit.titles) titles.add(title);
      for (const single of singlesOf(unit)) singles.set(single, (singles.get(single) ?? 0) + 1);
    }
    return {
      // A list that grew takes more room than it needs.
      names: names.slice(),
      unit: first!,
      mentions,
      gender,
      titles: titles.size > 0 ? titles : NONE,
      singles: singles.size > 0 ? singles : NO_SINGLES,
      articles,
      asKin: asKin.size > 0 ? asKin : NONE,
    };
  }

  /** The people that full names mean which share keys: fuller and more frequent names first, the others join them. */
  #joined(names: readonly FullNamed[]): readonly Person[] {
    const order = names
      .map((name) => ({ name, person: { ...this.#personOf(name)! } }))
      .sort(
        ({ person: a }, { person: b }) =>
          Number(isInitial(a)) - Number(isInitial(b)) || b.mentions - a.mentions || this.#first(a, b),
      );
    const blocks = new Map<number, Person[]>();
    const people: Person[] = [];
    const joined = new Map<Person, Joined>();
    for (const { name, person } of order) {
      const keys = name.blocks;
      const able = new Set(keys.flatMap((key) => blocks.get(key) ?? []));
      const same = [...able].filter((other) => areOne(other, person));
      const [only] = same;
      if (only && same.length === 1 && (!isInitial(person) || only.articles.size >= this.#enough)) {
        let its = joined.get(only);
        if (!its) {
          its = openedFor(only);
          joined.set(only, its);
        }
        join(only, its, person);
        name.meant = only;
        continue;
      }
      name.meant = person;
      people.push(person);
      for (const key of keys) if ((blocks.get(key)?.length ?? 0) < MOST_ALIKE) push(blocks, key, person);
    }
    return people;
  }

  #first(a: Person, b: Person): number {
    return this.#all.rankOf(a.unit) - this.#all.rankOf(b.unit);
  }

  /** Who may be called by a bare name. */
  #called({ word, keys }: Bare): readonly Person[] {
    const able = new Set<Person>();
    for (const key of keys) this.#byWord.each(key, (person) => able.add(person));
    const isExact = ({ names, singles }: Person) =>
      singles.has(word) || names.some(({ words }) => words.at(-1) === word);
    const called = [...able].filter(
      (person) => isExact(person) || person.names.some(({ words }) => soundAlike(words.at(-1)!, word)),
    );
    const exact = called.filter(isExact);
    return (exact.length > 0 ? exact : called).sort((a, b) => b.mentions - a.mentions || this.#first(a, b));
  }

  /** Of a unit of a bare name who may be meant by it: for most units of a name these are the same. */
  #bearersOf(called: readonly Person[]): (u: number) => Bearers {
    const known = new Map<string, Bearers>();
    return (u) => {
      const unit = this.#all.at(u);
      const suffix = unit.names[0]?.suffix ?? null;
      const key = `${unit.gender}\n${suffix}\n${[...unit.titles].join('\n')}`;
      let bearers = known.get(key);
      if (!bearers) {
        let rest = called.filter(
          ({ gender, names }) =>
            (gender === null || unit.gender === null || gender === unit.gender) &&
            (suffix === null || names.some((name) => name.suffix === suffix)),
        );
        const titled = rest.filter(({ titles }) => [...unit.titles].some((title) => titles.has(title)));
        if (titled.length > 0) rest = titled;
        const [most, next] = rest;
        const isFarMore = most && !(next && most.mentions < FAR_MORE * next.mentions);
        bearers = { all: new Set(rest), most: isFarMore ? most : undefined };
        known.set(key, bearers);
      }
      return bearers;
    };
  }

  /** Who is meant by a bare name that its article does not explain: the one far most prominent bearer of the corpus. */
  #whoseName({ all, most }: Bearers, u: number): Person | undefined {
    if (!most) return undefined;
    const article = this.#all.articleOf(u);
    if (most.asKin.has(article)) return undefined;
    // an article that is as much about another of the name, and does not tell, is not explained by the corpus
    const its = this.#all.unitsIn(article);
    for (let i = 0; i < its.length; i++) {
      const person = this.#nameOf[its[i]!]?.meant;
      if (person && person !== most && all.has(person) && isMuchIn(person, article, most)) return undefined;
    }
    return most;
  }
}

function longestOf(names: readonly FullName[]): FullName {
  return names.reduce((best, name) => (name.words.length > best.words.length ? name : best), names[0]!);
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
  if (isShortInOffice(a, b) || isShortInOffice(b, a)) return true;
  const long = new Set(b.names.filter(({ words }) => words.length > 2).map(nameOf));
  if (long.size > 0 && a.names.some((name) => long.has(nameOf(name)))) return true;
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
  if (![...formal.titles].some((title) => plain.titles.has(title))) return false;
  const compatible = formal.names.every((one) =>
    plain.names.every((other) => isShortOf(one, other) || mayBeOne(one, other)),
  );
  if (!compatible) return false;
  const both = [...formal.articles.keys()].filter((article) => plain.articles.has(article)).length;
  return both * SELDOM <= formal.articles.size;
}

function nameOf({ words, suffix }: FullName): string {
  return `${words.join(' ')} ${suffix}`;
}

function addNames(to: FullName[], names: readonly FullName[]): void {
  const known = new Set(to.map(nameOf));
  for (const name of names) if (!known.has(nameOf(name))) to.push(name);
}

/** What a person has that others join: of its own, for what the person had is the full name's. */
interface Joined {
  readonly names: FullName[];
  readonly titles: Set<string>;
  readonly singles: Map<string, number>;
  readonly articles: Map<number, number>;
  readonly asKin: Set<number>;
}

function openedFor(person: Person): Joined {
  const its: Joined = {
    names: [...person.names],
    titles: new Set(person.titles),
    singles: new Map(person.singles),
    articles: new Map(person.articles),
    asKin: new Set(person.asKin),
  };
  Object.assign(person, its);
  return its;
}

function join(to: Person, { names, titles, singles, articles, asKin }: Joined, from: Person): void {
  addNames(names, from.names);
  to.mentions += from.mentions;
  to.gender ??= from.gender;
  for (const title of from.titles) titles.add(title);
  for (const [single, count] of from.singles) singles.set(single, (singles.get(single) ?? 0) + count);
  for (const [article, times] of from.articles) articles.set(article, (articles.get(article) ?? 0) + times);
  for (const article of from.asKin) asKin.add(article);
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
