/**
 * What a program has written to a terminal that it did not mean: everything that is neither text nor one of the few
 * sequences that it draws with.
 */

/** What the screen is drawn with (Ink, and `src/terminal`), as it stands behind ESC. Adding one is a decision. */
const MEANT: readonly RegExp[] = [
  // Looks: the attributes and the sixteen colours of ui/theme.ts, and how Ink and chalk end them.
  /^\[(?:0|1|2|3|4|7|22|23|24|27|[34]9|[349][0-7]|10[0-7])?(?:;(?:1|2|3|4|7|22|23|24|27|[34]9|[349][0-7]|10[0-7])){0,6}m$/,
  // The cursor from row to row and to a cell (a payload sets it beyond all screens tried); rows and cells emptied.
  /^\[\d{0,3}[ABCDEFG]$/,
  /^\[[0-2]?[JK]$/,
  /^\[\d{1,3}X$/,
  /^\[(?:[12]?\d{1,2}(?:;[12]?\d{1,2})?)?H$/,
  // The cursor shown and hidden, the other screen, whole frames, paste marks, the mouse.
  /^\[\?(?:25|1049|2026|2004)[hl]$/,
  /^\[\?1000;1006[hl]$/,
  /^\[\?1000;1002;1003;1006l$/,
  // The terminal's title, kept and given back.
  /^\[2[23];2t$/,
  /^\]2;(?:crisis-tui[^\u0000-\u001f\u007f-\u009f\u202a-\u202e]{0,300})?\u001b\\$/,
  // Whether keys can be told apart, asked and set by Ink.
  /^\[\?u$/,
  /^\[[<>=]\d{0,2}u$/,
];

const SEQUENCE =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[PX^_][^\u001b]*\u001b\\|[ -/]*[0-~])/g;
/** Controls but line ends, C1, bidirectional controls, characters of no width, tags, halves of pairs. */
const UNSEEN =
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}\ud800-\udfff]|\u034f/gu;
/** Back to the start of a row, and then text over what stands there. */
const WRITTEN_OVER = /\r(?![\r\n\u001b]|$)/g;

/**
 * The offences in what was written, each as it can be read in a message.
 *
 * @param also what this program means to write besides, behind ESC: a copy to the clipboard
 */
export function escapesIn(written: string, also: readonly RegExp[] = []): readonly string[] {
  const offences: string[] = [];
  const rest = written.replace(SEQUENCE, (sequence) => {
    if (![...MEANT, ...also].some((meant) => meant.test(sequence.slice(1)))) offences.push(JSON.stringify(sequence));
    return '';
  });
  for (const { index } of written.matchAll(WRITTEN_OVER))
    offences.push(`a line written over behind ${JSON.stringify(written.slice(Math.max(0, index - 20), index))}`);
  for (const { 0: character, index } of rest.matchAll(UNSEEN))
    offences.push(`${JSON.stringify(character)} behind ${JSON.stringify(rest.slice(Math.max(0, index - 20), index))}`);
  return offences;
}
