import type { Form } from './forms.ts';
import type { Phrase } from './phrases.ts';

/** How a cue found its subject. */
export type Grammar =
  /** "she said", "Price, a spokesman, said" */
  | 'subject'
  /** "said Price" */
  | 'inverted'
  /** "Price, who said" */
  | 'relative'
  /** "Price left and said", "…, adding that", "went on to say": the subject of the clause before */
  | 'shared'
  /** "was announced by Price" */
  | 'passive'
  /** "according to Price" */
  | 'according';

/** Words that say that something was said. Tokens `from` up to `to`. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  readonly lemma: string;
  readonly form: Form;
  /** See lexicon.ts. */
  readonly frame: string;
  readonly grammar: Grammar;
  readonly subject: Phrase | undefined;
  /** The first token of cue, subject and what is set between them; the content lies outside. */
  readonly low: number;
  /** The token after the last of them. */
  readonly high: number;
}
