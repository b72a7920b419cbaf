import type { FullName } from '../../language/names/people.ts';
import { ENTITY_TYPES, type EntityType } from '../../model.ts';
import { Runs } from '../grouping/runs.ts';
import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { packString, unpackString } from '../stored/strings.ts';
import type { Unit } from './units.ts';

const GENDERS = [null, 'm', 'f'] as const;
/** Of a string that is none. */
const NONE = -1;
/** So many strings, then others have their turn. */
const OFTEN = 4096;

/** Strings that are numbered as they come: most stand in many units. */
export class StringNumbers {
  #list: string[] = [];
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#list.length;
  }

  of(its: string): number {
    let number = this.#numbers.get(its);
    if (number === undefined) {
      number = this.#list.length;
      // A part of a text would keep all of the text in memory.
      const own = unpackString(packString(its));
      this.#numbers.set(own, number);
      this.#list.push(own);
    }
    return number;
  }

  /** @throws RangeError where there is none of that number */
  at(number: number): string {
    const its = this.#list[number];
    if (its === undefined) throw new RangeError('there is no such string');
    return its;
  }

  *carried(by: Carrier): Paused<void> {
    this.#list = [...by.strings(this.#list)];
    yield;
    for (let i = this.#numbers.size; i < this.#list.length; i++) {
      this.#numbers.set(this.#list[i]!, i);
      if (i % OFTEN === 0) yield;
    }
  }
}

/** Units as whole numbers behind each other, each made when it is asked for: there are hundreds of thousands. */
export class PackedUnits {
  /**
   * Of each unit how many mentions it has, and these; type, gender, whether it is kin, key and words; then lists that
   * each begin with their length: forms with how often, other keys, titles, names with their suffix.
   */
  readonly #runs = new Runs([new Int32Array()] as const);
  readonly #strings: StringNumbers;

  constructor(strings: StringNumbers) {
    this.#strings = strings;
  }

  carried(by: Carrier): void {
    this.#runs.carried(by);
  }

  /** Puts a unit in the place of the one of this number. */
  set(u: number, { items, type, gender, kin, key, words, forms, otherKeys, titles, names }: Unit): void {
    const strings = this.#strings;
    const numbers: number[] = [items.length];
    for (let i = 0; i < items.length; i++) numbers.push(items[i]!);
    numbers.push(ENTITY_TYPES.indexOf(type), GENDERS.indexOf(gender), Number(kin), strings.of(key));
    numbers.push(strings.of(words.join(' ')), forms.size);
    for (const [form, count] of forms) numbers.push(strings.of(form), count);
    numbers.push(otherKeys.length);
    for (const other of otherKeys) numbers.push(strings.of(other));
    numbers.push(titles.size);
    for (const title of titles) numbers.push(strings.of(title));
    numbers.push(names.length);
    for (const { words: its, suffix } of names)
      numbers.push(strings.of(its.join(' ')), suffix === null ? NONE : strings.of(suffix));
    this.#runs.set(u, numbers);
  }

  remove(u: number): void {
    this.#runs.set(u, []);
  }

  /** Whether there is a unit of that number with so many mentions, each an item below a limit. */
  holds(u: number, mentions: number, limit: number): boolean {
    const [numbers] = this.#runs.columns;
    const start = this.#runs.startOf(u);
    if (!(mentions > 0 && 1 + mentions < this.#runs.sizeOf(u) && numbers[start] === mentions)) return false;
    for (let at = start + 1; at <= start + mentions; at++)
      if (!(numbers[at]! >= 0 && numbers[at]! < limit)) return false;
    return true;
  }

  /** The mentions of a unit. */
  itemsOf(u: number): readonly number[] {
    const [numbers] = this.#runs.columns;
    const start = this.#runs.startOf(u);
    return Array.from(numbers.subarray(start + 1, start + 1 + numbers[start]!));
  }

  genderOf(u: number): Unit['gender'] {
    return GENDERS[this.#runs.columns[0][this.#fixedOf(u) + 1]!]!;
  }

  typeOf(u: number): EntityType {
    return ENTITY_TYPES[this.#runs.columns[0][this.#fixedOf(u)]!]!;
  }

  /** Visits how a unit is written, with how often. */
  eachForm(u: number, visit: (form: string, count: number) => void): void {
    const [numbers] = this.#runs.columns;
    const at = this.#fixedOf(u) + 5;
    for (let i = 0; i < numbers[at]!; i++) visit(this.#strings.at(numbers[at + 1 + 2 * i]!), numbers[at + 2 + 2 * i]!);
  }

  /** Where what stands behind the mentions begins. */
  #fixedOf(u: number): number {
    const start = this.#runs.startOf(u);
    return start + 1 + this.#runs.columns[0][start]!;
  }

  /** @throws RangeError where there is none */
  at(u: number): Unit {
    const [numbers] = this.#runs.columns;
    let at = this.#runs.startOf(u);
    const end = this.#runs.endOf(u);
    const number = () => {
      if (at >= end) throw new RangeError('there is no such unit');
      return numbers[at++]!;
    };
    const string = () => this.#strings.at(number());
    const words = () => wordsIn(string());
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
      words: words(),
      forms: new Map(list(() => [string(), number()] as const)),
      otherKeys: list(string),
      titles: new Set(list(string)),
      names: list((): FullName => {
        const its = words();
        const suffix = number();
        return { words: its, suffix: suffix === NONE ? null : this.#strings.at(suffix) };
      }),
    };
  }
}

/** Words of names hold no blank. */
function wordsIn(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split(' ');
}
