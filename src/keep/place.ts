import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder for what the user made with the program (XDG Base Directory Specification 0.8: `$XDG_DATA_HOME`, where
 * that is an absolute path, else `~/.local/share`); undefined where there is no home.
 */
export function dataFolder(env: NodeJS.ProcessEnv): string | undefined {
  return folderOf(env, 'XDG_DATA_HOME', '.local', 'share');
}

/** The folder for what can be made again: `$XDG_CACHE_HOME`, else `~/.cache`. */
export function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  return folderOf(env, 'XDG_CACHE_HOME', '.cache');
}

/** The folder for what a session leaves behind that is no loss: `$XDG_STATE_HOME`, else `~/.local/state`. */
export function stateFolder(env: NodeJS.ProcessEnv): string | undefined {
  return folderOf(env, 'XDG_STATE_HOME', '.local', 'state');
}

/** The folder for how the user wants the program: `$XDG_CONFIG_HOME`, else `~/.config`. */
export function configFolder(env: NodeJS.ProcessEnv): string | undefined {
  return folderOf(env, 'XDG_CONFIG_HOME', '.config');
}

function folderOf(env: NodeJS.ProcessEnv, variable: string, ...below: readonly string[]): string | undefined {
  const given = env[variable];
  if (given && isAbsolute(given)) return join(given, 'crisis-tui');
  const home = env['HOME'] ?? (process.platform === 'win32' ? homedir() : undefined);
  return home && isAbsolute(home) ? join(home, ...below, 'crisis-tui') : undefined;
}

/**
 * A name for a corpus by the folders and files it was opened from, the same however they were written; undefined where
 * some of it is nowhere to be found again: standard input, a pattern.
 */
export function corpusName(paths: readonly string[]): string | undefined {
  if (!paths.every((path) => existsSync(path))) return undefined;
  const real = paths.map((path) => realpathSync(path)).sort();
  const last =
    real[0]
      ?.split(/[\\/]/)
      .at(-1)
      ?.replaceAll(/[^\w.-]+/g, '-') ?? '';
  return `${last.slice(0, 40)}-${createHash('sha256').update(real.join('\n')).digest('hex').slice(0, 12)}`;
}
