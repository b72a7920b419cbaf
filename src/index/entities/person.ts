import type { FullName } from '../../language/names/people.ts';
import { genderOfName } from '../../language/quotes/first-names.ts';
import type { Unit } from './units.ts';
import type { UnitsOfArticles } from './units-of-articles.ts';

/** A person of the corpus: full names, and the unit that stands for all that have them. */
export interface Person {
  names: readonly FullName[];
  readonly unit: number;
  mentions: number;
  gender: 'm' | 'f' | null;
  titles: ReadonlySet<string>;
  /** Single names, no last names, that articles use for this person, and how many articles do. */
  singles: ReadonlyMap<string, number>;
  /** Articles that give the full name with how often, and those of them in which the bare last name is rather another's. */
  articles: ReadonlyMap<number, number>;
  asKin: ReadonlySet<number>;
}

/** Most have none of these. */
const NONE: ReadonlySet<never> = new Set();
const NO_SINGLES: ReadonlyMap<string, number> = new Map();

/** A first name tells who is meant elsewhere when this many articles use it for one person. */
const USUAL = 3;

/** The person that units are which have one full name. @param all the units, as they stand now */
export function personWith(units: Iterable<number>, all: UnitsOfArticles): Person {
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

/** Names of one word that an article uses for a person and that are no last name: "Kim" of Kim Jong Un, "Hillary". */
function singlesOf({ forms, names }: Unit): readonly string[] {
  const lasts = new Set(names.filter(({ words }) => words.length > 1).map(({ words }) => words.at(-1)!));
  const singles = [...forms.keys()].filter((form) => !form.includes(' ')).map((form) => form.toLowerCase());
  return singles.filter((single) => !lasts.has(single));
}

/** Keeps of the single names of a person those that tell in other articles who is meant. */
export function keepUsualSingles(person: Person): void {
  const usual = [...person.singles].filter(([word, count]) => !genderOfName(word) || count >= USUAL);
  person.singles = usual.length > 0 ? new Map(usual) : NO_SINGLES;
}

/** How often the article gives the full name. */
function timesInFull({ forms }: Unit): number {
  let times = 0;
  for (const [form, count] of forms) if (form.includes(' ')) times += count;
  return times;
}

/** The name with the most words, of those the first. @param names one or more */
export function longestOf(names: readonly FullName[]): FullName {
  return names.reduce((best, name) => (name.words.length > best.words.length ? name : best), names[0]!);
}

/** How a full name is written, with its suffix. */
export function nameOf({ words, suffix }: FullName): string {
  return `${words.join(' ')} ${suffix}`;
}

function addNames(to: FullName[], names: readonly FullName[]): void {
  const known = new Set(to.map(nameOf));
  for (const name of names) if (!known.has(nameOf(name))) to.push(name);
}

/** What a person has that others join: of its own, for what the person had is the full name's. */
export interface Joined {
  readonly names: FullName[];
  readonly titles: Set<string>;
  readonly singles: Map<string, number>;
  readonly articles: Map<number, number>;
  readonly asKin: Set<number>;
}

/** Opens a person for others that join it. */
export function openedFor(person: Person): Joined {
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

/** Gives a person that was opened what another has. */
export function join(to: Person, { names, titles, singles, articles, asKin }: Joined, from: Person): void {
  addNames(names, from.names);
  to.mentions += from.mentions;
  to.gender ??= from.gender;
  for (const title of from.titles) titles.add(title);
  for (const [single, count] of from.singles) singles.set(single, (singles.get(single) ?? 0) + count);
  for (const [article, times] of from.articles) articles.set(article, (articles.get(article) ?? 0) + times);
  for (const article of from.asKin) asKin.add(article);
}
