import type { Annotations, Article, Mention, Quote, Sentence, Tokens } from '../../model.ts';
import { AnnotationColumns } from './annotations.ts';

/** So many articles are open at once: those of a story side by side, those on the screen, and those being indexed. */
const OPEN = 512;

/** Who is open, in a ring: the next to be opened closes the one that was opened longest ago. */
const open: (StoredAnnotations | undefined)[] = new Array(OPEN).fill(undefined);
let next = 0;

/**
 * Annotations that are kept as columns of bytes; they become objects when they are asked for, and columns again when
 * {@link OPEN} others were asked for since.
 */
export class StoredAnnotations implements Annotations {
  readonly #columns: AnnotationColumns;
  #isOpen = false;
  #tokens: Tokens | undefined;
  #sentences: readonly Sentence[] | undefined;
  #mentions: readonly Mention[] | undefined;
  #quotes: readonly Quote[] | undefined;

  /**
   * @param bytes what `encodeAnnotations` gave
   * @throws RangeError where they are too few to be annotations
   */
  constructor(bytes: Uint8Array) {
    this.#columns = new AnnotationColumns(bytes);
  }

  /** How many there are of each part; they stay closed. */
  get count(): AnnotationColumns['count'] {
    return this.#columns.count;
  }

  /** Whether they can be of this article: every place lies within its text, every number means something. */
  fit(article: Article): boolean {
    return this.#columns.fit(article);
  }

  get tokens(): Tokens {
    this.#tokens ??= this.#opened().tokens();
    return this.#tokens;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= this.#opened().sentences();
    return this.#sentences;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#opened().mentions();
    return this.#mentions;
  }

  get quotes(): readonly Quote[] {
    this.#quotes ??= this.#opened().quotes();
    return this.#quotes;
  }

  /** The bytes that it was made of. */
  get bytes(): Uint8Array {
    return this.#columns.bytes;
  }

  #opened(): AnnotationColumns {
    if (!this.#isOpen) {
      const oldest = open[next];
      if (oldest) oldest.#close();
      open[next] = this;
      next = (next + 1) % OPEN;
      this.#isOpen = true;
    }
    return this.#columns;
  }

  #close(): void {
    this.#isOpen = false;
    this.#tokens = undefined;
    this.#sentences = undefined;
    this.#mentions = undefined;
    this.#quotes = undefined;
  }
}
