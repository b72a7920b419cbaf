// The weights of the name recogniser as a file of bytes beside the program: as text they take a third more room, and
// have to be parsed.
import { writeFileSync } from 'node:fs';

const FILE = 'weights.bin';
const SOURCE = new URL('../../src/language/names/weights.js', import.meta.url);

/** Writes the file. @returns its name */
export async function writeWeights(folder) {
  const { WEIGHTS } = await import(SOURCE.href);
  writeFileSync(`${folder}/${FILE}`, Buffer.from(WEIGHTS, 'base64'));
  return FILE;
}

/** An esbuild plugin: the bundled program reads that file. */
export const weights = {
  name: 'weights',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]language[\\/]names[\\/]bytes\.ts$/ }, async () => {
      const { HASH } = await import(SOURCE.href);
      return {
        contents: `
          import { readFileSync } from 'node:fs';
          export const HASH = ${HASH};
          // A copy begins at the start of its buffer, as the columns in it must.
          export const weightBytes = () => new Uint8Array(readFileSync(new URL('${FILE}', import.meta.url)));
        `,
      };
    });
  },
};
