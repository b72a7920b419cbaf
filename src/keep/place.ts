import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/**
 * The folder for what the user made with the program (XDG Base Directory Specification 0.8: `$XDG_DATA_HOME`, where
 * that is an absolute path, else `~/.local/share`); undefined where there is no home.
 */
export function dataFolder(env: NodeJS.ProcessEnv): string | undefined {
  const given = env['XDG_DATA_HOME'];
  if (given && isAbsolute(given)) return join(given, 'crisis-tui');
  const home = env['HOME'] ?? (process.platform === 'win32' ? homedir() : undefined);
  return home && isAbsolute(home) ? join(home, '.local', 'share', 'crisis-tui') : undefined;
}

/** A name for a corpus by the folders and files it was opened from, the same however they were written. */
export function corpusName(paths: readonly string[]): string {
  const real = paths.map(realOf).sort();
  const last =
    real[0]
      ?.split(/[\\/]/)
      .at(-1)
      ?.replaceAll(/[^\w.-]+/g, '-') ?? '';
  return `${last.slice(0, 40)}-${createHash('sha256').update(real.join('\n')).digest('hex').slice(0, 12)}`;
}

/** A pattern of files and standard input are no path that is there. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
