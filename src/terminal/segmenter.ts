/** As {@link NARROW}, and what moves the cursor or colours: these are graphemes of their own, too (UAX #29, GB4, GB5). */
const SINGLE =
  /^[\n\u001b\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u25ff\u2768-\u2775]*$/;

/**
 * `Intl.Segmenter` that is made when a text first needs it: to make one reads tables for 10 ms and more. The build gives
 * it to Ink and what it draws with, too (`scripts/build/patches.mjs`).
 */
export class LazySegmenter implements Pick<Intl.Segmenter, 'segment'> {
  readonly #arguments: ConstructorParameters<typeof Intl.Segmenter>;
  readonly #single: boolean;
  #made: Intl.Segmenter | undefined;

  constructor(...given: ConstructorParameters<typeof Intl.Segmenter>) {
    this.#arguments = given;
    this.#single = (given[1]?.granularity ?? 'grapheme') === 'grapheme';
  }

  segment(text: string): Intl.Segments {
    if (this.#single && SINGLE.test(text)) return new Units(text);
    this.#made ??= new Intl.Segmenter(...this.#arguments);
    return this.#made.segment(text);
  }
}

/** The graphemes of a text of which each character is one. */
class Units implements Intl.Segments {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  containing(index = 0): Intl.SegmentData | undefined {
    const input = this.#text;
    return index >= 0 && index < input.length ? { segment: input.charAt(index), index, input } : undefined;
  }

  *[Symbol.iterator](): Generator<Intl.SegmentData, undefined> {
    const input = this.#text;
    for (let index = 0; index < input.length; index++) yield { segment: input.charAt(index), index, input };
    return undefined;
  }
}
