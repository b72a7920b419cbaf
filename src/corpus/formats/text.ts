import type { Given } from '../given.ts';

/** Plain text declares nothing: all of it is the article. */
export function readText(text: string): Given[] {
  return [{ text, body: { start: 0, end: text.length }, leftOut: [], facts: {} }];
}
