/** Numbers that look random and come again with the same seed (mulberry32). */
export function randomBy(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** No input grows beyond this. */
export const LONGEST = 8192;

/** An input with a few changes: pieces taken out, doubled, put in from the words or another input, bytes changed. */
export function mutated(
  input: Buffer,
  other: Buffer,
  words: readonly Buffer[],
  random: (below: number) => number,
): Buffer {
  let made = Buffer.from(input);
  for (let times = 1 + random(6); times > 0; times--) {
    const at = random(made.length + 1);
    const end = Math.min(made.length, at + 1 + random(32));
    const from = random(other.length + 1);
    switch (random(7)) {
      case 0:
        made = Buffer.concat([made.subarray(0, at), made.subarray(end)]);
        break;
      case 1:
        made = Buffer.concat([made.subarray(0, end), made.subarray(at, end), made.subarray(end)]);
        break;
      case 2:
      case 3:
        made = Buffer.concat([made.subarray(0, at), words[random(words.length)]!, made.subarray(at)]);
        break;
      case 4:
        made = Buffer.concat([made.subarray(0, at), other.subarray(from, from + 1 + random(64)), made.subarray(at)]);
        break;
      case 5:
        if (made.length > 0) made[random(made.length)] = random(256);
        break;
      default:
        if (made.length > 0) made[random(made.length)]! ^= 1 << random(8);
    }
  }
  return made.subarray(0, LONGEST);
}
