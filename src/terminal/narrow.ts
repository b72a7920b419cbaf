/**
 * Text of which every character is one grapheme and one column wide, whatever stands beside it: Latin letters, dashes
 * and marks of punctuation, arrows, lines, blocks and shapes; none that joins with its neighbour, as combining marks do. Nearly
 * all that is drawn is such text, and for it nobody has to read Unicode's tables, which takes longer than the drawing.
 */
export const NARROW =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u25ff\u2768-\u2775]*$/;
