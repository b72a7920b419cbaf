import { join } from 'node:path';
import { stateFolder } from './place.ts';
import { writeWhole } from './whole.ts';

/**
 * Keeps what is known of a fault of the program, so that it can be told of: what was thrown and where, and what it ran
 * on. Nothing of what was read gets in, but for what the error says of it.
 *
 * @returns the file; undefined where nothing can be written
 */
export function keepFault(
  error: unknown,
  version: string,
  env: NodeJS.ProcessEnv,
  now = new Date(),
): string | undefined {
  const folder = stateFolder(env);
  if (folder === undefined) return undefined;
  const file = join(folder, `fault-${now.toISOString().replaceAll(/[:.]/g, '-')}.txt`);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const about = `crisis-tui ${version}, Node ${process.version}, ${process.platform} ${process.arch}, ${now.toISOString()}`;
  try {
    writeWhole(file, `${about}\nTERM=${env['TERM'] ?? ''}\n\n${details}\n`);
    return file;
  } catch {
    return undefined;
  }
}
