import { type Form, phrasesOf, type VerbForm, verbForm } from './forms.ts';
import { BY_PHRASES, SUBORDINATORS } from './lexicon.ts';
import { isPronoun, isTime, mentionFrom, type Phrase, phraseAt, phraseBefore } from './phrases.ts';
import { before, posOf, type Reading, type Unit, wordOf } from './reading.ts';

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

const BE: ReadonlySet<string> = new Set("be is are was were been being am 's 're 'm".split(' '));
/** Verbs that always name who was told after them. */
const UNINVERTED: ReadonlySet<string> = new Set(['tell', 'remind', 'assure', 'inform']);
/** A subject is never further back: keeps the search linear. */
const REACH = 80;

/** Finds the cues of a unit outside of marks, in order of place, each with its subject where it has one. */
export function findCues(reading: Reading, unit: Unit): readonly Cue[] {
  const cues: Cue[] = [];
  for (let i = unit.from; i < unit.to; i++) {
    if ((reading.markOf[i] ?? -1) >= 0) continue;
    const cue = accordingCue(reading, unit, i) ?? verbCue(reading, unit, i, cues);
    if (!cue) continue;
    cues.push(cue);
    i = cue.to - 1;
  }
  return cues;
}

function accordingCue(reading: Reading, unit: Unit, i: number): Cue | undefined {
  for (const phrase of BY_PHRASES) {
    const words = phrase.split(' ');
    if (!words.every((word, k) => wordOf(reading, i + k) === word)) continue;
    const to = i + words.length;
    const subject = withApposition(reading, phraseAt(reading, to, unit.to), unit.to);
    if (!subject || to >= unit.to) return undefined;
    const shape = { lemma: phrase, form: 'base', frame: 'cqv', grammar: 'according' } as const;
    return { from: i, to, verb: i, ...shape, subject, low: i, high: subject.to };
  }
  return undefined;
}

function verbCue(reading: Reading, unit: Unit, i: number, cues: readonly Cue[]): Cue | undefined {
  const found = verbForm(wordOf(reading, i)) ?? besideMark(reading, unit, i);
  if (!found || !actsAsVerb(reading, i, found)) return undefined;
  const phrase = phrasesOf(found.lemma).find(({ rest }) =>
    rest.every((word, k) => wordOf(reading, i + 1 + k) === word),
  );
  const frame = phrase?.frame ?? found.frame;
  if (frame === '') return undefined;
  const to = i + 1 + (phrase?.rest.length ?? 0);
  const shape = { from: i, to, verb: i, lemma: found.lemma, form: found.form, frame };

  let k = i - 1;
  let passive = false;
  while (k >= unit.from && isBetween(reading, k)) {
    if (BE.has(wordOf(reading, k)) && (found.form === 'past' || found.form === 'participle')) passive = true;
    k--;
  }
  const by = wordOf(reading, to) === 'by';
  if (passive || (by && (found.form === 'past' || found.form === 'participle') && !namedBefore(reading, unit, k))) {
    if (!by)
      return passive && found.lemma !== 'agree' && found.lemma !== 'worry'
        ? undefined
        : active(reading, unit, shape, k, cues);
    const subject = withApposition(reading, phraseAt(reading, to + 1, unit.to), unit.to);
    if (!subject) return undefined;
    return { ...shape, to: to + 1, grammar: 'passive', subject, low: i, high: subject.to };
  }
  return active(reading, unit, shape, k, cues);
}

/** Any verb reports what stands in marks beside it: "“No,” he barked", "he fumed: “No.”" */
function besideMark(reading: Reading, unit: Unit, i: number): VerbForm | undefined {
  const word = wordOf(reading, i);
  if (posOf(reading, i) !== 'VERB' || reading.capital[i] === 1 || BE.has(word) || /ing$/.test(word)) return undefined;
  if (i <= unit.from) return undefined;
  const lead = wordOf(reading, i + 1);
  const leads = (lead === ',' || lead === ':') && (reading.markOf[i + 2] ?? -1) >= 0;
  if (!leads) {
    const phrase = phraseBefore(reading, i, unit.from);
    const mark = reading.marked[phrase ? (reading.markOf[phrase.from - 1] ?? -1) : -1];
    if (!mark || !/[,?!—]/.test(reading.article.text[mark.end - 1] ?? '')) return undefined;
  }
  return { lemma: word, form: 'past', frame: 'qv' };
}

/** "Ms. Gao said by telephone" has its subject: what follows "by" is none. */
function namedBefore(reading: Reading, unit: Unit, k: number): boolean {
  const phrase = phraseBefore(reading, k + 1, unit.from);
  return phrase !== undefined && phrase.kind !== 'description';
}

type Shape = Pick<Cue, 'from' | 'to' | 'verb' | 'lemma' | 'form' | 'frame'>;

