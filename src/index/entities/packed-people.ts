import type { FullName } from '../../language/names/people.ts';
import type { StringNumbers } from './packed-units.ts';
import type { Person } from './person.ts';

const GENDERS = [null, 'm', 'f'] as const;
/** Of a suffix that is none. */
const NONE = -1;

/** People as whole numbers behind each other; their strings are numbered. */
export function packedPeople(people: Iterable<Person>, strings: StringNumbers): Int32Array {
  const numbers: number[] = [];
  const string = (its: string) => numbers.push(strings.of(its));
  const list = <Item>(items: Iterable<Item>, count: number, put: (item: Item) => void) => {
    numbers.push(count);
    for (const item of items) put(item);
  };
  for (const { unit, mentions, gender, names, titles, singles, articles, asKin } of people) {
    numbers.push(unit, mentions, GENDERS.indexOf(gender));
    list(names, names.length, ({ words, suffix }) => {
      string(words.join(' '));
      numbers.push(suffix === null ? NONE : strings.of(suffix));
    });
    list(titles, titles.size, string);
    list(singles, singles.size, ([single, count]) => {
      string(single);
      numbers.push(count);
    });
    list(articles, articles.size, ([article, times]) => numbers.push(article, times));
    list(asKin, asKin.size, (article) => numbers.push(article));
  }
  return Int32Array.from(numbers);
}

/**
 * Reads back what {@link packedPeople} gave, one after the other.
 *
 * @throws RangeError where it is something else
 */
export function* unpackedPeople(numbers: Int32Array, strings: StringNumbers): Generator<Person> {
  let at = 0;
  const number = () => {
    const its = numbers[at++];
    if (its === undefined) throw new RangeError('these are no people');
    return its;
  };
  const string = () => strings.at(number());
  const list = <Item>(take: () => Item) => {
    const items: Item[] = [];
    for (let left = number(); left > 0; left--) items.push(take());
    return items;
  };
  while (at < numbers.length)
    yield {
      unit: number(),
      mentions: number(),
      gender: GENDERS[number()] ?? null,
      names: list((): FullName => {
        const words = string().split(' ');
        const suffix = number();
        return { words, suffix: suffix === NONE ? null : strings.at(suffix) };
      }),
      titles: new Set(list(string)),
      singles: new Map(list(() => [string(), number()] as const)),
      articles: new Map(list(() => [number(), number()] as const)),
      asKin: new Set(list(number)),
    };
}
