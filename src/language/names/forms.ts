/** Names as words that can be compared: without case, accents, titles, initials' stops and possessives. */

/** Words before a name that are no part of it. */
const TITLES = new Set(
  `mr mrs ms miss mx dr sir dame lord lady president vice premier minister chancellor senator sen rep representative
  congressman congresswoman gov governor mayor gen general col colonel maj major capt captain lt lieutenant sgt sergeant
  adm admiral cmdr commander king queen prince princess emperor pope cardinal archbishop bishop father sister brother rev
  reverend rabbi imam sheikh ayatollah judge justice prof professor sultan emir secretary ambassador director chairman chairwoman
  speaker attorney deputy former prime foreign defense defence national the acting englishman englishwoman welshman
  irishman irishwoman scotsman frenchman frenchwoman dutchman freshman sophomore`.split(/\s+/),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const CORPORATE = new Set(
  'inc corp corporation co company ltd limited plc llc nv ag sa se gmbh group holdings holding'.split(' '),
);

/** Lower case, no accents, no full stops, straight apostrophes; words apart by one space. */
export function fold(text: string): string {
  let out = '';
  for (const char of text.normalize('NFD').toLowerCase()) {
    const unit = char.charCodeAt(0);
    if (unit >= 0x300 && unit <= 0x36f) continue;
    if (char === '.') continue;
    if (char === '’') out += "'";
    else if (char === '-' || char === '–' || char === ',' || char === '"' || char === '“' || char === '”') out += ' ';
    else out += char === 'ł' ? 'l' : char === 'ø' ? 'o' : char === 'ı' ? 'i' : char;
  }
  return out.split(/\s+/).filter(Boolean).join(' ');
}

/** Whether a word is a title of courtesy, office or rank. */
export function isTitle(word: string): boolean {
  return TITLES.has(fold(word));
}

/** A nickname within a name: marks with the rest of the name on both sides. */
const NICKNAME = / (?:"([^"]{1,30})"|“([^”]{1,30})”|‘([^’]{1,30})’|'([^']{1,30})')(?= )/u;

/** The nickname that a person's full name holds in marks: `The Hammer` of `Ada "The Hammer" Orsolo`. */
export function nicknameOf(text: string): string | undefined {
  const found = MARK.test(text) ? NICKNAME.exec(text) : null;
  return found?.slice(1).find((words) => words !== undefined);
}

const MARK = / ["“‘']/;

/** The nicknames that full names hold, as {@link personWords} gives them, their words apart by one space. */
export function nicknamesIn(names: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names) {
    const nickname = nicknameOf(name);
    if (nickname !== undefined) found.add(personWords(nickname).join(' '));
  }
  return found;
}

/**
 * The words of a person's name: titles, nickname in marks, suffixes and possessive taken off, initials apart. A number
 * that makes a king of a first name stays: "George III".
 */