/** A cue in the active voice; `k` is the token before the verb and its helpers. */
function active(reading: Reading, unit: Unit, shape: Shape, k: number, cues: readonly Cue[]): Cue | undefined {
  const { verb, to } = shape;
  const word = k >= unit.from ? wordOf(reading, k) : '';
  const marked = k >= unit.from && (reading.markOf[k] ?? -1) >= 0;
  const finite = shape.form === 'past' || shape.form === 's' || shape.form === 'base';

  if (finite && shape.frame.includes('v') && (k < unit.from || marked || /^[,.?!—–-]$/.test(word))) {
    const beside = word === ',' ? besideParenthesis(reading, unit, k) : undefined;
    const follows = beside && (reading.markOf[beside.low - 1] ?? -1) >= 0;
    const inverted =
      follows || (beside && !marked) || UNINVERTED.has(shape.lemma) ? undefined : invertedSubject(reading, unit, to, k);
    if (inverted)
      return {
        ...shape,
        grammar: 'inverted',
        subject: inverted,
        low: verb,
        high: inverted.to,
      };
  }
  if (shape.form === 'ing' || shape.form === 'participle') {
    if (k !== verb - 1 && shape.form === 'ing' && hasBe(reading, k, verb)) return withSubject(reading, unit, shape, k);
    if (shape.form === 'participle' && k === verb - 1) return undefined;
    if (shape.form === 'participle') return withSubject(reading, unit, shape, k);
    const link = wordOf(reading, mentionFrom(reading, k) - 1);
    const own =
      (reading.mentionOf[k] ?? -1) >= 0 && /^(?:of|with)$/.test(link)
        ? phraseBefore(reading, k + 1, unit.from)
        : undefined;
    // "footage of Trump saying": of what is hung on a preposition, the last name speaks
    if (own) return { ...shape, grammar: 'subject', subject: lastName(reading, own), low: verb, high: to };
    return {
      ...shape,
      grammar: 'shared',
      subject: sharedSubject(reading, unit, k + 1, cues, false),
      low: verb,
      high: to,
    };
  }
  if (word === 'to' || posOf(reading, k) === 'CCONJ')
    return {
      ...shape,
      grammar: 'shared',
      subject: sharedSubject(reading, unit, k, cues, word !== 'to'),
      low: k + 1,
      high: to,
    };
  return withSubject(reading, unit, shape, k);
}

function hasBe(reading: Reading, k: number, verb: number): boolean {
  for (let i = k + 1; i < verb; i++) if (BE.has(wordOf(reading, i))) return true;
  return false;
}

function withSubject(reading: Reading, unit: Unit, shape: Shape, k: number): Cue | undefined {
  const found = subjectBefore(reading, unit, k);
  if (!found) return undefined;
  return {
    ...shape,
    grammar: found.relative ? 'relative' : 'subject',
    subject: found.phrase,
    low: found.low,
    high: shape.to,
  };
}

/** The subject that ends at token `k`, before a verb: directly, before what is set between commas, or of "who". */
export function subjectBefore(
  reading: Reading,
  unit: Unit,
  k: number,
): { readonly phrase: Phrase; readonly relative: boolean; readonly low: number } | undefined {
  let i = skipTimes(reading, unit, k);
  if (i < unit.from) return undefined;
  if (wordOf(reading, i) === ')') i = openingBracket(reading, unit, i) - 1;
  if ((reading.markOf[i] ?? -1) >= 0) i = before(reading, i + 1);
  const word = wordOf(reading, i);
  if (/^(?:who|which|that)$/.test(word)) {
    const end = wordOf(reading, i - 1) === ',' ? i - 1 : i;
    const phrase = phraseBefore(reading, skipBracket(reading, unit, end), unit.from);
    if (phrase && phrase.kind !== 'pronoun') return { phrase, relative: true, low: i };
  }
  if (/^[,—–]$/.test(word)) {
    const beside = besideParenthesis(reading, unit, i);
    if (beside) return beside;
    // "the editor in chief, Ben Smith, tweeted", "Kasich (R-OH), said"
    i = wordOf(reading, i - 1) === ')' ? openingBracket(reading, unit, i - 1) - 1 : i - 1;
    const named = phraseBefore(reading, i + 1, unit.from);
    return named?.kind === 'name' ? { phrase: named, relative: false, low: named.from } : undefined;
  }
  const phrase = phraseBefore(reading, i + 1, unit.from);
  if (!phrase) return undefined;
  const whole = phrase.kind === 'pronoun' ? undefined : beforeWho(reading, unit, phrase);
  return { phrase: whole ?? phrase, relative: false, low: (whole ?? phrase).from };
}

