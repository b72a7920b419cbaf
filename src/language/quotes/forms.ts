import { IRREGULAR, PHRASAL, VERBS } from './lexicon.ts';

/** A form of a verb: `base` say, `s` says, `past` said or its participle, `ing` saying, `participle` written. */
export type Form = 'base' | 's' | 'past' | 'ing' | 'participle';

/** What a word may be as a verb of reporting. */
export interface VerbForm {
  readonly lemma: string;
  readonly form: Form;
  /** See lexicon.ts. */
  readonly frame: string;
}

const FRAMES: ReadonlyMap<string, string> = frames();
const FORMS: ReadonlyMap<string, VerbForm> = forms();
const PHRASES: ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly frame: string }[]> = phrases();

/** What a word, in lower case, is as a verb of reporting; nothing when it is none. */
export function verbForm(word: string): VerbForm | undefined {
  return FORMS.get(word);
}

/** Whether a word may report words in marks: "said", "wrote". */
export function isReportingForm(word: string): boolean {
  return FORMS.get(word)?.frame.includes('v') ?? false;
}

/** The phrases that start with a verb, longest first: the words after it, and the frame of the whole. */
export function phrasesOf(lemma: string): readonly { readonly rest: readonly string[]; readonly frame: string }[] {
  return PHRASES.get(lemma) ?? [];
}

function frames(): Map<string, string> {
  const all = new Map<string, string>();
  for (const [frame, lemmas] of VERBS)
    for (const lemma of lemmas.split(/\s+/)) all.set(lemma, (all.get(lemma) ?? '') + frame);
  for (const [phrase] of PHRASAL) {
    const [verb = ''] = phrase.split(' ');
    if (!all.has(verb)) all.set(verb, '');
  }
  return all;
}

function forms(): Map<string, VerbForm> {
  const all = new Map<string, VerbForm>();
  for (const [lemma, frame] of FRAMES) {
    const [past, participle] = IRREGULAR[lemma] ?? [withEd(lemma), withEd(lemma)];
    const put = (word: string, form: Form) => all.set(word, { lemma, form, frame });
    put(lemma, 'base');
    put(withS(lemma), 's');
    put(withIng(lemma), 'ing');
    put(participle, 'participle');
    put(past, 'past');
  }
  return all;
}

function phrases(): Map<string, { rest: string[]; frame: string }[]> {
  const all = new Map<string, { rest: string[]; frame: string }[]>();
  for (const [phrase, frame] of PHRASAL) {
    const [verb = '', ...rest] = phrase.split(' ');
    all.set(verb, [...(all.get(verb) ?? []), { rest, frame }]);
  }
  for (const list of all.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return all;
}

function withS(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function withEd(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  if (lemma.endsWith('e')) return `${lemma}d`;
  return `${doubled(lemma)}ed`;
}

function withIng(lemma: string): string {
  if (/[^eo]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

/** A short stressed syllable doubles its last letter: admit, quip, rebut, slam, dub. */
function doubled(lemma: string): string {
  const short =
    /^[^aeiou]*[aeiou][bdgmnpt]$/.test(lemma) || /(?:admit|rebut|permit|commit|submit|refer|concur)$/.test(lemma);
  return short || lemma === 'quip' ? lemma + lemma.slice(-1) : lemma;
}
