const PHRASES = [
  'declined to comment',
  'declines to comment',
  'declining to comment',
  'request for comment',
  'requests for comment',
  'for comment',
  'no comment',
  'no immediate comment',
  'could not be reached',
  'could not immediately be reached',
  "couldn't be reached",
  'remains to be seen',
];
const LETTER = /\p{L}/u;
/** What may stand behind the last word of a sentence. */
const STOPS = /^[\s.”"’']{0,6}$/;

/** Whether a sentence says that somebody had nothing to say, or that nothing is known: every other article has one. */
export function isNoAnswer(sentence: string): boolean {
  const lower = sentence.toLowerCase().replaceAll('’', "'");
  return PHRASES.some((phrase) => {
    const at = lower.indexOf(phrase);
    if (at < 0) return false;
    const after = lower.slice(at + phrase.length);
    return phrase === 'remains to be seen' ? STOPS.test(after) : !LETTER.test(after[0] ?? ' ');
  });
}
