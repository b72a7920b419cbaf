/** What stands before the names of a byline. */
const LEAD =
  /^(?:(?:written|posted|reported|published|story|text|words|analysis|review|opinion)\s+)?(?:by\b\s?:?|from\b|author\b\s?:?)\s*/i;
/** "ByAnn Smith", where two elements met. */
const GLUED = /^By(?=\p{Lu})/u;
const ROLE =
  /\s(?:staff(?: (?:writer|reporter))?|(?:senior |staff |political |chief )?(?:correspondent|reporter|columnist))$/i;
/** What is no name: addresses, roles, days, prompts. */
const NO_NAME =
  /https?:|www\.|[@\d|]|^(?:admin|administrator|editors?|editorial|authors?|staff|unknown|guest|none|follow|share|comments?|updated|published|posted|email|print|home|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:view|see|show|read|more|all|about|contact|follow|subscribe|sign)\b.{0,60})$/i;
const MAX_NAME = 60;

/**
 * The names of a byline in order, without "By", addresses, days and roles that some sites add.
 *
 * @param site the name of the site, which some put behind each name
 * @returns the names; empty when the words name nobody
 */
export function personNames(byline: string, site?: string): readonly string[] {
  const names = byline
    .slice(0, 1000)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(GLUED, '')
    .replace(LEAD, '')
    .split(/ ?[,;|•·] ?| (?:and|&|with) /)
    .map((name) => tidy(name, site))
    .filter((name) => name.length > 1 && name.length < MAX_NAME && /\p{L}/u.test(name) && !NO_NAME.test(name));
  return [...new Set(names)];
}

function tidy(name: string, site: string | undefined): string {
  const bare = name
    .trim()
    .replace(LEAD, '')
    .replace(/[.,:-]{1,3}$/, '')
    .replace(ROLE, '')
    .trim();
  return site && bare.length > site.length && bare.endsWith(site) ? bare.slice(0, -site.length).trim() : bare;
}
