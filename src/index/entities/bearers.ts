import type { Person } from './person.ts';
import type { UnitsOfArticles } from './units-of-articles.ts';

/** One person this many times as often named as the next of that name is meant by the bare name. */
const FAR_MORE = 4;
/** Who is named in full this often in an article may be meant there by the bare name. */
const MUCH = 3;

/** Who may be meant by a bare name with a gender, titles and a suffix. */
export interface Bearers {
  readonly all: ReadonlySet<Person>;
  /** Who is named most often, where that is far more often than any other. */
  readonly most: Person | undefined;
}

/**
 * Of a unit of a bare name who may be meant by it: for most units of a name these are the same.
 *
 * @param called who is called so, the most often named first
 */
export function bearersOf(called: readonly Person[], all: UnitsOfArticles): (u: number) => Bearers {
  const known = new Map<string, Bearers>();
  return (u) => {
    const unit = all.at(u);
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

/** Whether an article is as much about a person as about the one who is named most often. */
export function isMuchIn(person: Person, article: number, most: Person): boolean {
  const times = person.articles.get(article) ?? 0;
  return times >= MUCH && !person.asKin.has(article) && times >= (most.articles.get(article) ?? 0);
}
