import type { FullName } from '../../language/names/people.ts';
import { ENTITY_TYPES } from '../../model.ts';
import type { Carrier } from '../stored/carrier.ts';
import type { Unit } from './units.ts';

const GENDERS = [null, 'm', 'f'] as const;
/** Of a string that is none. */
const NONE = -1;

/** Strings that are numbered as they come: most stand in many units. */
export class StringNumbers {
  #list: readonly string[] = [];
  readonly #numbers = new Map<string, number>();

  of(its: string): number {
    let number = this.#numbers.get(its);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(its, number);
    }
    return number;
  }

  /** @throws RangeError where there is none of that number */
  at(number: number): string {
    const its = this.#list[number];
    if (its === undefined) throw new RangeError('there is no such string');
    return its;
  }

  carried(by: Carrier): void {
    this.#list = by.strings([...this.#numbers.keys()]);
  }
}

/** Units as whole numbers behind each other, each made again when it is asked for. */
export class PackedUnits {
  #articles = new Int32Array();
  #starts = new Int32Array();
  #numbers = new Int32Array();
  readonly #strings: StringNumbers;

  constructor(strings: StringNumbers) {
    this.#strings = strings;
  }

  /** @param units given to be packed; `undefined` for one that is not there */
  carried(by: Carrier, units: Iterable<Unit | undefined>, articles: Int32Array): void {
    const starts: number[] = [];
    const numbers: number[] = [];
    const string = (its: string) => numbers.push(this.#strings.of(its));
    const list = <Item>(items: Iterable<Item>, put: (item: Item) => void) => {
      const at = numbers.push(0) - 1;
      for (const item of items) {
        put(item);
        numbers[at]!++;
      }
    };
    for (const unit of units) {
      starts.push(numbers.length);
      if (!unit) continue;
      list(unit.items, (item) => numbers.push(item));
      numbers.push(ENTITY_TYPES.indexOf(unit.type), GENDERS.indexOf(unit.gender), Number(unit.kin));
      string(unit.key);
      list(unit.otherKeys, string);
      list(unit.words, string);
      list(unit.titles, string);
      list(unit.forms, ([form, count]) => {
        string(form);
        numbers.push(count);
      });
      list(unit.names, ({ words, suffix }) => {
        list(words, string);
        if (suffix === null) numbers.push(NONE);
        else string(suffix);
      });
    }
    // Other units may come in their place.
    this.#articles = by.column(articles.slice(0, starts.length));
    this.#starts = by.column(Int32Array.from(starts));
    this.#numbers = by.column(Int32Array.from(numbers));
  }

  articleAt(u: number): number {
    return this.#articles[u]!;
  }

  /** The mentions of a unit. */
  itemsAt(u: number): Int32Array {
    const start = this.#starts[u]!;
    return this.#numbers.subarray(start + 1, start + 1 + this.#numbers[start]!);
  }

  /** @throws RangeError where there is none */
  at(u: number): Unit {
    let at = this.#starts[u] ?? this.#numbers.length;
    const number = () => {
      const its = this.#numbers[at++];
      if (its === undefined) throw new RangeError('there is no such unit');
      return its;
    };
    const string = () => this.#strings.at(number());
    const list = <Item>(take: () => Item) => {
      const items: Item[] = [];
      for (let left = number(); left > 0; left--) items.push(take());
      return items;
    };
    const items = list(number);
    const [type, gender, kin] = [ENTITY_TYPES[number()], GENDERS[number()], number() === 1];
    if (type === undefined || gender === undefined) throw new RangeError('there is no such unit');
    return {
      items,
      type,
      gender,
      kin,
      key: string(),
      otherKeys: list(string),
      words: list(string),
      titles: new Set(list(string)),
      forms: new Map(list(() => [string(), number()] as const)),
      names: list((): FullName => {
        const words = list(string);
        const suffix = number();
        return { words, suffix: suffix === NONE ? null : this.#strings.at(suffix) };
      }),
    };
  }
}
