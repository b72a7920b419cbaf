import type { AnnotatedArticle, Entity, Story } from '../model.ts';
import { averageLinkage, type Links } from './grouping/average-linkage.ts';
import { atOnce, mapped, type Paused } from './paused.ts';
import { likenesses } from './stories/likeness.ts';

/** Picked on the `dev` halves of wikinews_clusters, ecbplus, basil and newswcl50 together: one setting for all. */
const LINKAGE = { strongest: 0.4, size: 0.1, least: 0.15, cohesion: 0.4 };
/** How like its nearest neighbours an article is, is measured over so many of them. */
const NEIGHBOURS = 6;
/** How much being like everything counts against being like one thing: 0 not at all, 1 wholly. */
const CROWDING = 0.45;
/** How like its neighbours an article of an ordinary folder is: what crowding is measured against. */
const ORDINARY = 0.25;

/**
 * Groups articles by the event that they cover: TF-IDF of words, lead and names, with dates as evidence; the likeness
 * of two articles is scaled by that of each to its neighbours (local scaling, Zelnik-Manor & Perona 2004), for in the
 * thick of one crisis all are alike and elsewhere little is; average linkage over the links that remain.
 *
 * @returns stories, largest first; every article is in exactly one
 */
export function groupStories(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): readonly Story[] {
  return atOnce(groupingStories(articles, entities));
}

/** The same with pauses. */
export function* groupingStories(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): Paused<readonly Story[]> {
  const links = yield* likenesses(articles, entities);
  const groups = yield* averageLinkage(articles.length, yield* scaled(articles.length, links), LINKAGE);
  const central = centrality(groups, links, articles.length);
  return [...groups]
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .map((members, i) => ({ id: `story-${i + 1}`, label: labelOf(articles, members, central), articles: members }));
}

function* scaled(count: number, { a, b, confidence }: Links): Paused<Links> {
  const nearest: number[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < a.length; i++) {
    nearest[a[i]!]!.push(confidence[i]!);
    nearest[b[i]!]!.push(confidence[i]!);
  }
  const crowding = yield* mapped(nearest, (its) => {
    const top = its.sort((x, y) => y - x).slice(0, NEIGHBOURS);
    return 0.02 + top.reduce((sum, like) => sum + like, 0) / NEIGHBOURS;
  });
  const bySurroundings = confidence.map(
    (its, i) => its * (ORDINARY / Math.sqrt(crowding[a[i]!]! * crowding[b[i]!]!)) ** CROWDING,
  );
  yield;
  return { a, b, confidence: bySurroundings };
}

/** A label is cut at the end of the last word before so many characters. */
const LABEL_LENGTH = 100;

/**
 * The headline of the article that is most like the others of its story; of those that have one, so that a story of
 * which any article has a headline is called by it. Without any, the start of the text.
 */
function labelOf(articles: readonly AnnotatedArticle[], members: readonly number[], central: Float64Array): string {
  const byCentrality = [...members].sort((a, b) => central[b]! - central[a]! || a - b);
  const headline = byCentrality.map((i) => articles[i]!.article.headline?.value.trim()).find((its) => its);
  if (headline) return headline;
  const { text, paragraphs } = articles[byCentrality[0]!]!.article;
  const first = paragraphs[0];
  const opening = first ? text.slice(first.start, first.end).replace(/\s+/g, ' ') : '';
  if (opening.length <= LABEL_LENGTH) return opening;
  return `${opening.slice(0, opening.lastIndexOf(' ', LABEL_LENGTH))}…`;
}

/** Per article, how like the others of its story it is. */
function centrality(groups: readonly (readonly number[])[], { a, b, confidence }: Links, count: number): Float64Array {
  const groupOf = new Int32Array(count);
  groups.forEach((members, group) => {
    for (const member of members) groupOf[member] = group;
  });
  const central = new Float64Array(count);
  for (let i = 0; i < a.length; i++) {
    if (groupOf[a[i]!] !== groupOf[b[i]!]) continue;
    central[a[i]!]! += confidence[i]!;
    central[b[i]!]! += confidence[i]!;
  }
  return central;
}
