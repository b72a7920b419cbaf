/**
 * The sequence that puts text into the clipboard of the terminal that draws us, also over ssh (xterm's OSC 52). The
 * text goes as base64, so nothing in it can act; whether the terminal obeys it does not say.
 */
export function clipboardSequence(text: string): string {
  return `\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
