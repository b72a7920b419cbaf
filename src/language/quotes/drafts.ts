import { type Attribution, attributionsOf } from './attributions.ts';
import { clauseFrom, type Stretch } from './clause.ts';
import type { Cue } from './cue.ts';
import { mentionFrom, type Phrase, phraseAt } from './phrases.ts';
import { inMark, posOf, type Reading, type Unit, wordOf } from './reading.ts';
import { isSpeech } from './speech.ts';
import { subjectBefore } from './subjects.ts';

/** A quote before it is known whose it is. */
export interface Draft {
  readonly pieces: Stretch[];
  readonly cue: Pick<Cue, 'from' | 'to'> | undefined;
  readonly subject: Phrase | undefined;
  /** How the subject was come by; `carried`: it has none of its own, the speaker before goes on. */
  readonly how: Cue['grammar'] | 'carried' | 'clause' | 'none';
  readonly unit: Unit;
}

/** A cue whose content is what follows its sentence. */
interface Waiting {
  readonly cue: Pick<Cue, 'from' | 'to' | 'subject' | 'grammar'>;
}

/** A verb that reports words in marks stands no further before them, in tokens. */
const REACH = 60;
/** What goes on with a quote stands among this many after it. */
const RECENT = 12;

/** Finds the quotes of an article with their cues and subjects, in order of place. */
export function draftsOf(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const covered = new Uint8Array(reading.marked.length);
  let mark = 0;
  let waiting: Waiting | undefined;
  let waitingUnit: Unit | undefined;
  for (const unit of reading.units) {
    const attributions = attributionsOf(reading, unit);
    const own: Draft[] = attributions
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ cue, pieces }) => ({ pieces: [...pieces], cue, subject: cue.subject, how: cue.grammar, unit }));
    for (const { pieces } of own) cover(reading, covered, pieces);
    for (; mark < reading.marked.length && (reading.markFrom[mark] ?? 0) < unit.to; mark++) {
      const piece = { from: reading.markFrom[mark] ?? 0, to: reading.markTo[mark] ?? 0 };
      if (covered[mark] || piece.to <= unit.from || piece.to === piece.from) continue;
      const starts = piece.from === unit.from;
      if (starts && waiting && waitingUnit && unit.paragraph - waitingUnit.paragraph <= 1) {
        const { cue } = waiting;
        own.push({ pieces: [piece], cue, subject: cue.subject, how: cue.grammar, unit });
        waiting = undefined;
        continue;
      }
      const draft = withoutCue(reading, unit, mark, piece, drafts, own);
      if (draft) own.push(draft);
    }
    waiting =
      attributions.find(({ next }) => next) ?? introduced(reading, unit, attributions) ?? labelOf(reading, unit);
    waitingUnit = unit;
    own.sort((a, b) => (a.pieces[0]?.from ?? 0) - (b.pieces[0]?.from ?? 0));
    for (const draft of own) drafts.push(draft);
  }
  return drafts;
}

/** "Eaton said that, given the candidates:": the cue of a sentence that ends in a colon goes on after it. */
function introduced(reading: Reading, unit: Unit, attributions: readonly Attribution[]): Waiting | undefined {
  if (wordOf(reading, unit.to - 1) !== ':') return undefined;
  return attributions.findLast(({ cue }) => cue.subject !== undefined && cue.frame.includes('v'));
}

/** "Senator John Kerry:", "A statement by Arne Duncan:": whose words follow, without a verb. */
function labelOf(reading: Reading, unit: Unit): Waiting | undefined {
  const colon = unit.to - 1;
  if (wordOf(reading, colon) !== ':') return undefined;
  for (let i = colon - 1; i >= unit.from && colon - i < REACH; i--) {
    const mention = reading.mentionOf[i] ?? -1;
    if (inMark(reading, i) || reading.mentions[mention]?.type !== 'person') continue;
    const subject: Phrase = { from: mentionFrom(reading, i), to: i + 1, kind: 'name', head: i, mention };
    return { cue: { from: colon, to: colon + 1, subject, grammar: 'shared' } };
  }
  return undefined;
}

function cover(reading: Reading, covered: Uint8Array, pieces: readonly Stretch[]): void {
  for (const { from, to } of pieces)
    for (let i = from; i < to; i++) {
      const m = reading.markOf[i] ?? -1;
      if (m >= 0) covered[m] = 1;
    }
}

