// What looks up what a text holds by hashes, for a test that counts its branches.

export { NO_LETTERS, withLetter } from '../src/hashing.ts';
export { Numbering } from '../src/index/grouping/numbering.ts';
export { Spellings } from '../src/index/terms/spellings.ts';
export { WordReader } from '../src/search/fold.ts';
export { Lexicon } from '../src/search/lexicon.ts';
