import {
  type Alias,
  ENTITY_TYPES,
  type Entity,
  type EntityType,
  type Ref,
  type Span,
  type Utterance,
} from '../../model.ts';
import { utteranceId } from '../utterances.ts';
import type { Places } from './places.ts';
import type { Strings } from './strings.ts';

/** What is known of all entities, in columns. */
export interface EntityColumns {
  readonly ids: Strings;
  readonly names: Strings;
  /** Numbers of {@link ENTITY_TYPES}. */
  readonly types: Int32Array;
  /** Where the spellings of each end. */
  readonly aliasEnds: Int32Array;
  readonly spellings: Strings;
  readonly counts: Int32Array;
  /** Of each article, start and end of what it is called besides; -1 for nothing. */
  readonly roles: Int32Array;
  readonly mentions: Places;
}

/** An entity whose parts are made when they are asked for. It cannot be spread: {@link entityDraft} copies one. */
export class StoredEntity implements Entity {
  readonly #columns: EntityColumns;
  readonly #i: number;

  constructor(columns: EntityColumns, i: number) {
    this.#columns = columns;
    this.#i = i;
  }

  get id(): string {
    return this.#columns.ids.at(this.#i);
  }

  get name(): string {
    return this.#columns.names.at(this.#i);
  }

  get type(): EntityType {
    return ENTITY_TYPES[this.#columns.types[this.#i]!]!;
  }

  get aliases(): readonly Alias[] {
    const { aliasEnds, spellings, counts } = this.#columns;
    const aliases: Alias[] = [];
    for (let at = this.#i === 0 ? 0 : aliasEnds[this.#i - 1]!; at < aliasEnds[this.#i]!; at++)
      aliases.push({ text: spellings.at(at), count: counts[at]! });
    return aliases;
  }

  get mentions(): readonly Ref[] {
    return this.#columns.mentions.refs(this.#i);
  }

  get description(): (Span & { readonly article: number }) | undefined {
    const [article, start, end] = this.#columns.roles.subarray(3 * this.#i, 3 * this.#i + 3) as unknown as Role;
    return article < 0 ? undefined : { article, start, end };
  }
}

type Role = readonly [number, number, number];

/** An entity with parts that can be changed, however it is kept. */
export function entityDraft(entity: Entity): { -readonly [Part in keyof Entity]: Entity[Part] } {
  const { id, name, type, aliases, mentions, hidden, description } = entity;
  return { id, name, type, aliases, mentions, ...(hidden && { hidden }), ...(description && { description }) };
}

/** An utterance whose parts are made when they are asked for. */
export class StoredUtterance implements Utterance {
  readonly #quotes: Places;
  readonly #confidences: Float64Array;
  readonly #i: number;

  constructor(quotes: Places, confidences: Float64Array, i: number) {
    this.#quotes = quotes;
    this.#confidences = confidences;
    this.#i = i;
  }

  get id(): string {
    return utteranceId(this.#quotes.first(this.#i));
  }

  get quotes(): readonly Ref[] {
    return this.#quotes.refs(this.#i);
  }

  get confidence(): number {
    return this.#confidences[this.#i]!;
  }
}
