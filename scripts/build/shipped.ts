// What is known of the bundled articles, for dist/: read, analysed and linked as anybody's are.
import { fileURLToPath } from 'node:url';
import { shippedBytes } from '../../src/cli/shipped.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { buildIndex } from '../../src/index/build.ts';

/** @throws where an article could not be read */
export async function shippedSeeds(): Promise<Uint8Array> {
  const folder = fileURLToPath(new URL('../../seeds', import.meta.url));
  const { articles, problems } = await readCorpus([folder]);
  for (const { file, says } of problems) throw new Error(`${file} ${says}`);
  return shippedBytes(folder, buildIndex(articles));
}
