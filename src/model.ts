/**
 * The nouns of crisis-tui as types. Every offset counts UTF-16 code units into `Article.text`, the file as
 * decoded; `end` is exclusive. Whatever is shown on the screen is `text.slice(start, end)` of some span here.
 */

/** A stretch of an article's text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a fact was come by. `unknown` is not a fact: it is `null`. */
export type How = 'declared' | 'inferred' | 'corrected';

/** One reason to believe a fact: what says so, and where. */
export interface Evidence {
  /** In words a reader understands; quotes the text where it comes from the text. */
  readonly says: string;
  /**
   * `field`: declared in the file, outside of the text that is read (a page's metadata, a column, a feed's element).
   * `outside`: not in the file at all, somebody compared it with something else.
   */
  readonly from: 'text' | 'field' | 'file name' | 'manifest' | 'outside';
  /** Where in the article's text, when it is there. */
  readonly span?: Span;
}

/** Something known of an article, with how it is known. */
export interface Fact<T = string> {
  readonly value: T;
  readonly how: How;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Where the value itself stands in the text, when it does. */
  readonly span?: Span;
}

/** Why a range of a file is not the article's own text. */
export type LeftOutReason =
  | 'front matter'
  | 'section label'
  | 'byline'
  | 'date line'
  | 'shortcode'
  | 'page furniture'
  | 'comment form'
  | 'caption'
  | 'promotion'
  | 'credit line';

/** A range that is kept, and marked as not being the article's own text. */
export interface LeftOut extends Span {
  readonly why: LeftOutReason;
  /** More of why, where the words alone do not show it. */
  readonly says?: string;
}

/**
 * A paragraph of what is read. `explainer` is a box set into the article: readable, but it does not interrupt
 * the telling around it. Paragraphs never overlap a {@link LeftOut} and stand in the order of the file.
 */
export interface Paragraph extends Span {
  readonly kind: 'headline' | 'body' | 'explainer';
}

/** One piece of news as read from one file. */
export interface Article {
  /** Relative to the folder given, with `/`: the article's name everywhere. */
  readonly path: string;
  /** The whole file as decoded, or what its format makes of it ({@link textIs}). Nothing is cut from it. */
  readonly text: string;
  /** What `text` is, where it is not the whole file: "the page laid out as text", "the field maintext of record 3". */
  readonly textIs?: string | undefined;
  /** Folder and file name as they are on this machine, to open it in an editor. */
  readonly file: string;
  readonly headline: Fact | null;
  readonly byline: Fact | null;
  /** Who published it; `null` is unknown. */
  readonly outlet: Fact | null;
  /** A wire service or paper whose text this is or who gave part of it. */
  readonly origin: Fact | null;
  /** Where it was sent from, as its first words say: "KYIV, Ukraine". They stay in the paragraph. */
  readonly dateline?: Fact | undefined;
  /** Day of publication, ISO 8601 (`2021-12-29`). */
  readonly date: Fact | null;
  /** BCP 47. */
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  readonly leftOut: readonly LeftOut[];
}

/** Coarse part of speech, the tags of Universal Dependencies (https://universaldependencies.org/u/pos/). */
export const PARTS_OF_SPEECH = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'SPACE',
] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** The tokens of one article in columns: token `i` is `text.slice(start[i], end[i])`. White space is no token. */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index into {@link PARTS_OF_SPEECH}. */
  readonly pos: Uint8Array;
}

/** A sentence; its tokens are `firstToken` up to, not including, `endToken`. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  /** Index into `Article.paragraphs`. */
  readonly paragraph: number;
}

export const ENTITY_TYPES = ['person', 'organization', 'place', 'misc'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A name in the text. */
export interface Mention extends Span {
  readonly type: EntityType;
  /**
   * Which of this article's entities it names: mentions with one number are one thing. Numbers count from 0 in
   * order of first mention; they mean nothing outside the article.
   */
  readonly local: number;
}

export const QUOTE_KINDS = ['direct', 'mixed', 'indirect'] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** Who is speaking, as the article lets one tell. */
export type Speaker =
  /** Named: `mention` is an index into the article's mentions, the best name of the speaker. */
  | { readonly kind: 'named'; readonly mention: number }
  /** Not named: the fullest description, "A senior administration official". */
  | { readonly kind: 'anonymous'; readonly description: Span }
  | { readonly kind: 'unknown' };

/** What somebody is reported to have said. */
export interface Quote extends Span {
  readonly kind: QuoteKind;
  /** The content, without marks; more than one where the cue breaks it. `start` and `end` enclose them. */
  readonly spans: readonly Span[];
  /** The words that say it was said: "said", "according to". */
  readonly cue: Span | null;
  /** The speaker's words beside the quote: "he", "the official", "Mr. Putin". */
  readonly speakerAsWritten: Span | null;
  readonly speaker: Speaker;
  /** The rule by which the speaker was found, in a word or two. */
  readonly how: string;
  /** 0 to 1, of the speaker. Below {@link GUESS} it is shown as a guess. */
  readonly confidence: number;
}

/** A speaker found with less confidence than this is shown as a guess. */
export const GUESS = 0.85;

/** All that was found in one article. */
export interface Annotations {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  /** In order of `start`; they do not overlap. */
  readonly mentions: readonly Mention[];
  /** In order of `start`. */
  readonly quotes: readonly Quote[];
}

/** An article with what was found in it. */
export interface AnnotatedArticle {
  readonly article: Article;
  readonly annotations: Annotations;
  /** Why nothing was found in it: the analysis failed. The article itself can still be read. */
  readonly problem?: string;
}

/** An item of an article's annotations: which article of the index, and which item of its list. */
export interface Ref {
  readonly article: number;
  readonly item: number;
}

/** The one thing all its names mean, over all articles. */
export interface Entity {
  /** Stable for a corpus; safe in a query: `vladimir-putin`. */
  readonly id: string;
  /** The fullest name that a text gives it. */
  readonly name: string;
  readonly type: EntityType;
  /** Its names as written, most frequent first. */
  readonly aliases: readonly Alias[];
  /** Its mentions, by article and then by place. */
  readonly mentions: readonly Ref[];
  /** The reader does not want to see it listed. */
  readonly hidden?: true;
  /** What an article calls a person besides the name, and where: "Secretary of State". */
  readonly description?: (Span & { readonly article: number }) | undefined;
}

/** A spelling of an entity, and how often it stands so. */
export interface Alias {
  readonly text: string;
  readonly count: number;
}

/** One thing said once, as all its quotes report it. */
export interface Utterance {
  readonly id: string;
  /** By article and then by place. */
  readonly quotes: readonly Ref[];
  /** 0 to 1: how sure it is that they report one thing; 1 for a lone quote. */
  readonly confidence: number;
}

/** The articles that cover one event. */
export interface Story {
  readonly id: string;
  /** Made of the articles' own words. */
  readonly label: string;
  /** Indices into the index's articles, in order. */
  readonly articles: readonly number[];
}
