import type { AnnotatedArticle } from '../../model.ts';
import { widened } from '../grouping/growing.ts';
import { Runs } from '../grouping/runs.ts';
import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { packedRoles, unpackedRole } from './packed-entities.ts';
import { PackedUnits, StringNumbers } from './packed-units.ts';
import { type Role, roleAt } from './roles.ts';
import { HAS_OTHER_KEYS, IS_BARE, mayBeLastName, type UnitColumns } from './things.ts';
import { type Unit, unitsOf } from './units.ts';

/** So many units, then others have their turn. */
const OFTEN = 16_384;

/** What changed when an article was taken in or out. */
export interface ChangedUnits {
  readonly gone: readonly number[];
  readonly come: readonly number[];
  /** Those that stay, of which the mentions have other numbers in their article, or what is called a person stands elsewhere. */
  readonly renumbered: readonly number[];
}

/**
 * The units of articles, each by a number that it keeps, in columns: what stays of an article that changed keeps its
 * units. A unit that is gone stands where it was until {@link UnitsOfArticles.free}.
 */
export class UnitsOfArticles {
  /** The strings of units; others may number theirs among them. */
  readonly strings = new StringNumbers();
  readonly #units = new PackedUnits(this.strings);
  readonly #otherKeys = new Runs([new Int32Array()] as const);
  #roles: (Role | undefined)[] = [];
  /** Of each unit its article, its place among all, and what {@link UnitColumns} says. */
  #articles = new Int32Array();
  #ranks = new Int32Array();
  #kinds = new Uint8Array();
  #keys = new Int32Array();
  #mentions = new Int32Array();
  #are = new Uint8Array();
  /** The units of each article, and of each of its mentions the unit. */
  #unitsIn: Int32Array[] = [];
  #unitOfMention: Int32Array[] = [];
  #free: number[] = [];
  #count = 0;
  /** Keys and last names; of each whether it may be a last name. */
  readonly #names = new StringNumbers();
  #mayBeLastName = new Uint8Array();

