import type { Span } from '../../model.ts';
import type { Draft } from './drafts.ts';
import { PERSON_ROLES } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import { inMark, posOf, type Reading, wordOf } from './reading.ts';
import { described, named, type Telling, type Voice } from './voice.ts';

/** A description is taken up again from among this many. Keeps the work linear. */
const KNOWN = 100;

/** What somebody says something in, and what then goes on: "the statement continued". */
const PAPERS = new Set('statement letter email e-mail post tweet memo message interview speech'.split(' '));
const CONTINUED = 0.8;

/** Somebody the article describes but does not name. */
interface Somebody {
  readonly head: string;
  readonly qualifiers: ReadonlySet<string>;
  readonly description: Span;
}

/**
 * Whom descriptions mean, asked in order of place: "the official" is the official of ten paragraphs ago, unless what
 * is said of them parts them ("the Ukrainian official"); "the spokesman" is who was called so; "the governor", right
 * after somebody spoke, is that somebody.
 */
export class Descriptions {
  readonly #telling: Telling;
  readonly #known: Somebody[] = [];
  /** Who bore a role last, among the mentions that were passed. */
  readonly #bearers = new Map<string, number>();
  #passed = 0;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** The speaker that the subject of a quote describes. */
  speakerOf(draft: Draft, phrase: Phrase): Voice {
    const { reading } = this.#telling;
    const head = wordOf(reading, phrase.head);
    const qualifiers = qualifiersOf(reading, phrase);
    if (/^(?:the|that|this|these|those)$/.test(wordOf(reading, phrase.from))) {
      const voice =
        this.#continued(head, draft) ??
        this.#knownAs(head, qualifiers) ??
        this.#bearing(head, draft, phrase, qualifiers.size > 0);
      if (voice) return voice;
    }
    const voice = described(this.#telling, draft, phrase);
    if (voice.speaker.kind === 'anonymous')
      this.#known.push({ head, qualifiers, description: voice.speaker.description });
    return voice;
  }

  /** "“…,” Orsolo said in a statement. “…,” the statement continued": hers, as are the words before. */
  #continued(head: string, draft: Draft): Voice | undefined {
    const { reading, said } = this.#telling;
    const last = said.at(-1);
    if (!PAPERS.has(head) || !last || last.voice.speaker.kind !== 'named') return undefined;
    if (draft.unit.paragraph - last.draft.unit.paragraph > 1) return undefined;
    const { from, to } = last.draft.unit;
    for (let i = from + 2; i < to; i++) {
      if (wordOf(reading, i) !== head || inMark(reading, i) || wordOf(reading, i - 2) !== 'in') continue;
      if (!/^(?:an?|his|her)$/.test(wordOf(reading, i - 1))) continue;
      return { ...last.voice, how: 'description', confidence: Math.min(last.voice.confidence, CONTINUED) };
    }
    return undefined;
  }

  #knownAs(head: string, qualifiers: ReadonlySet<string>): Voice | undefined {
    const found = this.#known
      .slice(-KNOWN)
      .findLast((other) => other.head === head && [...qualifiers].every((word) => other.qualifiers.has(word)));
    if (!found) return undefined;
    return { speaker: { kind: 'anonymous', description: found.description }, how: 'description', confidence: 0.94 };
  }

  /**
   * Who has a name and is called so: by a role given before, or for having just spoken. By reading 45 such: "the
   * president" is right 21 times of 22, "the Florida senator" 15 of 23.
   */
  #bearing(head: string, draft: Draft, phrase: Phrase, qualified: boolean): Voice | undefined {
    if (!isPersonRole(head)) return undefined;
    const bearer = this.#bearerOf(head, phrase.from);
    if (bearer !== undefined) return named(this.#telling, bearer, 'description', qualified ? 0.65 : 0.9);
    const last = this.#telling.said.at(-1);
    const near = last && draft.unit.paragraph - last.draft.unit.paragraph <= 1;
    return near && last.voice.speaker.kind === 'named'
      ? { ...last.voice, how: 'description', confidence: 0.6 }
      : undefined;
  }

  #bearerOf(role: string, before: number): number | undefined {
    const { reading, cast } = this.#telling;
    const limit = reading.tokens.start[before] ?? 0;
    for (; this.#passed < reading.mentions.length; this.#passed++) {
      const mention = reading.mentions[this.#passed];
      if (!mention || mention.start >= limit) break;
      for (const name of cast.get(mention.local)?.roles ?? []) this.#bearers.set(name, mention.local);
    }
    return this.#bearers.get(role);
  }
}

/** Whether a word is for somebody the text names elsewhere: "the governor", "the spokeswoman". */
function isPersonRole(head: string): boolean {
  return PERSON_ROLES.has(head) || /[a-z](?:sman|swoman|sperson)$/.test(head);
}

/** The words that tell one official from another: "senior", "administration". */
function qualifiersOf(reading: Reading, { from, to, head }: Phrase): ReadonlySet<string> {
  const words = new Set<string>();
  for (let i = from; i < to; i++) {
    if (i === head) continue;
    const pos = posOf(reading, i);
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ') words.add(wordOf(reading, i));
  }
  return words;
}
