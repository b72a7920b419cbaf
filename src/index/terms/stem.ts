/** Words of grammar: they carry little of what a sentence is about, much of how it is built. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against ahead all along already also although am amid among an and another any are aren't
  as at away back be became because become been before being below between both but by can can't cannot could couldn't
  did didn't do does doesn't doing don't down during each either else even ever every few first for from further get
  go going got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how
  however i i'd i'll i'm i've if in indeed instead into is isn't it it'll it's its itself just last least less let like
  made make makes many may maybe me might mine more most mr mrs ms much must my myself near neither never next no nor
  not now of off often on once one only onto or other others our ours out over own per perhaps put rather said same say
  saying says second she she'd she'll she's should shouldn't since so some soon still such take than that that's the
  their theirs them themselves then there there's these they they'd they'll they're they've thing things this those
  though through thus to together told too toward towards two under until up upon us very via was wasn't way we we'd
  we'll we're we've were weren't what what's when where whether which while who who's whom whose why will with within
  without won't would wouldn't yes yet you you'd you'll you're you've your yours s t d ll m re ve`.split(/\s+/),
);

/** Endings taken off, longest first, with what is put in their place. */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['ations', 'at'],
  ['ation', 'at'],
  ['ities', 'ity'],
  ['ments', 'ment'],
  ['ings', ''],
  ['ions', ''],
  ['ies', 'y'],
  ['ing', ''],
  ['ion', ''],
  ['ied', 'y'],
  ['ers', 'er'],
  ['ed', ''],
  ['es', ''],
  ['ly', ''],
  ['s', ''],
  ['e', ''],
];
/** What must be left of a word for an ending to be taken off. */
const SHORTEST_STEM = 3;

/**
 * The word as one types it twice: small letters, straight apostrophes, without the possessive and without hyphens,
 * so that "build-up" and "buildup" are one word.
 */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s?$/, '')
    .replace(/[-‐‑.]/g, '');
}

/** A light stem of a folded word: inflections of one word mostly have one stem. */
export function stem(folded: string): string {
  if (FUNCTION_WORDS.has(folded) || /\d/.test(folded)) return folded;
  for (const [ending, instead] of ENDINGS) {
    if (!folded.endsWith(ending) || folded.endsWith('ss')) continue;
    if (folded.length - ending.length < SHORTEST_STEM) continue;
    const rest = folded.slice(0, -ending.length) + instead;
    return /([bdgklmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
  }
  return folded;
}

/** Stems of the words by which news says that somebody said something: not what was said. */
export const ATTRIBUTION: ReadonlySet<string> = new Set(
  `accord ad announc anonymou anonymity brief briefing comment condit confirm declin nam official
  report reporter spok spoke spokesman spokesperson spokeswoman statement tell`.split(/\s+/),
);
