import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import picomatch from 'picomatch';

/**
 * The paths that were given, as they are without links. What a link in a folder leads to is read only below one of them:
 * whoever packed the folder must not choose what else of this machine is read.
 */
export class Bounds {
  readonly #roots: readonly string[];

  constructor(paths: readonly string[]) {
    this.#roots = paths.flatMap((path) => realOf(path) ?? realOf(picomatch.scan(path).base || '.') ?? []);
  }

  /** Whether what a path leads to is one of those given, or below one; what is not there leads nowhere. */
  holdWhatIsAt(path: string): boolean {
    const real = realOf(path);
    return real === undefined || this.hold(real);
  }

  /** Whether a path without links is one of those given, or below one. */
  hold(real: string): boolean {
    return this.#roots.some((root) => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep));
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