/** Words in marks that no cue claims: the quote before goes on, or a clause reports them, or they are no speech. */
function withoutCue(
  reading: Reading,
  unit: Unit,
  m: number,
  piece: Stretch,
  drafts: readonly Draft[],
  own: Draft[],
): Draft | undefined {
  const recent = drafts.slice(-RECENT);
  const latest = recent.findLast((draft) => hasMarks(reading, draft)) ?? recent.at(-1);
  const last = recent.findLast((draft) => draft.unit === latest?.unit && isQuoteFirst(reading, draft)) ?? latest;
  const marked = reading.marked[m];
  if (!marked) return undefined;
  const alone = piece.from === unit.from && onlyStopsAfter(reading, piece.to, unit.to);
  if (alone && last && marked.style === 'double') {
    const same = last.unit.paragraph === unit.paragraph && last.unit.to === unit.from;
    if (marked.continues || (same && hasMarks(reading, last))) {
      last.pieces.push(piece);
      return undefined;
    }
  }
  if (marked.style === 'single' || !(alone || isSpeech(reading, m))) return undefined;
  if (alone) return { pieces: [piece], cue: undefined, subject: undefined, how: 'carried', unit };
  const name = piece.from === unit.from ? nameAfter(reading, unit, piece.to) : nameBefore(reading, unit, piece.from);
  // "Mueller asks what Mr. Trump knew of anybody seeking help from Moscow: “…”": who reports the rest reports this
  const asker = wordOf(reading, piece.from - 1) === ':' && !name ? own.find(({ subject }) => subject) : undefined;
  if (asker) return { pieces: [piece], cue: asker.cue, subject: asker.subject, how: 'clause', unit };
  if (name) return { pieces: [piece], cue: undefined, subject: name, how: 'subject', unit };
  const inside = own.at(-1);
  if (inside && piece.from >= inside.unit.from && inside.cue && piece.from > inside.cue.to) {
    const gap = piece.from - (inside.pieces.at(-1)?.to ?? piece.from);
    const goesOn = inside.pieces.some(({ to }) => to <= (inside.cue?.from ?? 0)) && isSentence(reading, m);
    if ((gap >= 0 && gap <= 3) || goesOn) {
      inside.pieces.push(piece);
      return undefined;
    }
    // "said that …, but they “…”": the clause goes on
    const end = inside.pieces.at(-1)?.to ?? 0;
    if (
      inside.cue.to <= (inside.pieces.at(-1)?.from ?? 0) &&
      wordOf(reading, end) === ',' &&
      wordOf(reading, end + 1) === 'but'
    ) {
      inside.pieces.push(clauseFrom(reading, end + 2, unit.to) ?? piece);
      return undefined;
    }
  }
  return fromClause(reading, unit, piece);
}

/** "“We go,” Paul Vance." and "“We go.” — Paul Vance": a name and no verb. */
function nameAfter(reading: Reading, unit: Unit, from: number): Phrase | undefined {
  const start = /^(?:—|–|-|--)$/.test(wordOf(reading, from)) ? from + 1 : from;
  const phrase = phraseAt(reading, start, unit.to);
  if (phrase?.kind !== 'name' || reading.mentions[phrase.mention]?.type !== 'person') return undefined;
  return phrase.to >= unit.to || /^[.,]$/.test(wordOf(reading, phrase.to)) ? phrase : undefined;
}

/** "Blue states outnumbered - Jeffrey Jones: “For the first time …”": a name and a colon right before the mark. */
function nameBefore(reading: Reading, unit: Unit, from: number): Phrase | undefined {
  const head = from - 2;
  const mention = reading.mentionOf[head] ?? -1;
  if (wordOf(reading, from - 1) !== ':' || mention < 0) return undefined;
  const start = mentionFrom(reading, head);
  // "seeking help from Moscow: “…”" is no label
  if (start > unit.from && !/^(?:PUNCT|PROPN|SYM)$/.test(posOf(reading, start - 1))) return undefined;
  return { from: start, to: head + 1, kind: 'name', head, mention };
}

/** The verb that governs words in marks reports them, whatever verb it is. */
function fromClause(reading: Reading, unit: Unit, piece: Stretch): Draft {
  for (let i = piece.from - 1; i >= unit.from && piece.from - i < REACH; i--) {
    if (inMark(reading, i)) continue;
    const pos = posOf(reading, i);
    if (pos !== 'VERB' && !(pos === 'AUX' && wordOf(reading, piece.from - 1) === ':')) continue;
    let k = i - 1;
    while (k >= unit.from && (posOf(reading, k) === 'AUX' || posOf(reading, k) === 'ADV')) k--;
    const subject = subjectBefore(reading, unit, k);
    if (!subject) continue;
    let from = i + 1;
    for (let j = from; j < piece.from; j++) if (wordOf(reading, j) === 'that') from = j + 1;
    return {
      pieces: [wordOf(reading, piece.from - 1) === ':' ? piece : (clauseFrom(reading, from, unit.to) ?? piece)],
      cue: { from: i, to: i + 1 },
      subject: subject.phrase,
      how: 'clause',
      unit,
    };
  }
  return { pieces: [piece], cue: undefined, subject: undefined, how: 'none', unit };
}

/** "“…,” she said, though others have not said so": what goes on is hers. */
function isQuoteFirst(reading: Reading, { cue, pieces }: Draft): boolean {
  return pieces.some(({ to }) => cue !== undefined && to <= cue.from && inMark(reading, to - 1));
}

function hasMarks(reading: Reading, draft: Draft): boolean {
  return draft.pieces.some(({ from, to }) => {
    for (let i = from; i < to; i++) if (inMark(reading, i)) return true;
    return false;
  });
}

/** Whether words in marks start and end as a sentence does. */
function isSentence(reading: Reading, m: number): boolean {
  const mark = reading.marked[m];
  const { text } = reading.article;
  return mark !== undefined && /\p{Lu}/u.test(text[mark.start] ?? '') && /[.!?]/.test(text[mark.end - 1] ?? '');
}

function onlyStopsAfter(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/^[.,;:!?)]$/.test(wordOf(reading, i))) return false;
  return true;
}
