import { COUNTRIES } from '../../language/names/countries.ts';
import { acronymsOf, isAcronym, mayShorten } from '../../language/names/forms.ts';
import type { Groups } from '../../language/names/within.ts';
import type { Paused } from '../paused.ts';
import { mostFrequent, type Unit } from './units.ts';

/** A name of a thing must be this many times as frequent as the same word as a person's to take it over. */
const MORE = 3;

/** Links organizations, places and other things of all articles by the keys of their names. */
export function* linkThings(units: readonly Unit[], groups: Groups): Paused<void> {
  const numbers = units.map((_, u) => u).filter((u) => units[u]!.type !== 'person');
  const isPlace = (u: number) => units[u]!.type === 'place';
  const [places, others] = [numbers.filter(isPlace), numbers.filter((u) => !isPlace(u))];
  // a place's acronym is not an organization's
  const [fullOfPlaces, fullOfOthers] = [yield* longForms(units, places), yield* longForms(units, others)];
  const fullNames = new Set([...fullOfPlaces.values(), ...fullOfOthers.values()]);
  const byKey = new Map<string, number>();
  for (const u of numbers) {
    const { key, otherKeys, type } = units[u]!;
    const full = (type === 'place' ? fullOfPlaces : fullOfOthers).get(key) ?? key;
    // what a long form names is one, whatever else an article calls it
    const longs = otherKeys.filter((other) => fullNames.has(other));
    for (const name of new Set([full, ...longs])) {
      const known = byKey.get(name);
      if (known === undefined) byKey.set(name, u);
      else groups.unite(known, u);
    }
    yield;
  }
}

/** Acronyms and the one long form that some article gives them, or whose initials they are. */
function* longForms(units: readonly Unit[], numbers: readonly number[]): Paused<ReadonlyMap<string, string>> {
  const explained = new Map<string, Map<string, number>>();
  const initials = new Map<string, Set<string>>();
  const short = new Set<string>();
  for (const u of numbers) {
    yield;
    const { key, otherKeys, forms, type } = units[u]!;
    if ([...forms.keys()].every(isAcronym)) short.add(key);
    for (const other of otherKeys) {
      for (const [acronym, long] of [
        [other, key],
        [key, other],
      ] as const) {
        if (!mayShorten(acronym, long)) continue;
        const longs = explained.get(acronym) ?? new Map<string, number>();
        longs.set(long, (longs.get(long) ?? 0) + 1);
        explained.set(acronym, longs);
      }
    }
    if (type !== 'organization') continue;
    for (const acronym of acronymsOf(key))
      if (mayShorten(acronym, key)) initials.set(acronym, (initials.get(acronym) ?? new Set()).add(key));
  }
  const out = new Map<string, string>();
  for (const acronym of short) {
    const longs = explained.get(acronym);
    const [only, ...more] = initials.get(acronym) ?? [];
    if (longs) {
      const [most, next = 0] = [...longs.values()].sort((a, b) => b - a);
      if (most! > next) out.set(acronym, mostFrequent(longs));
    } else if (only !== undefined && more.length === 0 && acronym.length > 2) out.set(acronym, only);
  }
  return out;
}

/**
 * The tagger takes a name for a person's in one article and for something else in another. A person known by one word
 * only is the thing of that name where the thing is named more often; a thing is the person whose last name it is
 * where the person is.
 */
export function settleTypes(units: readonly Unit[], groups: Groups): void {
  const things = new Map<string, { group: number; mentions: number }>();
  const lastNames = new Map<string, Map<number, number>>();
  const singles = new Map<string, { group: number; mentions: number }>();
  units.forEach(({ type, words, key, mentions }, u) => {
    const group = groups.find(u);
    if (type !== 'person') add(things, key, group, mentions.length);
    else {
      const last = words.at(-1) ?? '';
      const people = lastNames.get(last) ?? new Map<number, number>();
      people.set(group, (people.get(group) ?? 0) + mentions.length);
      lastNames.set(last, people);
      if (words.length === 1) add(singles, last, group, mentions.length);
    }
  });
  for (const [word, { group, mentions }] of things) {
    if (word.includes(' ') || COUNTRIES.names.has(word) || COUNTRIES.peoples.has(word)) continue;
    const [person, ...more] = lastNames.get(word) ?? [];
    if (person && more.length === 0 && person[1] >= MORE * mentions) groups.unite(person[0], group);
    const single = singles.get(word);
    if (single && mentions > single.mentions && more.length === 0) groups.unite(group, single.group);
  }
}

function add(to: Map<string, { group: number; mentions: number }>, key: string, group: number, mentions: number): void {
  const known = to.get(key);
  if (known) known.mentions += mentions;
  else to.set(key, { group, mentions });
}
