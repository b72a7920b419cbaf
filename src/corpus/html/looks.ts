/** Whether a text is HTML rather than words: it holds a tag that lays text out. */
export function looksLikeMarkup(text: string): boolean {
  return /<(?:p|br|div|li|ul|h[1-6]|a|span|figure|blockquote|img|strong|em|b|i)(?:\s[^<>]{0,2000})?\/?>/i.test(
    text.slice(0, 20_000),
  );
}
