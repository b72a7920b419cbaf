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

/** An entity with the units that are it. */
interface Linked {
  /** In their order. */
  readonly units: readonly number[];
  /** The same as long as it is the same thing, whatever number it has in the index. */
  readonly handle: number;
  entity: LinkedEntity;
  /** How many mentions it has. */
  readonly count: number;
  /** Of the name, what ids are made of; and its number among all of them. */
  readonly slug: string;
  readonly slugNumber: number;
}

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
  readonly #of: (Linked | undefined)[] = [];
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
    this.#placesLong.carried(by);
    this.#othersLong.carried(by);
    yield;
    this.#units.carried(by);
    yield;
    const roles = by.column(packedRoles(this.#roles, this.#count));
    const before = [...new Set(this.#of.filter((its) => its !== undefined))];
    yield;
    const unitsOf = by.lists(before.map(({ units }) => units));
    yield;
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
    yield* this.#linkAgain(unitsOf, placesOf, unpackedEntities(entities, this.#strings), rankOf);
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

  *#linkAgain(
    unitsOf: readonly (readonly number[])[],
    placesOf: readonly Int32Array[],
    entities: Iterable<EntityParts>,
    rankOf: Int32Array,
  ): Paused<void> {
    const slugs = [...this.#slugs.keys()];
    yield;
    let i = 0;
    for (const { entity, ...its } of entities) {
      const units = unitsOf[i] ?? [];
      const slug = slugs[its.slugNumber]!;
      const places = placesOf[i++] ?? new Int32Array();
      mustHold(slug !== undefined && its.handle >= 0 && its.handle < this.#nextHandle);
      mustBeWithin(units, this.#count);
      mustHold(its.count === units.reduce((sum, u) => sum + this.#mentions[u]!, 0));
      mustHold(arePlaces(places, this.#unitOfMention));
      const facts = { ...entity, places };
      const linked: Linked = { ...its, units, slug, entity: new LinkedEntity(slug, facts, rankOf) };
      for (const u of units) this.#of[u] = linked;
      if (i % 256 === 0) yield;
    }
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
        unit.type === 'person' ? !isSameRole(role, this.#roles[u]) : this.#of[u]?.entity.type === 'person';
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

    const moved = new Uint8Array(rankOf.length);
    for (const article of itemAt) moved[article] = Number(hasMoved(article));
    const isAnyMoved = moved.includes(1);
    const renumbered = new Set(Array.from(this.#renumbered, (u) => this.#of[u]));
    const renamed = new Set(this.#changed);
    const linked: Linked[] = [];
    const claimed = new Set<number>();
    const { members, starts } = yield* this.#grouped(all, groups);
    for (let group = 0; group < starts.length - 1; group++) {
      const [start, end] = [starts[group]!, starts[group + 1]!];
      const known = this.#of[members[start]!];
      let its: Linked;
      if (known !== undefined && !renumbered.has(known) && isRun(known.units, members, start, end)) {
        its = known;
        if (isAnyMoved && this.#isAnyIn(known.units, moved)) its.entity = its.entity.moved(rankOf);
      } else its = this.#linked(Array.from(members.subarray(start, end)), articles, rankOf, claimed, renamed);
      linked.push(its);
      if (group % 256 === 0) yield;
    }
    for (const u of this.#gone) {
      this.#of[u] = undefined;
      this.#units.remove(u);
    }
    this.#free.push(...this.#gone);
    this.#gone = [];
    this.#renumbered.clear();
    this.#changed.clear();
    yield;
    const ordered = mostMentioned(linked);
    const entities = yield* this.#withIds(ordered);
    const numbers = new Int32Array(this.#count);
    for (let i = 0; i < ordered.length; i++) {
      const { units } = ordered[i]!;
      for (let k = 0; k < units.length; k++) numbers[units[k]!] = i;
      if (i % 1024 === 0) yield;
    }
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
    const handleOf = (article: number, mention: number) => this.#of[this.#unitOfMention[article]![mention]!]!.handle;
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

  #isAnyIn(units: readonly number[], articles: Uint8Array): boolean {
    for (let i = 0; i < units.length; i++) if (articles[this.#articles[units[i]!]!] === 1) return true;
    return false;
  }

  /** The units of each group behind each other, the groups in order of their first; where they begin, and where all end. */
  *#grouped(all: Int32Array, groups: Unions): Paused<{ readonly members: Int32Array; readonly starts: Int32Array }> {
    const numberOf = new Int32Array(this.#count).fill(-1);
    const roots = new Int32Array(all.length);
    const sizes = new Int32Array(all.length + 1);
    let count = 0;
    for (let i = 0; i < all.length; i++) {
      const root = groups.find(all[i]!);
      if (numberOf[root] === -1) numberOf[root] = count++;
      roots[i] = numberOf[root]!;
      sizes[roots[i]! + 1]!++;
      if (i % OFTEN === 0) yield;
    }
    const starts = sizes.slice(0, count + 1);
    for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
    const members = new Int32Array(all.length);
    const next = starts.slice();
    for (let i = 0; i < all.length; i++) {
      members[next[roots[i]!]!++] = all[i]!;
      if (i % OFTEN === 0) yield;
    }
    return { members, starts };
  }

  #slugNumber(name: string): number {
    let number = this.#slugs.get(name);
    if (number === undefined) {
      number = this.#slugs.size;
      this.#slugs.set(name, number);
    }
    return number;
  }

  /** Ids are the slugs of the names; of several with one slug those after the first get a number. */
  *#withIds(linked: readonly Linked[]): Paused<readonly Entity[]> {
    const used = new Set<number>();
    const isUsed = new Uint8Array(this.#slugs.size);
    /** Of each slug the number that the next one with it may get: those below are given. */
    const next = new Map<number, number>();
    const entities: Entity[] = [];
    for (const its of linked) {
      let id = its.slug;
      let number = its.slugNumber;
      let n = isUsed[number] === 1 ? (next.get(number) ?? 2) : 1;
      for (; number < isUsed.length ? isUsed[number] === 1 : used.has(number); n++) {
        id = `${its.slug}-${n}`;
        number = this.#slugNumber(id);
      }
      if (n > 1) next.set(its.slugNumber, n);
      if (number < isUsed.length) isUsed[number] = 1;
      else used.add(number);
      if (its.entity.id !== id) its.entity = its.entity.called(id);
      entities.push(its.entity);
      if (entities.length % 1024 === 0) yield;
    }
    return entities;
  }

  #linked(
    units: readonly number[],
    articles: readonly AnnotatedArticle[],
    rankOf: Int32Array,
    claimed: Set<number>,
    renamed: Set<number>,
  ): Linked {
    let handle = -1;
    for (const u of units) {
      const old = this.#of[u]?.handle;
      if (old === undefined || claimed.has(old)) continue;
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
    const count = units.reduce((sum, u) => sum + this.#mentions[u]!, 0);
    const slugNumber = this.#slugNumber(name);
    const entity = new LinkedEntity(name, facts, rankOf);
    const its: Linked = { units, handle, entity, count, slug: name, slugNumber };
    for (const u of units) {
      if (isRenamed || this.#of[u]?.handle !== handle) renamed.add(this.#articles[u]!);
      this.#of[u] = its;
    }
    return its;
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

function isRun(units: ArrayLike<number>, members: Int32Array, start: number, end: number): boolean {
  if (units.length !== end - start) return false;
  for (let i = 0; i < units.length; i++) if (units[i] !== members[start + i]) return false;
  return true;
}

/** The most mentioned first, of equals those of the first mention; given in order of first mention. */
function mostMentioned(linked: readonly Linked[]): readonly Linked[] {
  const most = linked.reduce((so, { count }) => Math.max(so, count), 0);
  const next = new Int32Array(most + 2);
  for (const { count } of linked) next[most - count + 1]!++;
  for (let i = 0; i <= most; i++) next[i + 1]! += next[i]!;
  const ordered = new Array<Linked>(linked.length);
  for (const its of linked) ordered[next[most - its.count]!++] = its;
  return ordered;
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
