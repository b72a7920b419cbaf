import type { EntityType } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import { acronymsOf, fold, isAcronym, isWellKnown, mayShorten, nicknamesIn, personWords, thingKey } from './forms.ts';
import { Groups } from './groups.ts';
import type { Name } from './name.ts';
import { linkPeople, push } from './namesakes.ts';

export type { Name };

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
 * it is more often. "Orsolo Corp." speaks for "Orsolo" too. A last name of somebody with a full name stays a person's,
 * and a nickname that stands in a full name is one wherever it stands.
 */
export function settledTypes(names: readonly Pick<Name, 'text' | 'type'>[]): readonly EntityType[] {
  const votes = new Map<string, Map<EntityType, number>>();
  const lastNames = new Set<string>();
  const nicknames = nicknamesIn(names.filter(({ type }) => type === 'person').map(({ text }) => text));
  for (const { text, type } of names) {
    const words = personWords(text);
    if (type === 'person' && words.length > 1) lastNames.add(words.at(-1)!);
    const key = type === 'organization' ? thingKey(text) : fold(text);
    const counts = votes.get(key) ?? new Map<EntityType, number>();
    counts.set(type, (counts.get(type) ?? 0) + 1);
    votes.set(key, counts);
  }
  return names.map(({ text, type }) => {
    if (nicknames.size > 0 && nicknames.has(personWords(text).join(' '))) return 'person';
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
  const byAcronym = new Map<string, number[]>();
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
    for (const acronym of acronymsOf(key)) push(byAcronym, acronym, i);
    const [first = '', second] = key.split(' ');
    if (types[i] !== 'organization' || second === undefined || isBody(key)) return;
    const other = byFirstWord.get(first);
    byFirstWord.set(first, other === undefined && !byKey.has(first) ? i : null);
  });
  for (const [key, i] of byKey) {
    const { text } = names[i]!;
    if (isAcronym(text)) {
      const longs = (byAcronym.get(key) ?? []).filter((long) => explains(names[long]!, types[long]!, key, types[i]!));
      if (longs.length === 1) groups.unite(longs[0]!, i);
      // "CCL Industries" may be called CCL, but a headline that starts with an acronym is no name
      if (longs.length > 0 || isWellKnown(key)) continue;
      const full = byFirstWord.get(key);
      if (typeof full === 'number' && keyOfThing(names[full]!).split(' ').length > 2) continue;
    }
    // a company's first word, once its full name was given
    const full = types[i] === 'organization' ? byFirstWord.get(key) : undefined;
    if (typeof full === 'number' && full < i && !COUNTRIES.names.has(key) && !COUNTRIES.peoples.has(key))
      groups.unite(full, i);
  }
}

/** Words that begin the names of many bodies, or end those of parts of one: the first word alone is none of them. */
const MANY_BEGIN = new Set(
  'senate house congress state justice supreme national federal royal united white met metropolitan central'.split(' '),
);
const PARTS_END = new Set(
  'committee commission convention council court democrats republicans police association bureau board'.split(' '),
);

function isBody(key: string): boolean {
  const words = key.split(' ');
  return (MANY_BEGIN.has(words[0]!) && key !== 'house of representatives') || PARTS_END.has(words.at(-1)!);
}

/** Whether a name is the long form of an acronym: of places only the place's, and a town with its state has none. */
function explains({ text }: Name, type: EntityType, acronym: string, typeOfAcronym: EntityType): boolean {
  if (text.includes(',') || (type === 'place') !== (typeOfAcronym === 'place')) return false;
  return mayShorten(acronym, keyOfThing({ text, governs: false }));
}
