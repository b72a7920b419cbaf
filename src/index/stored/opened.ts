import type { Annotations, Article, Mention, Quote, Sentence, Tokens } from '../../model.ts';
import { AnnotationColumns } from './annotations.ts';
import { Ring } from './ring.ts';

/**
 * Annotations that are kept as columns of bytes; they become objects when they are asked for, and columns again when
 * many others were asked for since.
 */
export class StoredAnnotations implements Annotations {
  /** So many are open at once: those of a story side by side, those on the screen, and those being indexed. */
  static readonly #open = new Ring<StoredAnnotations>(512, (its) => its.#close());
  /** The bytes that it was made of. */
  readonly bytes: Uint8Array;
  #columns: AnnotationColumns | undefined;
  #tokens: Tokens | undefined;
  #sentences: readonly Sentence[] | undefined;
  #mentions: readonly Mention[] | undefined;
  #quotes: readonly Quote[] | undefined;

  /**
   * @param bytes what `encodeAnnotations` gave; kept and not copied where it starts at a multiple of 8
   * @throws RangeError where they are too few to be annotations
   */
  constructor(bytes: Uint8Array) {
    this.bytes = new AnnotationColumns(bytes).bytes;
  }

  /** How many there are of each part; they stay closed. */
  get count(): AnnotationColumns['count'] {
    return (this.#columns ?? new AnnotationColumns(this.bytes)).count;
  }

  /** Whether they can be of this article: every place lies within its text, every number means something. */
  fit(article: Article): boolean {
    return new AnnotationColumns(this.bytes).fit(article);
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

  #close(): void {
    this.#columns = undefined;
    this.#tokens = undefined;
    this.#sentences = undefined;
    this.#mentions = undefined;
    this.#quotes = undefined;
  }

  #opened(): AnnotationColumns {
    if (!this.#columns) {
      StoredAnnotations.#open.take(this);
      this.#columns = new AnnotationColumns(this.bytes);
    }
    return this.#columns;
  }
}
