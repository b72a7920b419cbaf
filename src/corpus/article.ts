import type { Article, Fact } from '../model.ts';
import { clean } from './clean.ts';
import type { FoundFile } from './discover.ts';
import type { Given } from './given.ts';
import { infer } from './infer.ts';
import { factsOf, type ManifestEntry } from './manifest.ts';
import { bylineLead } from './signature.ts';

/**
 * One article from what its format gives. What a manifest declares goes before what the file declares, and that
 * before what its layout, its credits and its name let one infer.
 */
export function articleOf(
  file: FoundFile,
  given: Given,
  entry?: ManifestEntry,
): { readonly article: Article; readonly problems: readonly string[] } {
  const { text } = given;
  const cleaned = clean(text, given.body, given.blocks);
  const manifest = entry ? factsOf(entry, text) : { facts: {}, problems: [] };
  const lead = cleaned.paragraphs.find(({ kind }) => kind === 'body');

  const fromLayout = (span: { start: number; end: number } | null, says: string, cut = 0): Fact | null => {
    if (!span) return null;
    const at = { start: span.start + cut, end: span.end };
    const evidence = [{ says, from: 'text' as const, span }];
    return { value: text.slice(at.start, at.end), how: 'inferred', confidence: 0.8, evidence, span: at };
  };
  const date: Fact | null = cleaned.date && {
    value: cleaned.date.day,
    how: 'inferred',
    confidence: 0.9,
    evidence: [{ says: 'a date field at the head of the file', from: 'text', span: cleaned.date }],
  };
  const facts = { ...given.facts, ...manifest.facts };
  const leftOut = [...given.leftOut, ...cleaned.leftOut].sort((a, b) => a.start - b.start);
  const byline =
    facts.byline ?? fromLayout(cleaned.byline, 'a line that starts with “By”', bylineLead(text, cleaned.byline));
  const inferred = infer({ text, path: file.path, lead, leftOut, byline });
  const problems = [
    ...(given.trouble ? [given.trouble] : []),
    ...manifest.problems.map((says) => `the manifest: ${says}`),
  ];
  return {
    problems,
    article: {
      path: given.part === undefined ? file.path : `${file.path}#${given.part}`,
      file: file.file,
      text,
      ...(given.textIs === undefined ? {} : { textIs: given.textIs }),
      headline: facts.headline ?? fromLayout(cleaned.headline, 'a line of its own above the text'),
      byline,
      outlet: facts.outlet ?? inferred.outlet,
      origin: facts.origin ?? inferred.origin,
      date: facts.date ?? date ?? inferred.date,
      ...(inferred.dateline ? { dateline: inferred.dateline } : {}),
      language: entry?.language ?? given.language ?? 'und',
      paragraphs: cleaned.paragraphs,
      leftOut,
    },
  };
}
