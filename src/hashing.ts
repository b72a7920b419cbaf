/**
 * Hashes by numbers that nobody outside of this process knows: what is looked up by them takes as long for words that
 * somebody chose as for any others (S. Crosby and D. Wallach, "Denial of Service via Algorithmic Complexity Attacks",
 * 2003). They are others in each process and each thread: nothing that is shown, kept or sent may hang on one.
 */
const SECRETS = crypto.getRandomValues(new Int32Array(6));

/** A number for a table that is kept, to be kept with it. */
export function newSecret(): number {
  return crypto.getRandomValues(new Int32Array(1))[0]!;
}

/** An odd number of which the powers run through a quarter of all. */
function multiplier(secret: number): number {
  return (secret & ~7) | 5;
}

/** What a hash of letters begins with. */
export const NO_LETTERS: number = SECRETS[0]!;
const LETTERS = multiplier(SECRETS[1]!);

/** The hash of letters and one more behind them, 32 bits: FNV-1a by another number. */
export function withLetter(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, LETTERS);
}

/** A hash whose low bits hang on all of its bits, for a table of a power of two. */
export function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

const HIGH = multiplier(SECRETS[2]!);
const LOW = multiplier(SECRETS[3]!);

/** Makes one number of several, or of letters: 53 bits, which stand for them as long as this process runs. */
export class Digest {
  #high = 0;
  #low = 0;

  begin(): this {
    this.#high = SECRETS[4]!;
    this.#low = SECRETS[5]!;
    return this;
  }

  /** @param number a whole one below 2^53, not below 0 */
  of(number: number): this {
    const [above, below] = [Math.floor(number / 2 ** 32), number | 0];
    this.#high = Math.imul(Math.imul(this.#high ^ above, HIGH) ^ below, HIGH);
    this.#low = Math.imul(Math.imul(this.#low ^ below, LOW) ^ above, LOW);
    return this;
  }

  letters(text: string): this {
    this.of(text.length);
    let [high, low] = [this.#high, this.#low];
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, HIGH);
      low = Math.imul(low ^ unit, LOW);
    }
    this.#high = high;
    this.#low = low;
    return this;
  }

  /** Never 0. */
  get number(): number {
    return (spread(this.#high) >>> 11) * 2 ** 32 + (spread(this.#low) >>> 0) || 1;
  }
}

const digest = new Digest();

/** 53 bits that stand for a text as long as this process runs. */
export function digestOf(text: string): number {
  return digest.begin().letters(text).number;
}
