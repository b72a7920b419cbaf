import type { EntityType } from '../../model.ts';
import { genderOfName } from '../quotes/first-names.ts';
import { nicknameOf, personWords, skeleton, soundAlike } from './forms.ts';
import type { Groups } from './groups.ts';
import type { Name } from './name.ts';
import { type FullName, isShortOf, mayBeOne } from './people.ts';

/** Somebody whose full name the article gives. */
interface Person {
  /** All forms of the full name, the first one first. */
  readonly forms: FullName[];
  /** Its first mention, and how often the full name is given. */
  readonly first: number;
  times: number;
  gender: 'm' | 'f' | null;
  readonly titles: Set<string>;
  kin: Name['kin'] | undefined;
}

/** A bare name as it stands in the article, and where. */
interface Bare {
  readonly word: string;
  readonly name: Name;
  readonly places: number[];
}

/** One is called by the bare name where the full name is given this many times as often as the next one's. */
const CHIEF = 2;
const OFTEN = 3;
/** Of the people whose last names may sound alike so many are looked at, those that were named last. */
const MOST_ALIKE = 250;
/** Words that make a camp of a person's name. */
const CAMPS = new Set(['team', 'camp', 'never', 'anti', 'pro']);

/**
 * Links the people of one article. A bare last name is the person's who alone can bear it: of the sex that the courtesy
 * says, of the office, and not introduced as somebody's wife, child or sibling while the article calls another by the
 * bare name. Where that cannot be told the bare name stays by itself, for the corpus to decide.
 */
export function linkPeople(names: readonly Name[], types: readonly EntityType[], groups: Groups): void {
  const words = names.map(({ text }, i) => (types[i] === 'person' ? personWords(text) : []));
  linkNicknames(names, words, groups);
  const people = fullNames(names, words, groups);
  const bearersOf = askPeople(people);
  for (const bares of bareNames(names, words).values()) {
    const bearers = bearersOf(bares[0]!.word);
    const open: Bare[] = [];
    for (const bare of bares) {
      const person = bearers && whoIsMeant(bare, bares, bearers);
      for (const place of bare.places) groups.unite(person?.first ?? bare.places[0]!, place);
      if (!person) open.push(bare);
    }
    uniteOpen(open, bearers, groups);
  }
}

/** `Ada "The Hammer" Orsolo` is "The Hammer" wherever the article says so; what is linked so is left out of `words`. */
function linkNicknames(names: readonly Name[], words: (readonly string[])[], groups: Groups): void {
  const bearers = new Map<string, number>();
  names.forEach(({ text }, i) => {
    const nickname = words[i]!.length > 1 ? nicknameOf(text) : undefined;
    const key = nickname && personWords(nickname).join(' ');
    if (key && !bearers.has(key)) bearers.set(key, i);
  });
  if (bearers.size === 0) return;
  words.forEach((own, i) => {
    const bearer = bearers.get(own.join(' '));
    if (bearer === undefined) return;
    groups.unite(bearer, i);
    words[i] = [];
  });
}

/** Bare names by their word, those with the same words beside them together. */
function bareNames(names: readonly Name[], words: readonly (readonly string[])[]): Map<string, Bare[]> {
  const byWord = new Map<string, Map<string, Bare>>();
  words.forEach((own, i) => {
    const word = own.length === 1 ? own[0] : undefined;
    if (word === undefined) return;
    const name = names[i]!;
    const key = `${name.gender} ${name.title} ${name.suffix}`;
    const alike = byWord.get(word) ?? new Map<string, Bare>();
    byWord.set(word, alike);
    const known = alike.get(key);
    if (known) known.places.push(i);
    else alike.set(key, { word, name, places: [i] });
  });
  return new Map([...byWord].map(([word, bares]) => [word, [...bares.values()]]));
}

interface Bearers {
  readonly people: readonly Person[];
  /** Whether it is their first name that is asked for. */
  readonly byFirst: boolean;
}