/** "The official who shared details of the call said": the one before "who", not what the clause ends with. */
function beforeWho(reading: Reading, unit: Unit, phrase: Phrase): Phrase | undefined {
  // "who think Price said": the verb of a clause before the phrase makes it the subject of its own
  if (verbForm(wordOf(reading, phrase.from - 1))?.frame.includes('c')) return undefined;
  let verb = false;
  for (let i = phrase.from - 1; i > unit.from && phrase.from - i < REACH; i--) {
    const word = wordOf(reading, i);
    if ((reading.markOf[i] ?? -1) >= 0 || /^[,;:—]$/.test(word)) return undefined;
    if (posOf(reading, i) === 'VERB') verb = true;
    if (word === 'who') return verb ? phraseBefore(reading, i, unit.from) : undefined;
  }
  return undefined;
}

/** "Sachs, director of the institute, said": the comma at `i` closes what is set beside the subject. */
function besideParenthesis(
  reading: Reading,
  unit: Unit,
  i: number,
): { readonly phrase: Phrase; readonly relative: false; readonly low: number } | undefined {
  let best: Phrase | undefined;
  for (let j = i - 1; j > unit.from && i - j < REACH; j = before(reading, j)) {
    if ((reading.markOf[j] ?? -1) >= 0 || wordOf(reading, j) !== wordOf(reading, i)) continue;
    const phrase = phraseBefore(reading, skipBracket(reading, unit, j), unit.from);
    if (!phrase) continue;
    const opens = startsClause(reading, unit, phrase.from);
    if (!opens) continue;
    // "Slinker, whose start-up, Paradata, uses data, said": the one before "whose"
    if (best && !/^(?:who|whose|which)$/.test(wordOf(reading, j + 1))) continue;
    best = withApposition(reading, phrase, i + 1) ?? phrase;
  }
  return best && { phrase: best, relative: false, low: best.from };
}

function startsClause(reading: Reading, unit: Unit, from: number): boolean {
  if (from <= unit.from) return true;
  const word = wordOf(reading, from - 1);
  const pos = posOf(reading, from - 1);
  return (
    /^[,;:—–(-]$/.test(word) ||
    pos === 'CCONJ' ||
    pos === 'SCONJ' ||
    (reading.markOf[from - 1] ?? -1) >= 0 ||
    pos === 'ADV' ||
    isTime(reading, from - 1) ||
    /^(?:as|when|while|that|because|where|what|how)$/.test(word)
  );
}

function lastName(reading: Reading, phrase: Phrase): Phrase {
  const from = mentionFrom(reading, phrase.to - 1);
  return { ...phrase, from, kind: 'name', head: phrase.to - 1, mention: reading.mentionOf[phrase.to - 1] ?? -1 };
}

/**
 * The subject of the clause that a verb goes on with: the last cue's, unless the verb is joined to a nearer one with
 * a subject of its own after a comma ("When asked whom she supported, Ms. Sherry smiled and said").
 */
function sharedSubject(
  reading: Reading,
  unit: Unit,
  k: number,
  cues: readonly Cue[],
  joined: boolean,
): Phrase | undefined {
  const last = cues.findLast(({ subject, grammar }) => subject && OWN_SUBJECT.has(grammar));
  if (last && !joined && !SUBORDINATORS.has(wordOf(reading, unit.from))) return last.subject;
  const near = nearestSubject(reading, unit, k) ?? (last ? undefined : subjectAhead(reading, unit, k));
  if (
    !last ||
    (near && near.from > last.verb && near.kind !== 'pronoun' && commaBetween(reading, last.verb, near.from))
  )
    return near;
  return last.subject;
}

const OWN_SUBJECT: ReadonlySet<Grammar> = new Set(['subject', 'inverted', 'shared']);

/** "Hoping to deter him, the White House moved": the subject after the comma. */
function subjectAhead(reading: Reading, unit: Unit, k: number): Phrase | undefined {
  if (k > unit.from + 1) return undefined;
  for (let i = k; i < unit.to && i - k < REACH; i++)
    if (wordOf(reading, i) === ',' && (reading.markOf[i] ?? -1) < 0) return phraseAt(reading, i + 1, unit.to);
  return undefined;
}

function commaBetween(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (wordOf(reading, i) === ',' && (reading.markOf[i] ?? -1) < 0) return true;
  return false;
}

function nearestSubject(reading: Reading, unit: Unit, k: number): Phrase | undefined {
  for (let i = k - 1; i > unit.from && k - i < REACH; i = before(reading, i)) {
    const pos = posOf(reading, i);
    if ((reading.markOf[i] ?? -1) >= 0 || (pos !== 'VERB' && pos !== 'AUX')) continue;
    if (/ing$/.test(wordOf(reading, i))) continue;
    let at = i - 1;
    while (at >= unit.from && isBetween(reading, at)) at--;
    if (wordOf(reading, at) === 'to' || posOf(reading, at) === 'CCONJ') continue;
    const found = subjectBefore(reading, unit, at);
    if (found && !found.relative) return found.phrase;
  }
  return undefined;
}

/** The subject after its verb: "said Guido Schmidt-Traub, managing director of a group". */
function invertedSubject(reading: Reading, unit: Unit, to: number, k: number): Phrase | undefined {
  let i = to;
  while (i < unit.to && (posOf(reading, i) === 'ADV' || isTime(reading, i)) && !isPronoun(reading, i)) i++;
  const phrase = phraseAt(reading, i, unit.to);
  if (!phrase) return undefined;
  const next = phrase.to < unit.to ? wordOf(reading, phrase.to) : '';
  const pos = posOf(reading, phrase.to);
  const clauseFollows =
    phrase.to < unit.to && (pos === 'VERB' || pos === 'AUX') && !/^(?:speaking|referring)$/.test(next);
  // after a comma that is no quote's, "said" may belong to a subject before: "Smith, a chemist, said people were"
  const afterQuote = k >= unit.from && (reading.markOf[k] ?? -1) >= 0;
  if (clauseFollows && !afterQuote && !/ing$/.test(next)) return undefined;
  if (!afterQuote && (reading.markOf[phrase.to] ?? -1) >= 0) return undefined;
  if (
    !afterQuote &&
    k >= unit.from &&
    wordOf(reading, k) === ',' &&
    besideParenthesis(reading, unit, k) &&
    next === 'that'
  )
    return undefined;
  return withApposition(reading, phrase, unit.to);
}

/** A description that a name explains: "a spokesman, Ned Price," is Ned Price. */
export function withApposition(reading: Reading, phrase: Phrase | undefined, high: number): Phrase | undefined {
  if (phrase?.kind !== 'description') return phrase;
  let comma = phrase.to;
  // a stray stop may break the phrase: "the spokesman. , Ned Price"
  if (wordOf(reading, comma) === '.') comma++;
  if (wordOf(reading, comma) !== ',' || comma + 1 >= high) return phrase;
  const mention = reading.mentionOf[comma + 1] ?? -1;
  if (mention < 0) return phrase;
  let to = comma + 1;
  while (to < high && reading.mentionOf[to] === mention) to++;
  const ends = to >= high || /^[,.;)]$/.test(wordOf(reading, to));
  return ends ? { ...phrase, kind: 'name', mention, to, head: to - 1 } : phrase;
}

