import { lstatSync, realpathSync } from 'node:fs';

/**
 * Why a file cannot be the output, in words; undefined when it can.
 *
 * @param force an existing file may be replaced
 */
export function whyNot(file: string, force: boolean): string | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!(lstatOfTarget(file) ?? found).isFile()) return `${file} is not a file`;
  return force ? undefined : `${file} is there already; --force replaces it`;
}

/** What a path leads to in the end; undefined when that is nothing. */
export function lstatOfTarget(file: string) {
  try {
    return lstatSync(realpathSync(file));
  } catch {
    return undefined;
  }
}
