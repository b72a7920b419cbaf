import { skeleton, soundAlike } from '../../language/names/forms.ts';
import { compatibleNames, firstLetters } from '../../language/names/people.ts';
import type { Groups } from '../../language/names/within.ts';
import type { Paused } from '../paused.ts';
import type { Unit } from './units.ts';

/** A person of the corpus: a full name, and the unit that stands for all that have it. */
interface Person {
  readonly words: readonly string[];
  readonly unit: number;
  mentions: number;
  /** Single names that some article uses for this person. */
  readonly singles: Set<string>;
}

/** One person this many times as often named as the next of that name is meant by the bare name. */
const FAR_MORE = 4;

/** Links the people of all articles: full names first, then names of one word that an article does not explain. */
export function* linkPeople(units: readonly Unit[], groups: Groups): Paused<void> {
  const numbers = units.map((_, u) => u).filter((u) => units[u]!.type === 'person');
  const people = yield* fullNames(
    units,
    numbers.filter((u) => units[u]!.words.length > 1),
    groups,
  );
  const byWord = new Map<string, Person[]>();
  for (const person of people) {
    for (const word of new Set([...deletions(person.words.at(-1)!), ...person.singles])) push(byWord, word, person);
    yield;
  }
  const alone = new Map<string, number>();
  for (const u of numbers) {
    yield;
    const { words } = units[u]!;
    const word = words[0];
    if (words.length !== 1 || word === undefined) continue;
    const person = whoseName(word, byWord);
    const first = person?.unit ?? alone.get(word);
    if (first === undefined) alone.set(word, u);
    else groups.unite(first, u);
  }
}

/** Units of one full name are one person; names that are compatible with just one other are that person. */
function* fullNames(units: readonly Unit[], numbers: readonly number[], groups: Groups): Paused<readonly Person[]> {
  const byName = new Map<string, Person>();
  for (const u of numbers) {
    yield;
    const { words, mentions, forms } = units[u]!;
    const name = words.join(' ');
    let person = byName.get(name);
    if (person) groups.unite(person.unit, u);
    else {
      person = { words, unit: u, mentions: 0, singles: new Set() };
      byName.set(name, person);
    }
    person.mentions += mentions.length;
    for (const form of forms.keys()) if (!form.includes(' ')) person.singles.add(form.toLowerCase());
  }
  // fuller and more frequent names first: the others join them
  const order = [...byName.values()].sort(
    (a, b) =>
      Number(a.words[0]!.length === 1) - Number(b.words[0]!.length === 1) || b.mentions - a.mentions || a.unit - b.unit,
  );
  const blocks = new Map<string, Person[]>();
  const people: Person[] = [];
  for (const person of order) {
    yield;
    const keys = blockKeys(person.words);
    const able = new Set(keys.flatMap((key) => blocks.get(key) ?? []));
    const same = [...able].filter((other) => compatibleNames(other.words, person.words));
    const [only] = same;
    if (only && same.length === 1) {
      groups.unite(only.unit, person.unit);
      only.mentions += person.mentions;
      for (const single of person.singles) only.singles.add(single);
      continue;
    }
    people.push(person);
    for (const key of keys) push(blocks, key, person);
  }
  return people;
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

function whoseName(word: string, byWord: ReadonlyMap<string, readonly Person[]>): Person | undefined {
  const able = new Set([word, ...deletions(word)].flatMap((key) => byWord.get(key) ?? []));
  const called = [...able].filter(({ words, singles }) => singles.has(word) || soundAlike(words.at(-1)!, word));
  const exact = called.filter(({ words, singles }) => words.at(-1) === word || singles.has(word));
  const [most, next] = (exact.length > 0 ? exact : called).sort((a, b) => b.mentions - a.mentions || a.unit - b.unit);
  return most && (!next || most.mentions >= FAR_MORE * next.mentions) ? most : undefined;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
