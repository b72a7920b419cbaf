import { skeleton } from '../../language/names/forms.ts';
import { type FullName, firstLetters, isShortOf, mayBeOne } from '../../language/names/people.ts';
import { nameOf, type Person } from './person.ts';

/** Of this many articles that give somebody's formal name one may give the plain one beside it. */
const SELDOM = 4;

/** Whether a person is named by the first letter of the first name. */
export function isInitial({ names }: Person): boolean {
  return names[0]!.words[0]!.length === 1;
}

/**
 * A person that has a form like one of the other's, and no form that forbids it: middle names and suffixes keep
 * apart. What an article itself has linked needs no proof.
 */
export function areOne(a: Person, b: Person): boolean {
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

/** Compatible names share at least one of these. */
export function blockKeys(words: readonly string[]): readonly string[] {
  const firsts = firstLetters(words[0]!);
  return deletions(words.at(-1)!).flatMap((last) => firsts.map((first) => `${first} ${last}`));
}

/** A word as it sounds, and that with each letter left out: words of one edit share one of them (Garbe's SymSpell). */
export function deletions(word: string): readonly string[] {
  const sound = skeleton(word);
  if (sound.length < 6) return [sound];
  return [sound, ...Array.from(sound, (_, i) => sound.slice(0, i) + sound.slice(i + 1))];
}
