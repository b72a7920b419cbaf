import { soundAlike } from '../../language/names/forms.ts';
import { widened } from '../grouping/growing.ts';
import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin } from '../stored/carrier.ts';
import { type Bearers, bearersOf, isMuchIn } from './bearers.ts';
import { Keyed } from './keyed.ts';
import { packedPeople, unpackedPeople } from './packed-people.ts';
import { StringNumbers } from './packed-units.ts';
import {
  type Joined,
  join,
  keepUsualSingles,
  longestOf,
  nameOf,
  openedFor,
  type Person,
  personWith,
} from './person.ts';
import { areOne, blockKeys, deletions, isInitial } from './same-person.ts';
import type { Unit } from './units.ts';
import type { UnitsOfArticles } from './units-of-articles.ts';

/**
 * Who is called by a bare name in an article that gives no full one is known to its readers: named in full in this many
 * articles, or in this share of a small corpus. Else "Mitchell" would be any Mitchell of another story.
 */
const KNOWN = 4;
const SHARE = 1 / 3;
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
      const bearers = called.get(bare) ?? bearersOf(this.#called(bare), this.#all);
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
        keepUsualSingles(person);
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
    if (name.units.size > 0) name.person ??= personWith(name.units, this.#all);
    return name.person;
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

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
