import { COUNTRIES } from '../../language/names/countries.ts';
import { acronymsOf, isAcronym, mayShorten } from '../../language/names/forms.ts';
import type { Carrier } from '../stored/carrier.ts';
import { mostFrequent, type Unit } from './units.ts';

/** A name of a thing must be this many times as frequent as the same word as a person's to take it over. */
const MORE = 3;

/** Counts that are none again when all was taken back. */
class Tally<Key> {
  readonly counts = new Map<Key, number>();

  add(key: Key, by: number): void {
    const count = (this.counts.get(key) ?? 0) + by;
    if (count === 0) this.counts.delete(key);
    else this.counts.set(key, count);
  }
}

/** Acronyms of articles that come and go, and the one long form that some article gives them, or whose initials they are. */
export class LongForms {
  readonly #explained = new Map<string, Tally<string>>();
  readonly #initials = new Map<string, Tally<string>>();
  readonly #short = new Tally<string>();

  carried(by: Carrier): void {
    carriedTallies(by, this.#explained);
    carriedTallies(by, this.#initials);
    const shorts = by.strings([...this.#short.counts.keys()]);
    const counts = by.column(Int32Array.from(this.#short.counts.values()));
    for (const [i, its] of shorts.entries()) this.#short.counts.set(its, counts[i]!);
  }

  /** Counts what a unit says of them; `by` -1 takes it back. */
  count({ key, otherKeys, forms, type }: Unit, by: 1 | -1): void {
    if ([...forms.keys()].every(isAcronym)) this.#short.add(key, by);
    for (const other of otherKeys) {
      if (mayShorten(other, key)) tallyOf(this.#explained, other).add(key, by);
      if (mayShorten(key, other)) tallyOf(this.#explained, key).add(other, by);
    }
    if (type !== 'organization') return;
    for (const acronym of acronymsOf(key)) if (mayShorten(acronym, key)) tallyOf(this.#initials, acronym).add(key, by);
  }

  /** The long forms of acronyms. */
  all(): ReadonlyMap<string, string> {
    const out = new Map<string, string>();
    for (const acronym of this.#short.counts.keys()) {
      const longs = this.#explained.get(acronym)?.counts;
      const [only, ...more] = this.#initials.get(acronym)?.counts.keys() ?? [];
      if (longs && longs.size > 0) {
        const [most, next = 0] = [...longs.values()].sort((a, b) => b - a);
        if (most! > next) out.set(acronym, mostFrequent(longs));
      } else if (only !== undefined && more.length === 0 && acronym.length > 2) out.set(acronym, only);
    }
    return out;
  }
}

function tallyOf(tallies: Map<string, Tally<string>>, key: string): Tally<string> {
  let tally = tallies.get(key);
  if (!tally) {
    tally = new Tally();
    tallies.set(key, tally);
  }
  return tally;
}

function carriedTallies(by: Carrier, tallies: Map<string, Tally<string>>): void {
  const all = [...tallies].flatMap(([key, { counts }]) => Array.from(counts, ([its, count]) => ({ key, its, count })));
  const keys = by.strings(all.map(({ key }) => key));
  const its = by.strings(all.map((each) => each.its));
  const counts = by.column(Int32Array.from(all, ({ count }) => count));
  for (const [i, key] of keys.entries()) tallyOf(tallies, key).counts.set(its[i]!, counts[i]!);
}

/** A thing has names with other keys, too. */
export const HAS_OTHER_KEYS = 1;
/** A person is known by one word. */
export const IS_BARE = 2;

/** Units as numbers, to go over all of them: names are numbered, equal ones alike. */
export interface UnitColumns {
  /** All units in their order. */
  readonly all: Int32Array;
  /** Of each unit its type: 0 a person, 1 a place, 2 another thing. */
  readonly kinds: Uint8Array;
  /** Of a thing its key, of a person the last word of the name; -1 for none. */
  readonly keys: Int32Array;
  readonly mentions: Int32Array;
  /** Bits of {@link HAS_OTHER_KEYS} and {@link IS_BARE}. */
  readonly are: Uint8Array;
  /** Of a thing the other keys. */
  readonly otherKeysOf: (u: number) => Int32Array;
  readonly numberOf: (name: string) => number;
  /** How many names there are. */
  readonly names: () => number;
}

/** Unites the units that name one organization, place or other thing, by the keys of their names. */
export function uniteThings(
  { all, kinds, keys, are, otherKeysOf, numberOf, names }: UnitColumns,
  longOfPlaces: ReadonlyMap<string, string>,
  longOfOthers: ReadonlyMap<string, string>,
  unite: (a: number, b: number) => void,
): void {
  // a place's acronym is not an organization's
  const count = names();
  const [ofPlaces, ofOthers] = [longOfPlaces, longOfOthers].map((longs) => {
    const full = new Int32Array(count);
    for (let name = 0; name < count; name++) full[name] = name;
    for (const [acronym, long] of longs) full[numberOf(acronym)] = numberOf(long);
    return full;
  }) as [Int32Array, Int32Array];
  const fullNames = new Set([...longOfPlaces.values(), ...longOfOthers.values()].map(numberOf));
  const first = new Int32Array(count).fill(-1);
  const meet = (name: number, u: number) => {
    if (first[name] === -1) first[name] = u;
    else unite(first[name]!, u);
  };
  for (let i = 0; i < all.length; i++) {
    const u = all[i]!;
    if (kinds[u] === 0) continue;
    meet((kinds[u] === 1 ? ofPlaces : ofOthers)[keys[u]!]!, u);
    if (!(are[u]! & HAS_OTHER_KEYS)) continue;
    // what a long form names is one, whatever else an article calls it
    for (const other of otherKeysOf(u)) if (fullNames.has(other)) meet(other, u);
  }
}

/**
 * The tagger takes a name for a person's in one article and for something else in another. A person known by one word
 * only is the thing of that name where the thing is named more often; a thing is the person whose last name it is
 * where the person is.
 *
 * @param mayBePerson by name, 1 where a thing's may be a person's: {@link mayBeLastName}
 */
export function settleTypes(
  { all, kinds, keys, mentions, are, names }: UnitColumns,
  mayBePerson: Uint8Array,
  find: (u: number) => number,
  unite: (a: number, b: number) => void,
): void {
  const things = new Int32Array(names()).fill(-1);
  const times = new Int32Array(things.length);
  for (let i = 0; i < all.length; i++) {
    const u = all[i]!;
    if (kinds[u] === 0) continue;
    const key = keys[u]!;
    if (things[key] === -1) things[key] = u;
    times[key]! += mentions[u]!;
  }
  const people = new Map<number, { groups: Map<number, number>; single: number; times: number }>();
  for (let i = 0; i < all.length; i++) {
    const u = all[i]!;
    const last = keys[u]!;
    if (kinds[u] !== 0 || last < 0 || things[last] === -1 || mayBePerson[last] === 0) continue;
    let its = people.get(last);
    if (!its) {
      its = { groups: new Map(), single: -1, times: 0 };
      people.set(last, its);
    }
    const group = find(u);
    its.groups.set(group, (its.groups.get(group) ?? 0) + mentions[u]!);
    if (!(are[u]! & IS_BARE)) continue;
    if (its.single === -1) its.single = group;
    its.times += mentions[u]!;
  }
  const unions: [number, number][] = [];
  for (const [word, { groups, single, times: singly }] of people) {
    const group = find(things[word]!);
    const [person, ...more] = groups;
    if (person && more.length === 0 && person[1] >= MORE * times[word]!) unions.push([person[0], group]);
    if (single >= 0 && times[word]! > singly && more.length === 0) unions.push([group, single]);
  }
  for (const [a, b] of unions) unite(a, b);
}

/** Whether a thing of this name may be a person's last name elsewhere. */
export function mayBeLastName(name: string): boolean {
  return !name.includes(' ') && !COUNTRIES.names.has(name) && !COUNTRIES.peoples.has(name);
}
