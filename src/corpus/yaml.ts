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
  // And that it shows each mistake in its line takes long where there are many in one: where the first is, is enough.
  const document = parseDocument(text, {
    logLevel: 'error',
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const wrong = (what: string, at: number) => {
    const { line, col } = lines.linePos(at);
    return new Error(`${what} at line ${line}, column ${col}`);
  };
  const [error] = document.errors;
  if (error) throw wrong(error.message, error.pos[0]);
  visit(document, {
    Map(_, { items }) {
      const met = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (met.has(key.value)) throw wrong('Map keys must be unique', key.range?.[0] ?? 0);
        met.add(key.value);
      }
    },
  });
  return document.toJS({ maxAliasCount: MOST_ALIASES });
}
