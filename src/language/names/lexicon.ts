import { hashText } from './hash.ts';

/** The number of a word that is in no cluster. */
export const NO_CLUSTER = 0xffff;

/**
 * The clusters of words: those that stand in like contexts share a number. Words are kept as 32-bit hashes of their
 * lower-case form: the high half chooses a bucket, the low half is compared.
 */
export class Lexicon {
  readonly #bucketStart = new Uint32Array(0x10001);

  /**
   * @param bucketSizes how many words each of the 65,536 buckets holds
   * @param low the low halves of the words' hashes, bucket by bucket
   * @param fine the cluster of each of these words
   * @param coarse the cluster of each cluster
   */
  constructor(
    readonly bucketSizes: Uint8Array,
    readonly low: Uint16Array,
    readonly fine: Uint16Array,
    readonly coarse: Uint8Array,
  ) {
    for (let b = 0; b < 0x10000; b++) this.#bucketStart[b + 1] = this.#bucketStart[b]! + bucketSizes[b]!;
  }

  /** The fine cluster of a word in lower case, or {@link NO_CLUSTER}. */
  clusterOf(lower: string): number {
    const hash = hashText(lower);
    const bucket = hash >>> 16;
    const low = hash & 0xffff;
    const end = this.#bucketStart[bucket + 1]!;
    for (let i = this.#bucketStart[bucket]!; i < end; i++) if (this.low[i] === low) return this.fine[i]!;
    return NO_CLUSTER;
  }

  /** Lays out words and their clusters as the constructor takes them; of two words with one hash the first stays. */
  static of(words: readonly string[], fine: Uint16Array, coarse: Uint8Array): Lexicon {
    const byHash = new Map<number, number>();
    words.forEach((word, w) => {
      const hash = hashText(word) >>> 0;
      if (!byHash.has(hash)) byHash.set(hash, fine[w]!);
    });
    const hashes = Uint32Array.from(byHash.keys()).sort();
    const sizes = new Uint8Array(0x10000);
    for (const hash of hashes) sizes[hash >>> 16]!++;
    return new Lexicon(
      sizes,
      Uint16Array.from(hashes, (hash) => hash & 0xffff),
      Uint16Array.from(hashes, (hash) => byHash.get(hash)!),
      coarse,
    );
  }
}
