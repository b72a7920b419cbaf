/** What stands before the names of a byline. */
const LEAD =
  /^(?:(?:written|posted|reported|story|text|words|analysis|review|opinion)\s+)?(?:by\b:?|from\b|author\b:?)\s*/i;
/** What is no name: an address, a role, a date, a prompt. */
const NO_NAME =
  /https?:|www\.|[@\d]{1}\S*|^(?:admin|administrator|editor|author|unknown|guest|follow|view all posts?|share|updated|published|posted|more by.*)$/i;

/**
 * The names of a byline in order, without "By", addresses, dates and roles that some sites add.
 *
 * @returns the names; empty when the words name nobody
 */
export function personNames(byline: string): readonly string[] {
  const names = byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEAD, '')
    .split(/\s*(?:[,;|•·\n]|\s(?:and|&|with)\s)\s*/)
    .map((name) =>
      name
        .replace(LEAD, '')
        .replace(/[.,:]+$/, '')
        .trim(),
    )
    .filter((name) => name.length > 1 && name.length < 60 && !NO_NAME.test(name) && /\p{L}/u.test(name));
  return [...new Set(names)];
}
