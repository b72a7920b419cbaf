import type { AnnotatedArticle, Entity, EntityType } from '../model.ts';
import { type Facts, LinkedEntity } from './entities/linked-entity.ts';
import { aliasesOf, bestName, slug } from './entities/naming.ts';
import {
  type EntityParts,
  packedEntities,
  packedRoles,
  unpackedEntities,
  unpackedRole,
} from './entities/packed-entities.ts';
import { PackedUnits, StringNumbers } from './entities/packed-units.ts';
import { PeopleLinking } from './entities/people.ts';
import { type Role, roleAt } from './entities/roles.ts';
import {
  HAS_OTHER_KEYS,
  IS_BARE,
  LongForms,
  mayBeLastName,
  settleTypes,
  type UnitColumns,
  uniteThings,
} from './entities/things.ts';
import { mostFrequent, type Unit, unitsOf } from './entities/units.ts';
import { widened } from './grouping/growing.ts';
import { asTheyStand, type Order } from './grouping/neighbours.ts';
import { Runs } from './grouping/runs.ts';
import { Unions } from './grouping/unions.ts';
import { atOnce, type Paused } from './paused.ts';
import { type Carrier, mustBeWithin, mustHold } from './stored/carrier.ts';
import { nameTermOf } from './terms/reading.ts';

/** Entities of articles, and which of them each mention names. */
export interface LinkedNames {
  /** Most mentioned first; every mention of every article is in exactly one. */
  readonly entities: readonly Entity[];
  /** Per article in their order, per mention: index into `entities`. */
  readonly entityOf: readonly Int32Array[];
  /** The articles of which a mention names another entity than before, or one that is called otherwise. */
  readonly renamed: readonly number[];
  /** Of a mention of an article the entity that it names, by a number that it keeps. */
  readonly handleOf: (article: number, mention: number) => number;
  /** Of a mention of an article the term that its entity counts as. */
  readonly termOf: (article: number, mention: number) => number;
}

/** So many units, then others have their turn. */
const OFTEN = 16_384;

/**
 * Links the mentions of all articles into entities: the one thing all its names mean. What an article links stays
 * linked (a unit); over articles, full names link first and bare last names follow them. Articles come and go: what takes
 * time is done for those that did, for the names that share a key with theirs, and for the entities that are of other
 * units than before; the rest goes over all units as columns of numbers.
 */
