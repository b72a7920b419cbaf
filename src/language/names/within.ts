import type { EntityType } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import { acronymsOf, fold, isAcronym, personWords, skeleton, soundAlike, thingKey } from './forms.ts';
import { compatibleNames } from './people.ts';

/** A name as it is linked: what is written and what the sentence says of it. */
export interface Name {
  readonly text: string;
  readonly type: EntityType;
  /** `m` after "Mr.", `f` after "Mrs.", "Ms." and the like. */
  readonly gender: 'm' | 'f' | null;
  /** Whether the sentence speaks of the government that sits in the place, or of the people's government. */
  readonly governs: boolean;
}

/** Names that are one, found so far: union-find over numbers (Tarjan 1975). */
export class Groups {
  readonly #parent: number[] = [];

  constructor(count: number) {
    for (let i = 0; i < count; i++) this.#parent.push(i);
  }

  /** The lowest number of the group. */
  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    this.#parent[i] = root;
    return root;
  }

  unite(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.#parent[Math.max(x, y)] = Math.min(x, y);
  }
}

/**
 * The key under which a name that is no person's is one thing with others, in a corpus too: countries by their first
 * name, peoples by one form, a seat of government by its country where the sentence speaks of the government.
 */
export function keyOfThing({ text, governs }: Pick<Name, 'text' | 'governs'>): string {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const bare = lower.startsWith('the ') ? lower.slice(4) : lower;
  const country = COUNTRIES.names.get(bare);
  // "us" in lower case is a pronoun, in capitals a country
  if (country && !(bare === 'us' && !text.includes('US'))) return thingKey(country);
  const body = COUNTRIES.bodies.get(bare.replaceAll('.', ''));
  if (body && (isAcronym(text) || bare.includes(' '))) return thingKey(body);
  const people = COUNTRIES.peoples.get(bare);
  if (people) return governs ? thingKey(people.country) : thingKey(people.form);
  const seat = governs ? COUNTRIES.seats.get(bare) : undefined;
  if (seat) return thingKey(seat);
  const key = thingKey(text);
  const words = key.split(' ');
  if (words.length === 2 && words[1] === 'peninsula') return words[0]!.endsWith('ean') ? words[0]!.slice(0, -1) : key;
  // agencies of the country that most news is from: "U.S. State Department"
  if (words.length > 2 && (words[0] === 'us' || key.startsWith('united states ')))
    return words.slice(words[0] === 'us' ? 1 : 2).join(' ');
  return key;
}

/**
 * Which names of one article are one thing; their types are settled already.
 *
 * @param names in order of place
 * @returns per name a number: equal numbers are one thing; numbers count from 0 in order of first mention
 */
