import { isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** What an anchor stands for is repeated no more often: a few lines could become all of the memory. */
const MOST_ALIASES = 20;

/**
 * What a YAML text says, as plain values. No warnings are printed, for what stands in the file would go to the terminal;
 * no key is a map itself, for keys of keys take for ever.
 *
 * @throws Error where it is no YAML, or a map has a key twice
 */
export function parsedYaml(text: string): unknown {
  const lines = new LineCounter();
  // Whether keys are there twice is looked for below: the library compares each with each.
  const document = parseDocument(text, { logLevel: 'error', stringKeys: true, uniqueKeys: false, lineCounter: lines });
  const [error] = document.errors;
  if (error) throw error;
  visit(document, {
    Map(_, { items }) {
      const met = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (met.has(key.value))
          throw new Error(`Map keys must be unique at line ${lines.linePos(key.range?.[0] ?? 0).line}`);
        met.add(key.value);
      }
    },
  });
  return document.toJS({ maxAliasCount: MOST_ALIASES });
}
