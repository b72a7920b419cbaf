import * as v from 'valibot';
import { type Alias, type AnnotatedArticle, type Article, ENTITY_TYPES, type Entity, type Ref } from '../model.ts';
import { type Index, inverseOf } from './access.ts';
import { articleWith } from './stored/article.ts';
import { entityDraft } from './stored/listed.ts';

const Name = v.pipe(v.string(), v.minLength(1));

/**
 * What a reader corrected by hand. Entities are named as the screen names them (or by any of their spellings), quotes
 * by their file and place, so that a person can read and edit the file, and it holds when articles are added.
 */
export const CorrectionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('merge'), entity: Name, into: Name }),
  v.strictObject({ kind: v.literal('split'), entity: Name, spelling: Name }),
  v.strictObject({ kind: v.literal('rename'), entity: Name, name: Name }),
  v.strictObject({ kind: v.literal('retype'), entity: Name, type: v.picklist(ENTITY_TYPES) }),
  v.strictObject({ kind: v.literal('hide'), entity: Name }),
  v.strictObject({
    kind: v.literal('speaker'),
    path: Name,
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** The words at that place when it was corrected: where the file has others now, the correction is not applied. */
    text: Name,
    /** `null`: it is not known who speaks. */
    speaker: v.nullable(Name),
  }),
  v.strictObject({ kind: v.literal('outlet'), path: Name, outlet: Name }),
]);
export type Correction = v.InferOutput<typeof CorrectionSchema>;

/** An index with corrections applied, and in words what could not be. */
export interface Corrected {
  readonly index: Index;
  readonly problems: readonly string[];
}

/**
 * Applies corrections, in their order, to an index that has none. Stories and utterances stay as they are: they
 * were found without the names that are corrected here.
 */
export function corrected(index: Index, corrections: readonly Correction[]): Corrected {
  if (corrections.length === 0) return { index, problems: [] };
  const problems: string[] = [];
  const articles = corrections.reduce(
    (all, correction) =>
      correction.kind === 'outlet' ? withOutlet(all, correction.path, correction.outlet, problems) : all,
    index.articles,
  );
  const edit = new EntityEdit(index);
  for (const correction of corrections) {
    const problem = edit.apply(correction);
    if (problem !== undefined) problems.push(problem);
  }
  const entities = edit.entities();
  const entityOf = inverseOf(
    articles.map(({ annotations }) => annotations.mentions.length),
    entities.map(({ mentions }) => mentions),
  );
  const speakers = followedSpeakers(index, articles, entityOf);
  for (const correction of corrections) {
    if (correction.kind !== 'speaker') continue;
    const ref = quoteAtPlace(articles, correction.path, correction.start, correction.text);
    const entity = entities.indexOf(called(entities, correction.speaker ?? '')!);
    if (!ref) problems.push(`${correction.path} has no quote “${correction.text}” at ${correction.start} any more`);
    else if (correction.speaker !== null && entity < 0)
      problems.push(`nobody is called ${correction.speaker} any more`);
    else speakers.set(`${ref.article} ${ref.item}`, correction.speaker === null ? null : entity);
  }
  const told = problems.map((problem) => `a correction was not applied: ${problem}`);
  return { index: { ...index, articles, entities, entityOf, speakers }, problems: told };
}

/**
 * Who speaks where the correction of an entity says so: a quote whose speaker's words beside it name another entity now
 * than the speaker's fullest name does is by the one beside it.
 */
function followedSpeakers(
  { entityOf: before }: Index,
  articles: readonly AnnotatedArticle[],
  after: readonly Int32Array[],
): Map<string, number | null> {
  const speakers = new Map<string, number | null>();
  articles.forEach(({ annotations: { quotes, mentions } }, article) => {
    quotes.forEach(({ speaker, speakerAsWritten: beside }, item) => {
      if (speaker.kind !== 'named' || !beside) return;
      const written = mentions.findIndex(({ start, end }) => start >= beside.start && end <= beside.end);
      const [was, is] = [before[article], after[article]];
      if (written < 0 || was?.[written] !== was?.[speaker.mention] || is?.[written] === is?.[speaker.mention]) return;
      speakers.set(`${article} ${item}`, is?.[written] ?? null);
    });
  });
  return speakers;
}