function actsAsVerb(reading: Reading, i: number, found: VerbForm): boolean {
  const pos = posOf(reading, i);
  if (pos === 'VERB' || pos === 'AUX') return true;
  // the tagger takes some participles for adjectives: "is promising to", "“…,” Mr. Burton fumed"
  if (found.form === 'ing' && BE.has(wordOf(reading, i - 1)) && /^(?:to|that)$/.test(wordOf(reading, i + 1)))
    return true;
  if (found.form === 's' && wordOf(reading, i + 1) === ':' && (reading.mentionOf[i - 1] ?? -1) >= 0) return true;
  if (found.form === 'past' && ((reading.mentionOf[i - 1] ?? -1) >= 0 || (reading.markOf[i - 1] ?? -1) >= 0))
    return true;
  if (found.form === 'past' && wordOf(reading, i + 1) === 'that') return true;
  return found.lemma === 'say' || found.lemma === 'tweet' ? pos !== 'NOUN' || found.form === 'past' : false;
}

/** What may stand between a subject and its verb without ending the search for it. */
function isBetween(reading: Reading, i: number): boolean {
  if ((reading.markOf[i] ?? -1) >= 0) return false;
  const pos = posOf(reading, i);
  const word = wordOf(reading, i);
  return (
    pos === 'AUX' ||
    (pos === 'ADV' && !isPronoun(reading, i)) ||
    word === "n't" ||
    /^(?:first|himself|herself|itself|themselves)$/.test(word) ||
    word === 'not' ||
    word === "'d" ||
    word === "'ve"
  );
}

function skipTimes(reading: Reading, unit: Unit, k: number): number {
  let i = k;
  while (i > unit.from && isTime(reading, i) && (reading.mentionOf[i] ?? -1) < 0) i--;
  if (i < k && /^(?:on|in|at|late|early|of)$/.test(wordOf(reading, i))) i--;
  return i;
}

function skipBracket(reading: Reading, unit: Unit, end: number): number {
  return wordOf(reading, end - 1) === ')' ? openingBracket(reading, unit, end - 1) : end;
}

function openingBracket(reading: Reading, unit: Unit, i: number): number {
  for (let j = i - 1; j >= unit.from && i - j < 20; j--) if (wordOf(reading, j) === '(') return j;
  return i;
}
