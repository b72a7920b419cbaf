/**
 * Verbs that report what somebody says, thinks or shows, with what may follow them:
 *
 * - `c` a clause, with "that" or without
 * - `t` a clause with "that" only
 * - `q` words in marks
 * - `n` a noun phrase that is what was said ("praised the plan")
 * - `i` an infinitive ("vowed to fight")
 * - `a` first the one who was spoken to ("told reporters")
 * - `v` may come after its content or be set into it ("…, she said")
 *
 * Collected by hand from English news usage, after the classes of B. Levin, English Verb Classes (1993), §37, and
 * the cue lists that D. O'Keefe et al. (2012) and S. Pareti (2015) describe.
 */
export const VERBS: readonly (readonly [frame: string, lemmas: string])[] = [
  [
    'cqv',
    `say add argue insist explain contend maintain remark reason conclude concede admit boast joke quip muse complain
    caution confess counter lament opine retort exclaim protest speculate surmise testify theorize reply respond answer
    comment declare proclaim reiterate remember recount gush fume assert clarify allege swear believe think tweet
    write hint grumble grouse marvel posit recall rejoin profess emphasise predict reckon`,
  ],
  ['cqvn', 'state note announce claim report acknowledge confirm deny stress emphasize affirm observe mention suggest'],
  ['tqvn', 'reveal disclose repeat indicate signal propose post estimate underscore underline restate'],
  [
    'qv',
    'shout yell scream whisper mutter cry chant snap scoff sigh thunder intone interject chime continue read text',
  ],
  ['cqva', 'tell warn remind assure inform advise'],
  ['cqvia', 'promise'],
  ['cav', 'notify convince persuade'],
  ['cqvi', 'vow pledge threaten'],
  ['tqvn', 'demand'],
  ['qvan', 'ask'],
  ['nq', 'urge implore beseech exhort beg'],
  ['cqv', 'agree worry rule'],
  ['cn', 'show'],
  ['tn', 'find demonstrate'],
  ['c', 'know fear hope feel suspect doubt imply guess wish understand realize figure assume wonder'],
  ['ci', 'expect want'],
  ['i', 'seek refuse decline offer'],
  [
    'nq',
    `call describe praise criticize blast slam denounce condemn cite decry applaud endorse reject dub label brand
    characterize mock hail tout deride lambaste lambast rebuke ridicule trumpet bemoan criticise assail credit portray liken`,
  ],
  ['n', 'blame dismiss attack question oppose echo support propose voice express deem outline recommend accuse thank'],
];

/** Past tenses and participles that do not end in -ed. */
export const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  feel: ['felt', 'felt'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  swear: ['swore', 'sworn'],
  read: ['read', 'read'],
  seek: ['sought', 'sought'],
  understand: ['understood', 'understood'],
  go: ['went', 'gone'],
  make: ['made', 'made'],
  speak: ['spoke', 'spoken'],
  take: ['took', 'taken'],
  shoot: ['shot', 'shot'],
  hit: ['hit', 'hit'],
  put: ['put', 'put'],
};

/** Verbs that report only with the words after them. The last word may be followed by the content. */
export const PHRASAL: readonly (readonly [phrase: string, frame: string])[] = [
  ['point out', 'cqv'],
  ['call for', 'n'],
  ['call on', 'n'],
  ['call into question', 'n'],
  ['go on', 'qv'],
  ['go on about', 'nq'],
  ['go on to say', 'cqv'],
  ['chime in', 'qv'],
  ['put it', 'qv'],
  ['shoot back', 'qv'],
  ['fire back', 'qv'],
  ['hit back', 'qv'],
  ['sum up', 'qv'],
  ['make clear', 'cqv'],
  ['make it clear', 'cqv'],
  ['refer to', 'nq'],
  ['allude to', 'nq'],
  ['point to', 'nq'],
  ['talk about', 'nq'],
  ['speak about', 'nq'],
  ['speak of', 'nq'],
  ['complain about', 'nq'],
  ['complain of', 'nq'],
  ['warn of', 'nq'],
  ['warn against', 'nq'],
  ['warn about', 'nq'],
  ['rail against', 'nq'],
  ['object to', 'nq'],
  ['inveigh against', 'nq'],
  ['write about', 'nq'],
  ['ask about', 'n'],
  ['ask for', 'n'],
  ['boast of', 'nq'],
  ['speak out against', 'n'],
  ['lash out at', 'n'],
  ['take to twitter to say', 'cqv'],
  ['argue for', 'n'],
  ['argue against', 'n'],
  ['agree with', 'n'],
  ['respond to', 'n'],
  ['insist on', 'n'],
  ['hint at', 'n'],
  ['hope for', 'n'],
  ['commit to', 'n'],
  ['agree to', 'n'],
];

/** Nouns of saying, with a clause after them ("his claim that …"). */
export const NOUNS: ReadonlySet<string> = new Set(
  `claim assertion argument statement suggestion warning announcement allegation accusation belief contention
  complaint prediction promise pledge vow insistence declaration assurance acknowledgment admission conclusion hope
  fear concern remark comment view notion denial charge assessment`.split(/\s+/),
);

/** Nouns of saying, with an infinitive after them ("her promise to act"). */
export const NOUNS_TO: ReadonlySet<string> = new Set('promise pledge vow threat refusal proposal call'.split(' '));

/** Words that introduce their source, with the content before or after: "according to the official". */
export const BY_PHRASES: readonly string[] = ['according to', 'in the words of', 'as per'];

/** Verbs of which words in single quotation are seldom speech: "a book titled “…”". */
export const NAMING: ReadonlySet<string> = new Set(
  `titled entitled called named dubbed nicknamed known headlined captioned labeled labelled`.split(/\s+/),
);

/** Works: what stands in marks beside them is a title. */
export const WORKS: ReadonlySet<string> = new Set(
  `book novel memoir film movie documentary show series episode song album single track play musical poem painting
  column podcast sitcom drama comedy magazine program programme segment exhibit exhibition essay hit anthem ballad`.split(
    /\s+/,
  ),
);

/** Titles whose stop ends no sentence, where a splitter may think it does. */
export const TITLE_STOPS: ReadonlySet<string> = new Set(
  'rev hon msgr fr sgt lt cpl maj adm capt col cmdr prof atty supt gen sen rep gov mr mrs ms dr st'.split(' '),
);

/** A sentence that starts so has its main clause after the first comma. */
export const SUBORDINATORS: ReadonlySet<string> = new Set(
  'when while as after although though because since if before once until asked given'.split(' '),
);

/** Words for one known person, who has a name in the text: not "official" or "aide", who may have none. */
export const PERSON_ROLES: ReadonlySet<string> = new Set(
  `president candidate nominee senator governor mayor congressman congresswoman lawmaker speaker leader
  secretary minister premier chancellor king queen prince pope pontiff businessman businesswoman billionaire mogul
  tycoon frontrunner front-runner hopeful contender republican democrat actor actress singer director chairman
  chairwoman justice judge author comedian host star`.split(/\s+/),
);

/** Days and months, and what makes a time with them: they are no subject and no object of a verb of saying. */
export const TIMES: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december today yesterday tonight tomorrow week month year morning afternoon evening night
  weekend spring summer fall autumn winter earlier later recently jan. feb. mar. apr. aug. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun.
  past day days weeks months years ago last this next late early`.split(/\s+/),
);
