import { inMegabytes } from '../corpus/limits.ts';
import { CACHE_LIMIT, cachedFiles, clearCache } from '../keep/cache.ts';
import { cacheFolder } from '../keep/place.ts';

/**
 * Does what `crisis-tui cache WORD` asks for.
 *
 * @returns what to print, or what is wrong with the words
 */
export function cacheWords(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): { readonly prints: string } | { readonly refuses: string } {
  const folder = cacheFolder(env);
  const [word = 'info', ...more] = words;
  if (more.length > 0 || (word !== 'info' && word !== 'clear')) return { refuses: 'cache wants info or clear' };
  if (folder === undefined) return { prints: 'nothing is kept: there is no home folder; set XDG_CACHE_HOME\n' };
  if (word === 'clear') return { prints: `${inMegabytes(clearCache(env))} removed from ${folder}\n` };
  const files = cachedFiles(env);
  const size = files.reduce((sum, it) => sum + it.size, 0);
  const lines = files.map(
    (it) => `${inMegabytes(it.size).padStart(8)}  ${new Date(it.mtimeMs).toISOString().slice(0, 10)}  ${it.file}`,
  );
  return { prints: [...lines, `${inMegabytes(size)} of ${inMegabytes(CACHE_LIMIT)} in ${folder}`, ''].join('\n') };
}