export class EntityLinking {
  readonly #strings = new StringNumbers();
  readonly #units = new PackedUnits(this.#strings);
  readonly #otherKeys = new Runs([new Int32Array()] as const);
  #roles: (Role | undefined)[] = [];
  /** Of each unit its article, its place among all, and what {@link UnitColumns} says. */
  #articles = new Int32Array();
  #ranks = new Int32Array();
  #kinds = new Uint8Array();
  #keys = new Int32Array();
  #mentions = new Int32Array();
  #are = new Uint8Array();
  /** Of each unit the handle of its entity and 1: a handle is the same as long as it is the same thing, whatever number it has. */
  #handles = new Int32Array();
  /** By handle the entity, its slug and that of its id by their numbers, how many units it has and how many mentions. */
  readonly #entityOf: (LinkedEntity | undefined)[] = [];
  #slugOf = new Int32Array();
  #idOf = new Int32Array();
  #sizes = new Int32Array();
  #counts = new Int32Array();
  /** The units of each article, and of each of its mentions the unit. */
  #unitsOf: Int32Array[] = [];
  #unitOfMention: Int32Array[] = [];
  #free: number[] = [];
  #gone: number[] = [];
  #count = 0;
  /** Units of which the mentions have other numbers in their article, or what is called a person stands elsewhere. */
  readonly #renumbered = new Set<number>();
  readonly #changed = new Set<number>();
  readonly #names = new Map<string, number>();
  #mayBeLastName = new Uint8Array();
  readonly #placesLong = new LongForms();
  readonly #othersLong = new LongForms();
  readonly #people = new PeopleLinking({
    unitAt: (u) => this.#units.at(u),
    genderOf: (u) => this.#units.genderOf(u),
    articleOf: (u) => this.#articles[u]!,
    rankOf: (u) => this.#ranks[u]!,
    unitsIn: (article) => this.#unitsOf[article]!,
  });
  #terms: number[] = [];
  readonly #slugs = new Map<string, number>();
  readonly #slugAt: string[] = [];
  /** Of each slug that several names have, the numbers of it with 2, 3 and so on behind it. */
  readonly #variants = new Map<number, number[]>();
  #nextHandle = 0;

  /**
   * All that stays after {@link settle}.
   *
   * @param rankOf of each article its place in the order
   * @param terms how many terms there are
   */
  *carried(by: Carrier, rankOf: Int32Array, terms: number): Paused<void> {
    this.#articles = by.column(this.#articles);
    this.#ranks = by.column(this.#ranks);
    this.#kinds = by.column(this.#kinds);
    this.#keys = by.column(this.#keys);
    this.#mentions = by.column(this.#mentions);
    this.#are = by.column(this.#are);
    this.#otherKeys.carried(by);
    this.#unitsOf = by.columns(this.#unitsOf, new Int32Array());
    this.#unitOfMention = by.columns(this.#unitOfMention, new Int32Array());
    yield;
    this.#free = [...by.column(Int32Array.from(this.#free))];
    this.#count = by.number(this.#count);
    const columns = [this.#articles, this.#ranks, this.#kinds, this.#keys, this.#mentions, this.#are];
    mustHold(Number.isInteger(this.#count) && this.#count >= 0 && columns.every(({ length }) => length >= this.#count));
    this.#terms = [...by.column(Int32Array.from(this.#terms))];
    this.#nextHandle = by.number(this.#nextHandle);
    this.#mayBeLastName = by.column(this.#mayBeLastName);
    yield;
    yield* carriedNumbers(by, this.#names);
    yield;
    yield* carriedNumbers(by, this.#slugs);
    if (by.isBack) for (const name of this.#slugs.keys()) this.#slugAt.push(name);
    this.#placesLong.carried(by);
    this.#othersLong.carried(by);
    yield;
    this.#units.carried(by);
    yield;
    const roles = by.column(packedRoles(this.#roles, this.#count));
    this.#handles = by.column(this.#handles);
    this.#sizes = by.column(this.#sizes);
    yield;
    const before = this.#entityOf.flatMap((entity, handle) =>
      entity ? [{ handle, entity, slugNumber: this.#slugOf[handle]!, count: this.#counts[handle]! }] : [],
    );
    const placesOf = by.columns(
      before.map(({ entity }) => Int32Array.from(entity.places)),
      new Int32Array(),
    );
    const entities = by.column(packedEntities(before, this.#strings));
    yield* this.#strings.carried(by);
    yield* this.#people.carried(by, this.#count);
    if (!by.isBack) return;
    yield;
    this.#check(rankOf.length, terms);
    yield;
    for (let u = 0; u < this.#count; u++) {
      this.#roles[u] = unpackedRole(roles, u, this.#articles[u]!);
      if (u % OFTEN === 0) yield;
    }
    yield* this.#linkAgain(placesOf, unpackedEntities(entities, this.#strings), rankOf);
  }

  /** @param articles how many numbers of articles there are */
  #check(articles: number, terms: number): void {
    const count = this.#count;
    mustBeWithin(this.#articles, articles);
    mustBeWithin(this.#kinds, 3);
    mustBeWithin(this.#keys, this.#names.size, -1);
    mustBeWithin(this.#otherKeys.columns[0], this.#names.size);
    mustBeWithin(this.#free, count);
    mustBeWithin(this.#terms, terms);
    mustHold(this.#nextHandle === this.#terms.length);
    mustHold(this.#handles.length >= count && this.#sizes.length >= this.#nextHandle);
    mustBeWithin(this.#handles, this.#nextHandle + 1);
    let units = 0;
    for (const its of this.#unitsOf) {
      mustBeWithin(its, count);
      units += its.length;
    }
    // Each is of one article.
    mustHold(units + this.#free.length === count && this.#unitsOf.length <= articles);
    const isMet = new Uint8Array(count);
    for (const u of this.#free) isMet[u] = 1;
    for (const [article, its] of this.#unitsOf.entries())
      for (const u of its) {
        const mentions = this.#unitOfMention[article]?.length ?? 0;
        mustHold(isMet[u] === 0 && this.#articles[u] === article && this.#units.holds(u, this.#mentions[u]!, mentions));
        isMet[u] = 1;
      }
    for (const its of this.#unitOfMention) mustBeWithin(its, count);
  }

  *#linkAgain(placesOf: readonly Int32Array[], entities: Iterable<EntityParts>, rankOf: Int32Array): Paused<void> {
    const { sizes, mentions } = this.#sums();
    yield;
    let i = 0;
    let units = 0;
    for (const { entity, handle, slugNumber, count } of entities) {
      const slug = this.#slugAt[slugNumber];
      const places = placesOf[i++] ?? new Int32Array();
      if (slug === undefined || !(handle >= 0 && handle < this.#nextHandle))
        throw new RangeError('these are no entities');
      mustHold(this.#entityOf[handle] === undefined && this.#sizes[handle] === sizes[handle]);
      mustHold(count === mentions[handle] && arePlaces(places, this.#unitOfMention));
      this.#put(handle, new LinkedEntity(slug, { ...entity, places }, rankOf), slugNumber, count);
      units += sizes[handle]!;
      if (i % 256 === 0) yield;
    }
    // No unit is of an entity that is not there.
    mustHold(units === sizes.reduce((sum, size) => sum + size, 0));
  }

  /** By handle, how many units and how many mentions it has. */
  #sums(): { readonly sizes: Int32Array; readonly mentions: Int32Array } {
    const [sizes, mentions] = [new Int32Array(this.#nextHandle), new Int32Array(this.#nextHandle)];
    for (let u = 0; u < this.#count; u++) {
      const handle = this.#handleOf(u);
      if (handle < 0) continue;
      sizes[handle]!++;
      mentions[handle]! += this.#mentions[u]!;
    }
    return { sizes, mentions };
  }

  /** Puts an entity in the place of its handle, by an id that is its slug. */
  #put(handle: number, entity: LinkedEntity, slugNumber: number, count: number): void {
    this.#slugOf = widened(this.#slugOf, handle + 1);
    this.#idOf = widened(this.#idOf, handle + 1);
    this.#counts = widened(this.#counts, handle + 1);
    this.#sizes = widened(this.#sizes, handle + 1);
    this.#entityOf[handle] = entity;
    this.#slugOf[handle] = slugNumber;
    this.#idOf[handle] = slugNumber;
    this.#counts[handle] = count;
  }

  /** Takes an article in, in the place of the one of this number; `undefined` takes it out. */
  set(article: number, annotated: AnnotatedArticle | undefined): void {
    const units = annotated ? unitsOf(annotated) : [];
    const before = this.#unitsOf[article] ?? new Int32Array();
    let start = 0;
    while (start < units.length && start < before.length && isAs(this.#units.at(before[start]!), units[start]!))
      start++;
    let end = 0;
    const most = Math.min(units.length, before.length) - start;
    while (end < most && isAs(this.#units.at(before.at(-1 - end)!), units.at(-1 - end)!)) end++;
    for (const u of before.subarray(start, before.length - end)) this.#remove(u);
    const unitOfMention = new Int32Array(annotated?.annotations.mentions.length ?? 0);
    this.#unitsOf[article] = Int32Array.from(units, (unit, i) => {
      const isOld = i < start || i >= units.length - end;
      const u = isOld ? before[i < start ? i : before.length - units.length + i]! : this.#add(unit, article);
      if (isOld && !isEqual(this.#units.itemsOf(u), unit.items)) {
        this.#renumbered.add(u);
        this.#units.set(u, unit);
      }
      const role = unit.type === 'person' ? this.#roleOf(u, unit.items, annotated!) : undefined;
      // What a person is called stands elsewhere when the text before it changed; of a thing it was not kept where.
      const isMoved =
        unit.type === 'person'
          ? !isSameRole(role, this.#roles[u])
          : this.#entityOf[this.#handleOf(u)]?.type === 'person';
      if (isOld && isMoved) this.#renumbered.add(u);
      this.#roles[u] = role;
      for (const item of unit.items) unitOfMention[item] = u;
      return u;
    });
    this.#unitOfMention[article] = unitOfMention;
    this.#changed.add(article);
  }

  /** How the mentions of all articles are written, as it is kept. */
  spellings(): Set<string> {
    const forms = new Set<string>();
    for (const units of this.#unitsOf) for (const u of units) this.#units.eachForm(u, (form) => forms.add(form));
    return forms;
  }

  #add(unit: Unit, article: number): number {
    const u = this.#free.pop() ?? this.#count++;
    this.#articles = widened(this.#articles, u + 1);
    this.#ranks = widened(this.#ranks, u + 1);
    this.#kinds = widened(this.#kinds, u + 1);
    this.#keys = widened(this.#keys, u + 1);
    this.#mentions = widened(this.#mentions, u + 1);
    this.#are = widened(this.#are, u + 1);
    this.#handles = widened(this.#handles, u + 1);
    this.#units.set(u, unit);
    this.#articles[u] = article;
    this.#mentions[u] = unit.items.length;
    this.#kinds[u] = unit.type === 'person' ? 0 : unit.type === 'place' ? 1 : 2;
    this.#are[u] = (unit.otherKeys.length > 0 ? HAS_OTHER_KEYS : 0) | (unit.words.length === 1 ? IS_BARE : 0);
    const last = unit.words.at(-1);
    this.#keys[u] = unit.type !== 'person' ? this.#numberOf(unit.key) : last === undefined ? -1 : this.#numberOf(last);
    this.#otherKeys.set(
      u,
      unit.otherKeys.map((key) => this.#numberOf(key)),
    );
    if (unit.type === 'person') this.#people.add(u, unit);
    else (unit.type === 'place' ? this.#placesLong : this.#othersLong).count(unit, 1);
    return u;
  }

  #remove(u: number): void {
    const unit = this.#units.at(u);
    if (unit.type === 'person') this.#people.remove(u);
    else (unit.type === 'place' ? this.#placesLong : this.#othersLong).count(unit, -1);
    this.#gone.push(u);
    this.#renumbered.delete(u);
  }

  #numberOf(name: string): number {
    let number = this.#names.get(name);
    if (number === undefined) {
      number = this.#names.size;
      this.#names.set(name, number);
      this.#mayBeLastName = widened(this.#mayBeLastName, number + 1);
      this.#mayBeLastName[number] = Number(mayBeLastName(name));
    }
    return number;
  }

  #roleOf(u: number, items: readonly number[], annotated: AnnotatedArticle): Role | undefined {
    let role: Role | undefined;
    for (const item of items) role = roleAt(annotated, this.#articles[u]!, item, role);
    return role;
  }

  /** @param hasMoved whether an article has another place in the order than before */
  *settle(
    articles: readonly AnnotatedArticle[],
    { itemAt, rankOf }: Order,
    hasMoved: (article: number) => boolean,
  ): Paused<LinkedNames> {
    const all = this.#inOrder(itemAt);
    yield;
    const named = itemAt.reduce((count, article) => count + Number(this.#unitsOf[article]!.length > 0), 0);
    yield* this.#people.settle(named);
    const groups = new Unions(this.#count);
    const find = (u: number) => groups.find(u);
    const unite = (a: number, b: number) => groups.unite(a, b);
    const columns: UnitColumns = {
      all,
      kinds: this.#kinds,
      keys: this.#keys,
      mentions: this.#mentions,
      are: this.#are,
      otherKeysOf: (u) => this.#otherKeys.columns[0].subarray(this.#otherKeys.startOf(u), this.#otherKeys.endOf(u)),
      numberOf: (name) => this.#numberOf(name),
      names: () => this.#names.size,
    };
    const [places, others] = [this.#placesLong.all(), this.#othersLong.all()];
    for (const long of [...places.values(), ...others.values()]) this.#numberOf(long);
    uniteThings(columns, places, others, unite);
    yield;
    this.#people.unite(all, unite);
    yield;
    settleTypes(columns, this.#mayBeLastName, find, unite);
    yield;

    const { groups: groupOf, starts, handles } = yield* this.#grouped(all, groups);
    const known = this.#known(starts, handles);
    if (itemAt.some(hasMoved)) yield* this.#move(all, hasMoved, rankOf);
    const renamed = new Set(this.#changed);
    const claimed = new Set<number>();
    for (const [group, units] of this.#unitsIn(all, groupOf, known)) {
      handles[group] = this.#linked(units, articles, rankOf, claimed, renamed);
      yield;
    }
    for (const u of this.#gone) {
      this.#handles[u] = 0;
      this.#units.remove(u);
    }
    this.#free.push(...this.#gone);
    this.#gone = [];
    this.#renumbered.clear();
    this.#changed.clear();
    this.#forget(handles);
    yield;
    const ordered = this.#mostMentioned(handles);
    yield;
    const entities = yield* this.#withIds(ordered);
    const placeOf = new Int32Array(this.#nextHandle);
    for (let i = 0; i < ordered.length; i++) placeOf[ordered[i]!] = i;
    const numbers = new Int32Array(this.#count);
    for (let i = 0; i < all.length; i++) numbers[all[i]!] = placeOf[this.#handles[all[i]!]! - 1]!;
    yield;
    const entityOf: Int32Array[] = [];
    const columnOf = new Int32Array(itemAt.reduce((count, article) => count + this.#unitOfMention[article]!.length, 0));
    let end = 0;
    for (const article of itemAt) {
      const unitOf = this.#unitOfMention[article]!;
      const column = columnOf.subarray(end, end + unitOf.length);
      end += unitOf.length;
      for (let i = 0; i < unitOf.length; i++) column[i] = numbers[unitOf[i]!]!;
      entityOf.push(column);
      if (entityOf.length % 512 === 0) yield;
    }
    const handleOf = (article: number, mention: number) => this.#handleOf(this.#unitOfMention[article]![mention]!);
    const termOf = (article: number, mention: number) => this.#terms[handleOf(article, mention)]!;
    return { entities, entityOf, renamed: [...renamed], handleOf, termOf };
  }

  /** All units in their order; where each stands is put down. */
  #inOrder(itemAt: Int32Array): Int32Array {
    const all = new Int32Array(itemAt.reduce((count, article) => count + this.#unitsOf[article]!.length, 0));
    let at = 0;
    for (const article of itemAt) {
      all.set(this.#unitsOf[article]!, at);
      at += this.#unitsOf[article]!.length;
    }
    for (let i = 0; i < all.length; i++) this.#ranks[all[i]!] = i;
    return all;
  }

  /** -1 where it has none. */
  #handleOf(u: number): number {
    return (this.#handles[u] ?? 0) - 1;
  }

  /**
   * The group of each unit in `all`, the groups in order of their first; of each where its units would begin if all stood
   * behind each other, and the handle that all its units have, -1 where they have none or several.
   */
  *#grouped(all: Int32Array, unions: Unions) {
    const numberOf = new Int32Array(this.#count).fill(-1);
    const groups = new Int32Array(all.length);
    const starts = new Int32Array(all.length + 1);
    const handles = new Int32Array(all.length);
    let count = 0;
    for (let i = 0; i < all.length; i++) {
      const u = all[i]!;
      const root = unions.find(u);
      const handle = this.#handles[u]! - 1;
      let group = numberOf[root]!;
      if (group === -1) {
        group = count++;
        numberOf[root] = group;
        handles[group] = handle;
      } else if (handles[group] !== handle) handles[group] = -1;
      groups[i] = group;
      starts[group + 1]!++;
      if (i % OFTEN === 0) yield;
    }
    for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
    return { groups, starts: starts.subarray(0, count + 1), handles: handles.subarray(0, count) };
  }

  /** Of each group whether it is an entity of the same units as before, all of them where they were. */
  #known(starts: Int32Array, handles: Int32Array): Uint8Array {
    const isRenumbered = new Uint8Array(this.#nextHandle);
    for (const u of this.#renumbered) if (this.#handles[u]! > 0) isRenumbered[this.#handles[u]! - 1] = 1;
    const known = new Uint8Array(handles.length);
    for (let group = 0; group < known.length; group++) {
      const handle = handles[group]!;
      // Units of which all are those of an entity, and as many, have its order, too: what stays keeps it.
      const isSame = handle >= 0 && this.#sizes[handle] === starts[group + 1]! - starts[group]!;
      known[group] = Number(isSame && isRenumbered[handle] === 0);
    }
    return known;
  }

  /** The units of each group that is not known, in their order. */
  *#unitsIn(all: Int32Array, groups: Int32Array, known: Uint8Array): Iterable<readonly [number, readonly number[]]> {
    const units = new Map<number, number[]>();
    for (let group = 0; group < known.length; group++) if (known[group] === 0) units.set(group, []);
    if (units.size === 0) return;
    for (let i = 0; i < all.length; i++) if (known[groups[i]!] === 0) units.get(groups[i]!)!.push(all[i]!);
    yield* units;
  }

  /** Says to entities of which a mention stands in an article with another place what place that is. */
  *#move(all: Int32Array, hasMoved: (article: number) => boolean, rankOf: Int32Array): Paused<void> {
    const isMoved = new Uint8Array(this.#nextHandle);
    let last = -1;
    let isIt = false;
    for (let i = 0; i < all.length; i++) {
      const article = this.#articles[all[i]!]!;
      if (article !== last) isIt = hasMoved(article);
      last = article;
      const handle = this.#handles[all[i]!]! - 1;
      if (isIt && handle >= 0) isMoved[handle] = 1;
      if (i % OFTEN === 0) yield;
    }
    for (let handle = 0; handle < isMoved.length; handle++) {
      if (isMoved[handle] === 1) this.#entityOf[handle] = this.#entityOf[handle]?.moved(rankOf);
      if (handle % OFTEN === 0) yield;
    }
  }

  /** Forgets the entities that are no more. */
  #forget(handles: Int32Array): void {
    const isThere = new Uint8Array(this.#nextHandle);
    for (let i = 0; i < handles.length; i++) isThere[handles[i]!] = 1;
    for (let handle = 0; handle < isThere.length; handle++) {
      if (isThere[handle] === 1 || this.#entityOf[handle] === undefined) continue;
      this.#entityOf[handle] = undefined;
      this.#sizes[handle] = 0;
    }
  }

  /** The most mentioned first, of equals those of the first mention; given, by their handles, in order of first mention. */
  #mostMentioned(handles: Int32Array): Int32Array {
    const counts = this.#counts;
    let most = 0;
    for (let i = 0; i < handles.length; i++) most = Math.max(most, counts[handles[i]!]!);
    const next = new Int32Array(most + 2);
    for (let i = 0; i < handles.length; i++) next[most - counts[handles[i]!]! + 1]!++;
    for (let i = 0; i <= most; i++) next[i + 1]! += next[i]!;
    const ordered = new Int32Array(handles.length);
    for (let i = 0; i < handles.length; i++) ordered[next[most - counts[handles[i]!]!]!++] = handles[i]!;
    return ordered;
  }

  #slugNumber(name: string): number {
    let number = this.#slugs.get(name);
    if (number === undefined) {
      number = this.#slugs.size;
      this.#slugs.set(name, number);
      this.#slugAt.push(name);
    }
    return number;
  }

  /** The number of a slug with a number behind it, from 2 on. */
  #variantOf(slugNumber: number, n: number): number {
    let its = this.#variants.get(slugNumber);
    if (!its) {
      its = [];
      this.#variants.set(slugNumber, its);
    }
    while (its.length <= n - 2) its.push(this.#slugNumber(`${this.#slugAt[slugNumber]}-${its.length + 2}`));
    return its[n - 2]!;
  }

  /** Entities in an order, by their handles. Ids are the slugs of the names; of several with one slug those after the first get a number. */
  *#withIds(handles: Int32Array): Paused<readonly Entity[]> {
    let isUsed = new Uint8Array(this.#slugs.size + 64);
    /** Of each slug the number that the next one with it may get: those below are given. */
    const next = new Map<number, number>();
    const entities = new Array<Entity>(handles.length);
    for (let i = 0; i < handles.length; i++) {
      const handle = handles[i]!;
      const slugNumber = this.#slugOf[handle]!;
      let id = slugNumber;
      let n = 1;
      if (isUsed[id] === 1) {
        n = next.get(slugNumber) ?? 2;
        for (id = this.#variantOf(slugNumber, n); isUsed[id] === 1; id = this.#variantOf(slugNumber, n)) n++;
        next.set(slugNumber, n + 1);
      }
      isUsed = widened(isUsed, id + 1);
      isUsed[id] = 1;
      let entity = this.#entityOf[handle]!;
      if (this.#idOf[handle] !== id) {
        entity = entity.called(this.#slugAt[id]!);
        this.#entityOf[handle] = entity;
        this.#idOf[handle] = id;
      }
      entities[i] = entity;
      if (i % 1024 === 0) yield;
    }
    return entities;
  }

  /** Makes an entity of units. @returns its handle */
  #linked(
    units: readonly number[],
    articles: readonly AnnotatedArticle[],
    rankOf: Int32Array,
    claimed: Set<number>,
    renamed: Set<number>,
  ): number {
    let handle = -1;
    for (const u of units) {
      const old = this.#handleOf(u);
      if (old < 0 || claimed.has(old)) continue;
      handle = old;
      break;
    }
    if (handle < 0) handle = this.#nextHandle++;
    claimed.add(handle);
    const facts = this.#factsOf(units, articles, rankOf);
    const term = nameTermOf(facts.name);
    const isRenamed = this.#terms[handle] !== term;
    this.#terms[handle] = term;
    const name = slug(facts.name);
    let count = 0;
    for (const u of units) {
      count += this.#mentions[u]!;
      if (isRenamed || this.#handleOf(u) !== handle) renamed.add(this.#articles[u]!);
      this.#handles[u] = handle + 1;
    }
    this.#put(handle, new LinkedEntity(name, facts, rankOf), this.#slugNumber(name), count);
    this.#sizes[handle] = units.length;
    return handle;
  }

  #factsOf(units: readonly number[], articles: readonly AnnotatedArticle[], rankOf: Int32Array): Facts {
    const forms = new Map<string, number>();
    const types = new Map<EntityType, number>();
    for (const u of units) {
      this.#units.eachForm(u, (form, count) => forms.set(form, (forms.get(form) ?? 0) + count));
      const its = this.#units.typeOf(u);
      types.set(its, (types.get(its) ?? 0) + this.#mentions[u]!);
    }
    const aliases = aliasesOf(forms);
    const type = mostFrequent(types);
    const role = type === 'person' ? this.#bestRole(units, articles, rankOf) : undefined;
    return { name: bestName(aliases, type), type, aliases, role, places: this.#placesOf(units) };
  }

  /** What a person is called besides the name: what has the most words, of those the first. */
  #bestRole(units: readonly number[], articles: readonly AnnotatedArticle[], rankOf: Int32Array): Role | undefined {
    let best: Role | undefined;
    for (const u of units) {
      // What an article takes for a thing may be a person elsewhere.
      const isPerson = this.#kinds[u] === 0;
      const role = isPerson ? this.#roles[u] : this.#roleOfThing(u, articles, rankOf);
      if (!role) continue;
      const isFirst = best && role.words === best.words && role.article === best.article && role.item < best.item;
      if (!best || role.words > best.words || isFirst) best = role;
    }
    return best;
  }

  #roleOfThing(u: number, articles: readonly AnnotatedArticle[], rankOf: Int32Array): Role | undefined {
    return this.#roleOf(u, this.#units.itemsOf(u), articles[rankOf[this.#articles[u]!]!]!);
  }

  /** The mentions of units as they are now. */
  #placesOf(units: readonly number[]): readonly number[] {
    // Lists that grow take more room than they need, and there are as many as entities.
    const places = new Array<number>(units.reduce((size, u) => size + 2 + this.#mentions[u]!, 0));
    let at = 0;
    for (const u of units) {
      const items = this.#units.itemsOf(u);
      places[at++] = this.#articles[u]!;
      places[at++] = items.length;
      for (let i = 0; i < items.length; i++) places[at++] = items[i]!;
    }
    return places;
  }
}

/**
 * Whether numbers are those of articles, each with how many items follow, and these.
 *
 * @param mentions of each article a column as long as it has mentions
 */
function arePlaces(places: Int32Array, mentions: readonly Int32Array[]): boolean {
  let at = 0;
  while (at < places.length) {
    const items = mentions[places[at++]!]?.length ?? 0;
    const end = at + 1 + (places[at++] ?? -1);
    if (end < at || end > places.length) return false;
    for (; at < end; at++) if (!(places[at]! >= 0 && places[at]! < items)) return false;
  }
  return true;
}

/** Names in the order of their numbers. */
function* carriedNumbers(by: Carrier, numbers: Map<string, number>): Paused<void> {
  const names = by.strings([...numbers.keys()]);
  yield;
  for (let i = numbers.size; i < names.length; i++) {
    numbers.set(names[i]!, i);
    if (i % OFTEN === 0) yield;
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

/** The entities of articles. */
export function linkEntities(articles: readonly AnnotatedArticle[]): readonly Entity[] {
  return atOnce(linkingEntities(articles));
}

/** The same with pauses. */
export function* linkingEntities(articles: readonly AnnotatedArticle[]): Paused<readonly Entity[]> {
  const linking = new EntityLinking();
  for (const [i, annotated] of articles.entries()) {
    linking.set(i, annotated);
    yield;
  }
  return (yield* linking.settle(articles, asTheyStand(articles.length), () => false)).entities;
}
