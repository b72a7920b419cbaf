const NO_ANSWER =
  /\b(?:declin\w+ to comment|requests? for comments?|for comment\b|no (?:immediate )?comment|(?:could not|couldn['’]t) (?:immediately )?be reached|to be seen\s{0,3}[.”"’']{0,4}\s{0,3}$)/i;

/** Whether a sentence says that somebody had nothing to say, or that nothing is known: every other article has one. */
export function isNoAnswer(sentence: string): boolean {
  return NO_ANSWER.test(sentence);
}