export function linkWithin(names: readonly Name[]): readonly number[] {
  const groups = new Groups(names.length);
  const types = names.map(({ type }) => type);
  linkThings(names, types, groups);
  linkPeople(names, types, groups);
  const numbers = new Map<number, number>();
  return names.map((_, i) => {
    const root = groups.find(i);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
}

/**
 * The types of an article's names, settled: a name that the tagger takes for one thing here and another there is what
 * it is more often. "Orsolo Corp." speaks for "Orsolo" too. A last name of somebody with a full name stays a person's.
 */
export function settledTypes(names: readonly Pick<Name, 'text' | 'type'>[]): readonly EntityType[] {
  const votes = new Map<string, Map<EntityType, number>>();
  const lastNames = new Set<string>();
  for (const { text, type } of names) {
    const words = personWords(text);
    if (type === 'person' && words.length > 1) lastNames.add(words.at(-1)!);
    const key = type === 'organization' ? thingKey(text) : fold(text);
    const counts = votes.get(key) ?? new Map<EntityType, number>();
    counts.set(type, (counts.get(type) ?? 0) + 1);
    votes.set(key, counts);
  }
  return names.map(({ text, type }) => {
    const key = type === 'organization' ? thingKey(text) : fold(text);
    const counts = votes.get(key);
    if (!counts || counts.size < 2 || lastNames.has(key) || lastNames.has(fold(text))) return type;
    let best = type;
    for (const [other, count] of counts) if (count > (counts.get(best) ?? 0)) best = other;
    return best;
  });
}

function linkThings(names: readonly Name[], types: readonly EntityType[], groups: Groups): void {
  const byKey = new Map<string, number>();
  const byAcronym = new Map<string, number>();
  const byFirstWord = new Map<string, number | null>();
  names.forEach((name, i) => {
    if (types[i] === 'person') return;
    const key = keyOfThing(name);
    const known = byKey.get(key);
    if (known !== undefined) {
      groups.unite(known, i);
      return;
    }
    byKey.set(key, i);
    for (const acronym of acronymsOf(key)) if (!byAcronym.has(acronym)) byAcronym.set(acronym, i);
    const [first = '', second] = key.split(' ');
    if (types[i] !== 'organization' || second === undefined) return;
    const other = byFirstWord.get(first);
    byFirstWord.set(first, other === undefined && !byKey.has(first) ? i : null);
  });
  for (const [key, i] of byKey) {
    const long = isAcronym(names[i]!.text) ? byAcronym.get(key) : undefined;
    if (long !== undefined) groups.unite(long, i);
    // a company's first word, once its full name was given
    const full = types[i] === 'organization' ? byFirstWord.get(key) : undefined;
    if (typeof full === 'number' && full < i && !COUNTRIES.names.has(key) && !COUNTRIES.peoples.has(key))
      groups.unite(full, i);
  }
}

interface Person {
  readonly words: readonly string[];
  /** Its first mention, and how often the full name is given. */
  readonly first: number;
  times: number;
  gender: 'm' | 'f' | null;
}

function linkPeople(names: readonly Name[], types: readonly EntityType[], groups: Groups): void {
  const words = names.map(({ text }, i) => (types[i] === 'person' ? personWords(text) : []));
  const people = fullNames(names, words, groups);
  const whoMayBe = askPeople(people);
  const candidates = new Map<string, readonly Person[]>();
  const alone = new Map<string, number>();
  words.forEach((own, i) => {
    const word = own.length === 1 ? own[0]! : undefined;
    if (word === undefined) return;
    const { gender } = names[i]!;
    const asked = `${gender} ${word}`;
    const able = candidates.get(asked) ?? whoMayBe(word, gender);
    candidates.set(asked, able);
    // the family's chief person in the article: the others are called by their full names
    const person = able.reduce<Person | undefined>((best, p) => (best && best.times >= p.times ? best : p), undefined);
    const first = person?.first ?? alone.get(word);
    if (first === undefined) alone.set(word, i);
    else groups.unite(first, i);
  });
}

/** The people of an article whose names have more than one word. */
function fullNames(names: readonly Name[], words: readonly (readonly string[])[], groups: Groups): readonly Person[] {
  const people: Person[] = [];
  const byName = new Map<string, Person>();
  const byLetter = new Map<string, Person[]>();
  words.forEach((own, i) => {
    if (own.length < 2) return;
    const { gender } = names[i]!;
    const name = own.join(' ');
    const letter = skeleton(own.at(-1)!)[0] ?? '';
    let person = byName.get(name) ?? byLetter.get(letter)?.find((other) => compatibleNames(other.words, own));
    if (person) {
      groups.unite(person.first, i);
      person.gender ??= gender;
    } else {
      person = { words: own, first: i, times: 0, gender };
      people.push(person);
      push(byLetter, letter, person);
    }
    byName.set(name, person);
    person.times++;
  });
  return people;
}

/** Whom a single name may mean: those of that last name, spelt so or alike; else those of that first name. */
function askPeople(people: readonly Person[]): (word: string, gender: 'm' | 'f' | null) => readonly Person[] {
  const byLast = new Map<string, Person[]>();
  const bySound = new Map<string, Person[]>();
  const byFirst = new Map<string, Person[]>();
  for (const person of people) {
    const last = person.words.at(-1)!;
    push(byLast, last, person);
    push(bySound, skeleton(last)[0] ?? '', person);
    push(byFirst, person.words[0]!, person);
  }
  return (word, gender) => {
    const fits = (person: Person) => gender === null || person.gender === null || person.gender === gender;
    const exact = byLast.get(word)?.filter(fits) ?? [];
    if (exact.length > 0) return exact;
    const sound = bySound.get(skeleton(word)[0] ?? '') ?? [];
    const alike = sound.filter((person) => fits(person) && soundAlike(person.words.at(-1)!, word));
    return alike.length > 0 ? alike : (byFirst.get(word)?.filter(fits) ?? []);
  };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