export function personWords(text: string): readonly string[] {
  const plain = MARK.test(text) ? text.replace(NICKNAME, '') : text;
  const apart = plain.replace(INITIALS, (initials: string, offset: number) =>
    /\s/.test(plain[offset + initials.length] ?? '') ? initials.replaceAll('.', '. ') : initials,
  );
  const words = withoutPossessive(fold(apart))
    .split(' ')
    .filter((word) => word !== '');
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift();
  const least = REGNAL.has(words.at(-1) ?? '') ? 2 : 1;
  while (words.length > least && SUFFIXES.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** "H.W." of "George H.W. Bush". */
const INITIALS = /(?:^|[^\p{L}.])(?:\p{Lu}\.){2,}/gu;
const REGNAL = new Set(['ii', 'iii', 'iv']);

/** One spelling of the name of an organization, place or thing: `the`, company forms and possessive taken off. */
export function thingKey(text: string): string {
  const words = withoutPossessive(fold(text)).replaceAll(' and ', ' & ').split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  let company = false;
  while (words.length > 1 && (CORPORATE.has(words.at(-1) ?? '') || (company && words.at(-1) === 'motor'))) {
    words.pop();
    company = true;
  }
  return words.join(' ');
}

function withoutPossessive(folded: string): string {
  return folded.endsWith("'s") ? folded.slice(0, -2) : folded.endsWith("s'") ? folded.slice(0, -1) : folded;
}

const SMALL = new Set('of the and for in on & de la des du et to'.split(' '));

/** The initials a name may be shortened to: with and without its small words. */
export function acronymsOf(key: string): readonly string[] {
  const words = key
    .split(' ')
    .flatMap((word) => word.split('/'))
    .filter(Boolean);
  if (words.length < 2) return [];
  const all = words.map((word) => (word === '&' ? 'a' : word[0])).join('');
  const large = words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
  return large.length < 2 ? [] : all === large ? [large] : [large, all];
}

/** Acronyms that the news does not explain, and the key of what they stand for there. */
const WELL_KNOWN = new Map(
  `nbc:national broadcasting company|cbs:columbia broadcasting system|abc:american broadcasting company|cnn:cable news network|
  bbc:british broadcasting corporation|fbi:federal bureau of investigation|cia:central intelligence agency|
  pac:political action committee|ap:associated press|dnc:democratic national committee|rnc:republican national committee|
  gop:grand old party|nra:national rifle association|irs:internal revenue service|aids:aids|hiv:hiv|dna:dna|ceo:ceo|
  nato:north atlantic treaty organization|nasa:national aeronautics & space administration|opec:organization of petroleum exporting countries|
  eu:european union|un:united nations|afp:agence france presse|epa:environmental protection agency|nba:national basketball association|
  nfl:national football league|mlb:major league baseball|nhl:national hockey league|gm:general motors|ibm:ibm|
  npr:national public radio|msnbc:msnbc|pbs:public broadcasting service|who:world health organization`
    .split(/\|\s*/)
    .map((entry) => entry.split(':') as [string, string]),
);

/** Whether all know what an acronym stands for. */
export function isWellKnown(acronym: string): boolean {
  return WELL_KNOWN.has(acronym);
}

/** Whether an acronym may be short for a name: by its initials, and not against what all know. */
export function mayShorten(acronym: string, long: string): boolean {
  const known = WELL_KNOWN.get(acronym);
  return (known === undefined || known === long) && acronymsOf(long).includes(acronym);
}

/** Whether a name is written as an acronym: NATO, U.N., GM. */
export function isAcronym(text: string): boolean {
  const letters = text.replaceAll('.', '');
  return (
    letters.length >= 2 &&
    letters.length <= 7 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    !/\s/.test(text)
  );
}

/**
 * A name as it sounds, roughly: spellings of one name in other alphabets come out alike. Zelenskyy, Zelenskiy and
 * Zelensky are `zelenski`, Aleksandr and Alexandr `aleksandr`.
 */
export function skeleton(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  if (skeletons.size > REMEMBERED) skeletons.clear();
  const made = makeSkeleton(word);
  skeletons.set(word, made);
  return made;
}

/** The same last names are compared over and over. */
const skeletons = new Map<string, string>();
const REMEMBERED = 50_000;

function makeSkeleton(word: string): string {
  const spelt = word
    .replaceAll('x', 'ks')
    .replaceAll('kh', 'h')
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replaceAll('tz', 'ts')
    .replaceAll('ou', 'u')
    .replaceAll('w', 'v')
    .replaceAll('y', 'i')
    .replaceAll('j', 'i')
    .replaceAll('q', 'k')
    .replaceAll("'", '');
  let out = '';
  for (const char of spelt) if (!out.endsWith(char)) out += char;
  return out;
}

/** Whether two words are equal but for one letter left out, put in or changed. */
export function oneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > b.length) return oneEdit(b, a);
  if (b.length - a.length > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(a.length === b.length ? i + 1 : i) === b.slice(i + 1);
}

/** Shorter words than this are not taken for misspellings of one another. */
const LONG_ENOUGH = 6;

/** Whether two last names may be spellings of one. */
export function soundAlike(a: string, b: string): boolean {
  if (a === b) return true;
  // the Clintons are not Clinton, Rogers is not Roger
  if (a === `${b}s` || b === `${a}s`) return false;
  const [x, y] = [skeleton(a), skeleton(b)];
  return x === y || (Math.min(x.length, y.length) >= LONG_ENOUGH && x[0] === y[0] && oneEdit(x, y));
}