function whoIsMeant(bare: Bare, bares: readonly Bare[], { people, byFirst }: Bearers): Person | undefined {
  const { word, name } = bare;
  const suffix = name.suffix ?? null;
  const able = people.filter((person) => fits(name, person));
  if (suffix !== null) return only(able.filter((person) => person.forms.some((form) => form.suffix === suffix)));
  if (byFirst) {
    // "Mr. Paul" is not Paul Okafor, nor is a Paul of whom the article speaks before it names Paul Okafor
    const courteous = bares.some((other) => other.name.gender !== null || other.name.title);
    if (courteous && genderOfName(word)) return undefined;
    const [one] = able;
    return one && able.length === 1 && (!genderOfName(word) || one.first < bare.places[0]!) ? one : undefined;
  }
  const distinguished = bares.some((other) => other.name.suffix);
  let rest = able.filter((person) => !distinguished || person.forms.some((form) => form.suffix === null));
  const title = name.title ?? null;
  if (title !== null && rest.some(({ titles }) => titles.has(title)))
    rest = rest.filter(({ titles }) => titles.has(title));
  else if (title !== null && rest.length > 1) return only(rest.filter(({ kin }) => kin !== 'of another'));
  if (rest.length === 1) {
    const told = name.gender !== null && rest[0]!.gender === name.gender;
    return told || ownsBare(rest[0]!, bares, people) ? rest[0] : undefined;
  }
  if (name.gender === null && rest.some(({ kin }) => kin === 'head')) return undefined;
  const heads = rest.filter(({ kin }) => kin !== 'of another');
  const person = heads.length === 1 ? heads[0] : chief(heads);
  if (person === undefined) return undefined;
  // the bare name is used while only another has been named
  const from = bares.reduce((least, { places }) => Math.min(least, places[0]!), Number.POSITIVE_INFINITY);
  if (person.first > from && rest.some(({ first }) => first < from)) return undefined;
  // whose full name is given as often as the bare one is told by it from the other
  const times = bares.reduce((sum, { places }) => sum + places.length, 0);
  return heads.length > 1 && person.times >= Math.max(OFTEN, times) ? undefined : person;
}

/** Whether the only one of the name in the article may be called by it, and no other whom the article never names in full. */
function ownsBare(person: Person, bares: readonly Bare[], people: readonly Person[]): boolean {
  const others = bares.filter(({ name }) => !fits(name, person));
  if (others.length > 0 && !people.some((other) => other !== person && others.every(({ name }) => fits(name, other))))
    return false;
  if (person.kin !== 'of another') return true;
  for (const { name, places } of bares) {
    if (name.title && !person.titles.has(name.title)) return false;
    if (places[0]! < person.first) return false;
  }
  return true;
}

