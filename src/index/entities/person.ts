import type { FullName } from '../../language/names/people.ts';

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