  /** All of it but the strings. @param articles how many numbers of articles there are */
  *carried(by: Carrier, articles: number): Paused<void> {
    this.#articles = by.column(this.#articles);
    this.#ranks = by.column(this.#ranks);
    this.#kinds = by.column(this.#kinds);
    this.#keys = by.column(this.#keys);
    this.#mentions = by.column(this.#mentions);
    this.#are = by.column(this.#are);
    this.#otherKeys.carried(by);
    this.#unitsIn = by.columns(this.#unitsIn, new Int32Array());
    this.#unitOfMention = by.columns(this.#unitOfMention, new Int32Array());
    yield;
    this.#free = [...by.column(Int32Array.from(this.#free))];
    this.#count = by.number(this.#count);
    const columns = [this.#articles, this.#ranks, this.#kinds, this.#keys, this.#mentions, this.#are];
    mustHold(Number.isInteger(this.#count) && this.#count >= 0 && columns.every(({ length }) => length >= this.#count));
    this.#mayBeLastName = by.column(this.#mayBeLastName);
    yield;
    yield* this.#names.carried(by);
    this.#units.carried(by);
    yield;
    const roles = by.column(packedRoles(this.#roles, this.#count));
    if (!by.isBack) return;
    this.#check(articles);
    yield;
    for (let u = 0; u < this.#count; u++) {
      this.#roles[u] = unpackedRole(roles, u, this.#articles[u]!);
      if (u % OFTEN === 0) yield;
    }
  }

  #check(articles: number): void {
    const count = this.#count;
    mustBeWithin(this.#articles, articles);
    mustBeWithin(this.#kinds, 3);
    mustBeWithin(this.#keys, this.#names.size, -1);
    mustBeWithin(this.#otherKeys.columns[0], this.#names.size);
    mustBeWithin(this.#free, count);
    let units = 0;
    for (const its of this.#unitsIn) {
      mustBeWithin(its, count);
      units += its.length;
    }
    // Each is of one article.
    mustHold(units + this.#free.length === count && this.#unitsIn.length <= articles);
    const isMet = new Uint8Array(count);
    for (const u of this.#free) isMet[u] = 1;
    for (const [article, its] of this.#unitsIn.entries())
      for (const u of its) {
        const mentions = this.#unitOfMention[article]?.length ?? 0;
        mustHold(isMet[u] === 0 && this.#articles[u] === article && this.#units.holds(u, this.#mentions[u]!, mentions));
        isMet[u] = 1;
      }
    for (const its of this.#unitOfMention) mustBeWithin(its, count);
  }

  /** Numbers of units are below this. */
  get limit(): number {
    return this.#count;
  }

  at(u: number): Unit {
    return this.#units.at(u);
  }

  typeOf(u: number): Unit['type'] {
    return this.#units.typeOf(u);
  }

  genderOf(u: number): Unit['gender'] {
    return this.#units.genderOf(u);
  }

  articleOf(u: number): number {
    return this.#articles[u]!;
  }

  /** The place of a unit among all, since {@link inOrder}. */
  rankOf(u: number): number {
    return this.#ranks[u]!;
  }

  /** How many mentions a unit has, and these. */
  mentionsOf(u: number): number {
    return this.#mentions[u]!;
  }

  itemsOf(u: number): readonly number[] {
    return this.#units.itemsOf(u);
  }

  /** Visits how a unit is written, with how often. */
  eachForm(u: number, visit: (form: string, count: number) => void): void {
    this.#units.eachForm(u, visit);
  }

  unitsIn(article: number): Int32Array {
    return this.#unitsIn[article]!;
  }

  /** Of each article, of each of its mentions the unit. */
  get unitOfMention(): readonly Int32Array[] {
    return this.#unitOfMention;
  }

  /** How the mentions of all articles are written, as it is kept. */
  spellings(): Set<string> {
    const forms = new Set<string>();
    for (const units of this.#unitsIn) for (const u of units) this.#units.eachForm(u, (form) => forms.add(form));
    return forms;
  }

  /**
   * Takes an article in, in the place of the one of this number; `undefined` takes it out.
   *
   * @param wasCalled whether the entity of a unit was one that may be called something besides its name
   */
  set(article: number, annotated: AnnotatedArticle | undefined, wasCalled: (u: number) => boolean): ChangedUnits {
    const units = annotated ? unitsOf(annotated) : [];
    const before = this.#unitsIn[article] ?? new Int32Array();
    let start = 0;
    while (start < units.length && start < before.length && isAs(this.#units.at(before[start]!), units[start]!))
      start++;
    let end = 0;
    const most = Math.min(units.length, before.length) - start;
    while (end < most && isAs(this.#units.at(before.at(-1 - end)!), units.at(-1 - end)!)) end++;
    const gone = [...before.subarray(start, before.length - end)];
    const come: number[] = [];
    const renumbered: number[] = [];
    const unitOfMention = new Int32Array(annotated?.annotations.mentions.length ?? 0);
    this.#unitsIn[article] = Int32Array.from(units, (unit, i) => {
      const isOld = i < start || i >= units.length - end;
      const u = isOld ? before[i < start ? i : before.length - units.length + i]! : this.#add(unit, article);
      const role = unit.type === 'person' ? this.#roleOf(u, unit.items, annotated!) : undefined;
      if (isOld) {
        const isOtherwise = !isEqual(this.#units.itemsOf(u), unit.items);
        if (isOtherwise) this.#units.set(u, unit);
        // What a person is called stands elsewhere when the text before it changed; of a thing it was not kept where.
        const isMoved = unit.type === 'person' ? !isSameRole(role, this.#roles[u]) : wasCalled(u);
        if (isOtherwise || isMoved) renumbered.push(u);
      } else come.push(u);
      this.#roles[u] = role;
      for (const item of unit.items) unitOfMention[item] = u;
      return u;
    });
    this.#unitOfMention[article] = unitOfMention;
    return { gone, come, renumbered };
  }

  /** Lets units that are gone be others. */
  free(gone: readonly number[]): void {
    for (const u of gone) this.#units.remove(u);
    this.#free.push(...gone);
  }

  #add(unit: Unit, article: number): number {
    const u = this.#free.pop() ?? this.#count++;
    this.#articles = widened(this.#articles, u + 1);
    this.#ranks = widened(this.#ranks, u + 1);
    this.#kinds = widened(this.#kinds, u + 1);
    this.#keys = widened(this.#keys, u + 1);
    this.#mentions = widened(this.#mentions, u + 1);
    this.#are = widened(this.#are, u + 1);
    this.#units.set(u, unit);
    this.#articles[u] = article;
    this.#mentions[u] = unit.items.length;
    this.#kinds[u] = unit.type === 'person' ? 0 : unit.type === 'place' ? 1 : 2;
    this.#are[u] = (unit.otherKeys.length > 0 ? HAS_OTHER_KEYS : 0) | (unit.words.length === 1 ? IS_BARE : 0);
    const last = unit.words.at(-1);
    this.#keys[u] = unit.type !== 'person' ? this.numberOf(unit.key) : last === undefined ? -1 : this.numberOf(last);
    this.#otherKeys.set(
      u,
      unit.otherKeys.map((key) => this.numberOf(key)),
    );
    return u;
  }

  /** The number of a key or a last name. */
  numberOf(name: string): number {
    const { size } = this.#names;
    const number = this.#names.of(name);
    if (number < size) return number;
    this.#mayBeLastName = widened(this.#mayBeLastName, number + 1);
    this.#mayBeLastName[number] = Number(mayBeLastName(name));
    return number;
  }

  /** By the number of a name whether it may be a last name. */
  get mayBeLastName(): Uint8Array {
    return this.#mayBeLastName;
  }

  /** @param all units in their order */
  columns(all: Int32Array): UnitColumns {
    const otherKeys = this.#otherKeys;
    return {
      all,
      kinds: this.#kinds,
      keys: this.#keys,
      mentions: this.#mentions,
      are: this.#are,
      otherKeysOf: (u) => otherKeys.columns[0].subarray(otherKeys.startOf(u), otherKeys.endOf(u)),
      numberOf: (name) => this.numberOf(name),
      names: () => this.#names.size,
    };
  }

  /** All units in their order; where each stands is put down. @param itemAt the articles in theirs */
  inOrder(itemAt: Int32Array): Int32Array {
    const all = new Int32Array(itemAt.reduce((count, article) => count + this.#unitsIn[article]!.length, 0));
    let at = 0;
    for (const article of itemAt) {
      all.set(this.#unitsIn[article]!, at);
      at += this.#unitsIn[article]!.length;
    }
    for (let i = 0; i < all.length; i++) this.#ranks[all[i]!] = i;
    return all;
  }

  /** What a unit calls a person by itself; what an article takes for a thing may be a person elsewhere. */
  roleOf(u: number, annotatedOf: (article: number) => AnnotatedArticle): Role | undefined {
    if (this.#kinds[u] === 0) return this.#roles[u];
    return this.#roleOf(u, this.#units.itemsOf(u), annotatedOf(this.#articles[u]!));
  }

  #roleOf(u: number, items: readonly number[], annotated: AnnotatedArticle): Role | undefined {
    let role: Role | undefined;
    for (const item of items) role = roleAt(annotated, this.#articles[u]!, item, role);
    return role;
  }
}

function isAs(a: Unit, b: Unit): boolean {
  return (
    a.type === b.type &&
    a.key === b.key &&
    a.gender === b.gender &&
    a.kin === b.kin &&
    a.items.length === b.items.length &&
    isEqual(a.words, b.words) &&
    isEqual(a.otherKeys, b.otherKeys) &&
    isEqual([...a.titles], [...b.titles]) &&
    isEqual([...a.forms].flat(), [...b.forms].flat()) &&
    a.names.length === b.names.length &&
    a.names.every(({ words, suffix }, i) => isEqual(words, b.names[i]!.words) && suffix === b.names[i]!.suffix)
  );
}

function isSameRole(a: Role | undefined, b: Role | undefined): boolean {
  if (!a || !b) return a === b;
  return a.item === b.item && a.start === b.start && a.end === b.end && a.words === b.words;
}

function isEqual<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
