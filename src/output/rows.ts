import { type Index, speakerOf } from '../index/access.ts';
import type { Article, Fact } from '../model.ts';

/** One line of output: what DESIGN.md §6 lists for each command. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of the quotes, article by article in order of place. */
export function* quoteRows(index: Index): Generator<Row> {
  for (const [a, { article, annotations }] of index.articles.entries()) {
    for (const [item, quote] of annotations.quotes.entries()) {
      const who = speakerOf(index, { article: a, item });
      const words = (span: { start: number; end: number } | null) => span && article.text.slice(span.start, span.end);
      yield {
        path: article.path,
        start: quote.start,
        end: quote.end,
        text: quote.spans.map(words).join(' … '),
        kind: quote.kind,
        speaker: who.name,
        speakerAsWritten: words(quote.speakerAsWritten),
        anonymous: who.kind === 'anonymous',
        cue: words(quote.cue),
        spans: quote.spans.map(({ start, end }) => [start, end]),
        utterance: index.utterances[index.utteranceOf[a]?.[item] ?? -1]?.id ?? null,
        outlet: article.outlet?.value ?? null,
        how: who.how,
        confidence: quote.confidence,
      };
    }
  }
}

/** Rows of the mentions of entities, article by article in order of place. */
export function* mentionRows(index: Index): Generator<Row> {
  for (const [a, { article, annotations }] of index.articles.entries()) {
    for (const [item, mention] of annotations.mentions.entries()) {
      yield {
        path: article.path,
        start: mention.start,
        end: mention.end,
        text: article.text.slice(mention.start, mention.end),
        type: mention.type === 'organization' ? 'ORG' : mention.type.toUpperCase(),
        entity: index.entities[index.entityOf[a]?.[item] ?? -1]?.id ?? null,
        name: index.entities[index.entityOf[a]?.[item] ?? -1]?.name ?? null,
      };
    }
  }
}

/** Rows of the entities, in the index's order. */
export function* entityRows(index: Index): Generator<Row> {
  for (const { id, name, type, aliases, mentions } of index.entities) {
    const outlets = new Set(mentions.map(({ article }) => index.articles[article]?.article.outlet?.value ?? null));
    yield { entity: id, name, type, aliases, mentions: mentions.length, outlets: [...outlets] };
  }
}

/** Rows of the articles. */
export function* articleRows(index: Index): Generator<Row> {
  for (const [a, { article }] of index.articles.entries()) {
    const text = bodyText(article);
    yield {
      path: article.path,
      headline: article.headline?.value ?? null,
      byline: article.byline?.value ?? null,
      outlet: factRow(article.outlet, 'name'),
      origin: article.origin?.value ?? null,
      dateline: article.dateline?.value ?? null,
      date: article.date?.value ?? null,
      language: article.language,
      words: text.split(/\s+/).filter(Boolean).length,
      text,
      story: index.stories[index.storyOf[a] ?? -1]?.id ?? null,
      textIs: article.textIs ?? 'the file as decoded',
      leftOut: article.leftOut,
    };
  }
}

/** Rows of the sentences. */
export function* sentenceRows(index: Index): Generator<Row> {
  for (const { article, annotations } of index.articles)
    for (const { start, end } of annotations.sentences) yield { path: article.path, start, end };
}

/** The article's own text: its paragraphs, an empty line between. */
function bodyText(article: Article): string {
  return article.paragraphs
    .filter(({ kind }) => kind !== 'headline')
    .map(({ start, end }) => article.text.slice(start, end))
    .join('\n\n');
}

function factRow(fact: Fact | null, key: string): Row | null {
  if (!fact) return null;
  return {
    [key]: fact.value,
    how: fact.how,
    evidence: fact.evidence.map(({ says }) => says),
    confidence: fact.confidence,
  };
}
