import type { Span } from '../model.ts';
import { endsSentence } from './layout.ts';
import { knownOutlet } from './outlets.ts';
import { hasVerb } from './prose.ts';

/** A word written as names are, in any script that has capitals: Smith, O’Neill, J.-P., MacDonald. */
const NAME = /^\p{Lu}[\p{L}\p{M}.’'‘-]{0,30}$/u;
const PARTICLE = /^(?:al|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|el|la|le|of|ter|van|von|y|zu)$/;
/** What may follow the names: "in Moscow", "for The Courier", "Staff Writer", "chief diplomatic correspondent". */
const AFTER =
  /^(?:in|at|for|the|of|and|our|correspondents?|reporters?|writers?|editors?|staff|chief|senior|political|diplomatic|foreign|special|contributing|national|science|economics|business|bureau|desk)$/;
/** Words that stand after "by" and begin or make up no name. */
const NO_NAME = new Set(
  'the a an this that these those his her its their our my your all no not some every each any both one two three four five six seven eight nine ten it he she we they i you who what which when where how mid early late about around contrast comparison definition default design accident law then now far large way mistake nightfall dawn noon midnight day night morning evening end tomorrow today yesterday christmas easter summer winter spring autumn year month week hour time sunday monday tuesday wednesday thursday friday saturday january february march july september october november december land sea air means numbers popular turns hand force chance virtue'.split(
    ' ',
  ),
);
/** Months that are given names too. */
const NAMED_AS_MONTH = new Set(['april', 'may', 'june', 'august']);
const MAX_WORDS = 20;
const LEAD = /^(?:(?:written|posted) )?by\b:?\s+/i;

/** How much stands before the names of a byline. */
export function bylineLead(text: string, line: Span | null): number {
  return (line && LEAD.exec(text.slice(line.start, line.end))?.[0].length) ?? 0;
}

/**
 * Whether a line is "By" and the names of who wrote it: words shaped as names, with what they are and where. No days, no
 * determiners, no verbs; no sentence. One word alone is a name only when it is an outlet's.
 */
export function isByline(line: string): boolean {
  const rest = line.slice(LEAD.exec(line)?.[0].length ?? line.length);
  if (rest === '' || rest.length > 160 || /[!?…;“”"]/.test(rest) || hasVerb(rest)) return false;
  if (endsSentence(rest) && !/\b(?:Jr|Sr|Ph\.?D|M\.?D|[A-Z])\.$/.test(rest)) return false;
  if (rest.split(/\s+/).length > MAX_WORDS) return false;
  const [first = '', ...others] = rest.replace(/\s+/g, ' ').split(/ ?[,|/•·] ?| (?:and|with|&) /);
  return isSigner(first) && others.every((part) => part === '' || isSigner(part) || isTail(part));
}

/** "Ann Smith", "Ann Smith in Moscow", "The Associated Press", "Our Foreign Staff". */
function isSigner(part: string): boolean {
  if (knownOutlet(part)) return true;
  const words = part.split(/\s+/);
  const bare = words.map((word) => word.toLowerCase().replace(/[.’'‘-]{1,4}$/, ''));
  if (
    /^(?:our|staff|the|\p{Lu}\S*) (?:\p{L}+ ){0,3}(?:staff|correspondents?|reporters?|writers?|desk|board)$/iu.test(
      part,
    )
  )
    return NAME.test(words[0]!) && !NO_NAME.has(bare[1] ?? '');
  let names = 0;
  for (const [i, word] of words.entries()) {
    if (NAME.test(word)) {
      if (NO_NAME.has(bare[i]!) || (NAMED_AS_MONTH.has(bare[i]!) && (i > 0 || words.length > 2))) return false;
      names++;
    } else if (PARTICLE.test(word)) {
      if (i === words.length - 1) return false;
    } else return names > 1 && isTail(words.slice(i).join(' '));
  }
  return names > 1;
}

/** What stands behind a name: places, houses and roles. */
function isTail(part: string): boolean {
  return part
    .split(/\s+/)
    .every((word) => AFTER.test(word) || PARTICLE.test(word) || (NAME.test(word) && !DAY.test(word)));
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** Words in lower case that stand in credits beside the names. */
const CREDITING =
  /^(?:and|additional|by|for|from|in|at|of|on|the|to|with|reporting|writing|editing|research|translation|translated|compiled|production|graphics|photography|this|report|story|article|our|its|his|her|staff|correspondents?|reporters?|writers?|editors?|journalists?|newsroom|bureaus?|wires?|news|agency|agencies|service|services|a|an|freelance|contributors?|contributing|based|foreign|other|local|media)$/;

/** Whether all words of a credit are names or words that stand in credits. */
export function isCrediting(line: string): boolean {
  return line
    .split(/[\s,;|]+|\.(?:\s|$)/)
    .filter((word) => /\p{L}/u.test(word))
    .every((word) => {
      const bare = word.replace(/^[("“]{1,4}/, '').replace(/[)"”.:]{1,4}$/, '');
      return (
        /^[\p{Lu}\d]/u.test(bare) || CREDITING.test(bare) || PARTICLE.test(bare) || /^[\w.-]{2,40}@\S+$/.test(bare)
      );
    });
}