function isCalled({ name, aliases }: Pick<Entity, 'name' | 'aliases'>, wanted: string): boolean {
  return name === wanted || aliases.some(({ text }) => text === wanted);
}

/** The entity of a name: the one that is shown by it goes before those that are only spelt so somewhere. */
function called<E extends Pick<Entity, 'name' | 'aliases'>>(entities: readonly E[], name: string): E | undefined {
  return entities.find((entity) => entity.name === name) ?? entities.find((entity) => isCalled(entity, name));
}

function withOutlet(
  articles: readonly AnnotatedArticle[],
  path: string,
  outlet: string,
  problems: string[],
): readonly AnnotatedArticle[] {
  if (!articles.some(({ article }) => article.path === path)) problems.push(`there is no ${path} any more`);
  const evidence = [{ says: 'corrected by you', from: 'outside' as const }];
  const fact: Article['outlet'] = { value: outlet, how: 'corrected', confidence: 1, evidence };
  return articles.map((it) =>
    it.article.path === path ? { ...it, article: articleWith(it.article, { outlet: fact }) } : it,
  );
}

function quoteAtPlace(
  articles: readonly AnnotatedArticle[],
  path: string,
  start: number,
  text: string,
): Ref | undefined {
  const number = articles.findIndex(({ article }) => article.path === path);
  const found = articles[number];
  const item = found?.annotations.quotes.findIndex((quote) => quote.start === start) ?? -1;
  return item >= 0 && found?.article.text.startsWith(text, start) ? { article: number, item } : undefined;
}

type Draft = ReturnType<typeof entityDraft>;

/** Entities while they are corrected. */
class EntityEdit {
  readonly #index: Index;
  #drafts: Draft[];

  constructor(index: Index) {
    this.#index = index;
    this.#drafts = index.entities.map(entityDraft);
  }

  entities(): readonly Entity[] {
    return this.#drafts;
  }

  /** @returns why it could not be applied; undefined when it was */
  apply(correction: Correction): string | undefined {
    if (correction.kind === 'speaker' || correction.kind === 'outlet') return undefined;
    const draft = this.#called(correction.entity);
    if (!draft) return `nothing is called ${correction.entity} any more`;
    switch (correction.kind) {
      case 'rename':
        draft.name = correction.name;
        return undefined;
      case 'retype':
        draft.type = correction.type;
        return undefined;
      case 'hide':
        draft.hidden = true;
        return undefined;
      case 'merge':
        return this.#merge(draft, correction.into);
      case 'split':
        return this.#split(draft, correction.spelling);
    }
  }

  #called(name: string): Draft | undefined {
    return called(this.#drafts, name);
  }

  #merge(draft: Draft, into: string): string | undefined {
    const other = this.#called(into);
    if (!other) return `nothing is called ${into} any more`;
    if (other === draft) return undefined;
    other.mentions = [...other.mentions, ...draft.mentions].sort(before);
    other.aliases = this.#spellings(other.mentions);
    this.#drafts = this.#drafts.filter((it) => it !== draft);
    return undefined;
  }

  #split(draft: Draft, spelling: string): string | undefined {
    const written = (ref: Ref) => this.#written(ref) === spelling;
    const apart = draft.mentions.filter(written);
    if (apart.length === 0 || apart.length === draft.mentions.length)
      return `${draft.name} has no other spelling than ${spelling}`;
    draft.mentions = draft.mentions.filter((ref) => !written(ref));
    draft.aliases = this.#spellings(draft.mentions);
    if (draft.name === spelling) draft.name = draft.aliases[0]?.text ?? draft.name;
    const aliases = this.#spellings(apart);
    this.#drafts.push({
      id: `${draft.id}-apart-${this.#drafts.length}`,
      name: spelling,
      type: draft.type,
      aliases,
      mentions: apart,
    });
    return undefined;
  }

  #spellings(mentions: readonly Ref[]): readonly Alias[] {
    const counts = new Map<string, number>();
    for (const ref of mentions) counts.set(this.#written(ref), (counts.get(this.#written(ref)) ?? 0) + 1);
    return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
  }

  #written({ article, item }: Ref): string {
    const found = this.#index.articles[article];
    const mention = found?.annotations.mentions[item];
    return mention ? (found?.article.text.slice(mention.start, mention.end) ?? '') : '';
  }
}

function before(a: Ref, b: Ref): number {
  return a.article - b.article || a.item - b.item;
}
