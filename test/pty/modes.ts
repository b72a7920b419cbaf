import type { Terminal as Emulator } from '@xterm/headless';

/** The private modes (`CSI ? n h`) that programs for a full screen use, by the name a person knows. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'application cursor keys'],
  [7, 'line wrap'],
  [25, 'cursor'],
  [47, 'alternate screen'],
  [1000, 'mouse'],
  [1002, 'mouse'],
  [1003, 'mouse'],
  [1004, 'focus events'],
  [1006, 'mouse coordinates'],
  [1047, 'alternate screen'],
  [1049, 'alternate screen'],
  [2004, 'bracketed paste'],
  [2026, 'synchronized output'],
]);
/** Modes that a fresh terminal has on. */
const ON_AT_FIRST: ReadonlySet<number> = new Set([7, 25]);

/**
 * Listens for modes being switched, and tells which of them are not as they were in a fresh terminal.
 *
 * @returns a function that lists them: `cursor off`, `mouse on`, `key protocol pushed`; sorted, each once
 */
export function watchModes(emulator: Emulator): () => string[] {
  const changed = new Set<number>();
  let keyProtocols = 0;
  let titles = 0;
  const switched = (on: boolean) => (params: readonly (number | number[])[]) => {
    for (const mode of params.flat()) {
      if (on === ON_AT_FIRST.has(mode)) changed.delete(mode);
      else changed.add(mode);
    }
    return false;
  };
  emulator.parser.registerCsiHandler({ prefix: '?', final: 'h' }, switched(true));
  emulator.parser.registerCsiHandler({ prefix: '?', final: 'l' }, switched(false));
  emulator.parser.registerCsiHandler({ prefix: '>', final: 'u' }, () => {
    keyProtocols += 1;
    return false;
  });
  emulator.parser.registerCsiHandler({ prefix: '<', final: 'u' }, ([count]) => {
    keyProtocols = Math.max(0, keyProtocols - (Number(count) || 1));
    return false;
  });
  emulator.parser.registerCsiHandler({ final: 't' }, ([what]) => {
    if (what === 22) titles += 1;
    if (what === 23) titles -= 1;
    return false;
  });
  return () => {
    const left = [...changed].map(
      (mode) => `${NAMES.get(mode) ?? `mode ${mode}`} ${ON_AT_FIRST.has(mode) ? 'off' : 'on'}`,
    );
    if (keyProtocols > 0) left.push('key protocol pushed');
    if (titles !== 0) left.push(titles > 0 ? 'title kept' : 'title given back too often');
    return [...new Set(left)].sort();
  };
}
