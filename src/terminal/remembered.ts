/**
 * A function of a text that remembers what it gave: nearly every line of a screen was there before.
 *
 * @param most texts that are remembered before all are forgotten
 */
export function remembered<T>(work: (text: string) => T, most = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = work(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
