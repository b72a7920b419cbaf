import type { Alias, Entity, EntityType, Ref } from '../../model.ts';
import type { Role } from './roles.ts';

/** What an entity is, but for its id. */
export interface Facts extends Pick<Entity, 'name' | 'type' | 'aliases'> {
  /** What a person is called besides the name. */
  readonly role: Role | undefined;
  /** Of each unit the number of its article, how many mentions it has, and these: all as it was when it was linked. */
  readonly places: ArrayLike<number>;
}

/** An entity whose mentions are made when they are asked for. It cannot be spread. */
export class LinkedEntity implements Entity {
  readonly id: string;
  readonly #facts: Facts;
  /** Of each article its place in the order. */
  readonly #rankOf: Int32Array;
  #mentions: readonly Ref[] | undefined;

  constructor(id: string, facts: Facts, rankOf: Int32Array) {
    this.id = id;
    this.#facts = facts;
    this.#rankOf = rankOf;
  }

  get name(): string {
    return this.#facts.name;
  }

  get type(): EntityType {
    return this.#facts.type;
  }

  get aliases(): readonly Alias[] {
    return this.#facts.aliases;
  }

  get places(): ArrayLike<number> {
    return this.#facts.places;
  }

  get role(): Role | undefined {
    return this.#facts.role;
  }

  get description(): Entity['description'] {
    const { role } = this.#facts;
    return role && { article: this.#rankOf[role.article]!, start: role.start, end: role.end };
  }

  get mentions(): readonly Ref[] {
    this.#mentions ??= this.#made();
    return this.#mentions;
  }

  /** The same by another id. */
  called(id: string): LinkedEntity {
    return new LinkedEntity(id, this.#facts, this.#rankOf);
  }

  /** The same where articles have other places in the order. */
  moved(rankOf: Int32Array): LinkedEntity {
    return new LinkedEntity(this.id, this.#facts, rankOf);
  }

  #made(): readonly Ref[] {
    const { places } = this.#facts;
    const mentions: Ref[] = [];
    let last: Ref | undefined;
    let isOrdered = true;
    for (let at = 0; at < places.length; at += 2 + places[at + 1]!) {
      const article = this.#rankOf[places[at]!]!;
      for (let i = at + 2; i < at + 2 + places[at + 1]!; i++) {
        const item = places[i]!;
        if (last?.article === article && last.item > item) isOrdered = false;
        last = { article, item };
        mentions.push(last);
      }
    }
    return isOrdered ? mentions : mentions.sort((a, b) => a.article - b.article || a.item - b.item);
  }
}