/** Bare names that the article does not explain: of one word they are one person, men and women apart. */
function uniteOpen(open: readonly Bare[], bearers: Bearers | undefined, groups: Groups): void {
  const first = new Map<string, number>();
  const several = bearers !== undefined && bearers.people.filter(({ kin }) => kin !== 'of another').length > 1;
  const sexes = new Set(open.map(({ name }) => name.gender).filter(Boolean));
  const [sex] = sexes;
  for (const { name, places } of open) {
    const gender = name.gender ?? (sexes.size === 1 && !several ? sex : null);
    const key = `${gender} ${name.suffix ?? null} ${several ? name.title : null}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, places[0]!);
    else groups.unite(known, places[0]!);
  }
}

function fits(name: Name, person: Person): boolean {
  return name.gender === null || person.gender === null || person.gender === name.gender;
}

function only(people: readonly Person[]): Person | undefined {
  return people.length === 1 ? people[0] : undefined;
}

function chief(people: readonly Person[]): Person | undefined {
  const [most, next] = [...people].sort((a, b) => b.times - a.times || a.first - b.first);
  return most && (!next || most.times >= CHIEF * next.times) ? most : undefined;
}

/** The people of an article whose names have more than one word. */
function fullNames(names: readonly Name[], words: readonly (readonly string[])[], groups: Groups): readonly Person[] {
  const people: Person[] = [];
  const byName = new Map<string, Person>();
  const byLetter = new Map<string, Person[]>();
  words.forEach((own, i) => {
    if (own.length < 2 || CAMPS.has(own[0]!)) return;
    const { gender, suffix = null, title, kin } = names[i]!;
    const form: FullName = { words: own, suffix };
    const name = `${own.join(' ')} ${suffix}`;
    const letter = skeleton(own.at(-1)!)[0] ?? '';
    const known = byName.get(name);
    const able = known
      ? []
      : (byLetter.get(letter) ?? []).slice(-MOST_ALIKE).filter((other) => canTake(other, form, gender, kin));
    let person = known ?? only(able);
    if (person) {
      groups.unite(person.first, i);
      if (!known) person.forms.push(form);
      person.gender ??= gender;
    } else {
      person = { forms: [form], first: i, times: 0, gender, titles: new Set(), kin: null };
      people.push(person);
      push(byLetter, letter, person);
    }
    byName.set(name, person);
    person.times++;
    person.kin ??= kin ?? (suffix === 'jr' && own.length === 2 ? 'of another' : null);
    if (title) person.titles.add(title);
  });
  markCouples(names, words, byName);
  for (const person of people) person.gender ??= genderOfName(person.forms[0]!.words[0]!) ?? null;
  return people;
}

/**
 * Of "Ben and Ada Orsolo" Ada is the other's: where the single name is a first name, or one that the article gives
 * nowhere else ("Biden and Ada Orsolo" are no couple).
 */
function markCouples(names: readonly Name[], words: readonly (readonly string[])[], byName: Map<string, Person>): void {
  const times = new Map<string, number>();
  for (const own of words) times.set(own.at(-1) ?? '', (times.get(own.at(-1) ?? '') ?? 0) + 1);
  names.forEach(({ beside, suffix = null }, i) => {
    const person = words[i]!.length > 1 && beside ? byName.get(`${words[i]!.join(' ')} ${suffix}`) : undefined;
    if (person && beside && (genderOfName(beside) || (times.get(beside) ?? 0) === 1)) person.kin ??= 'of another';
  });
}

function canTake(person: Person, form: FullName, gender: Name['gender'], kin: Name['kin']): boolean {
  if (gender !== null && person.gender !== null && gender !== person.gender) return false;
  const told = !kin && !person.kin;
  return person.forms.every((other) => mayBeOne(other, form) || (told && isShortOf(other, form)));
}

/** Whom a single name may mean: those of that last name, spelt so or alike; else those of that first name. */
function askPeople(people: readonly Person[]): (word: string) => Bearers | undefined {
  const byLast = new Map<string, Person[]>();
  const bySound = new Map<string, Person[]>();
  const byFirst = new Map<string, Person[]>();
  for (const person of people) {
    for (const last of new Set(person.forms.map(({ words }) => words.at(-1)!))) push(byLast, last, person);
    push(bySound, skeleton(person.forms[0]!.words.at(-1)!)[0] ?? '', person);
    for (const first of new Set(person.forms.map(({ words }) => words[0]!))) push(byFirst, first, person);
  }
  return (word) => {
    const exact = byLast.get(word);
    if (exact) return { people: exact, byFirst: false };
    const sound = (bySound.get(skeleton(word)[0] ?? '') ?? []).slice(-MOST_ALIKE);
    const alike = sound.filter(({ forms }) => soundAlike(forms[0]!.words.at(-1)!, word));
    if (alike.length > 0) return { people: alike, byFirst: false };
    const first = byFirst.get(word);
    return first && { people: first, byFirst: true };
  };
}

/** Adds to the list that a map holds under a key. */
export function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
