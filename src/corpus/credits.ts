import type { Fact, LeftOut, Span } from '../model.ts';

/** The wire services and papers whose credit at the foot or head of a text makes them its origin. */
const AGENCIES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\b(?:the )?associated press\b|\(AP\)/i, 'The Associated Press'],
  [/\breuters\b/i, 'Reuters'],
  [/\bagence france-presse\b|\(AFP\)/i, 'Agence France-Presse'],
  [/\binterfax\b/i, 'Interfax'],
  [/\bbloomberg news\b/i, 'Bloomberg News'],
  [/\bxinhua\b/i, 'Xinhua'],
  [/\btass\b/, 'TASS'],
];

/** `PARIS (Reuters) -`, `DALLAS (AP) —`, at the start of the text. */
const AGENCY_DATELINE = /^[^()\n]{2,60}\((AP|Reuters|AFP|Xinhua|TASS|Interfax)\)\s{0,2}[-–—]/;
/** "With reporting by Reuters and RFE/RL's Ukrainian Service": a house signs with its own service last. */
const HOUSE_SERVICE = /\b([\p{Lu}][\p{L}/&]{1,20})[’'‘]s (?:\p{Lu}\p{Ll}+ ){1,2}Service\b/u;

/**
 * Origin and outlet as the credit lines and the dateline give them. A credit makes an agency the origin, never the
 * outlet: whoever thanks the Associated Press is somebody else.
 *
 * @param text the file as decoded
 * @param lead the first paragraph of the body
 * @param leftOut the ranges left out, of which the credit lines are read
 */
export function readCredits(
  text: string,
  lead: Span | undefined,
  leftOut: readonly LeftOut[],
): { readonly outlet: Fact | null; readonly origin: Fact | null } {
  const credits = leftOut.filter(({ why }) => why === 'credit line');
  let outlet: Fact | null = null;
  let origin: Fact | null = null;
  for (const credit of credits) {
    const line = text.slice(credit.start, credit.end);
    const house = HOUSE_SERVICE.exec(line);
    if (house?.[1]) {
      const start = credit.start + house.index;
      const span = { start, end: start + house[1].length };
      outlet ??= inferred(house[1], 0.8, 'signs with a service of its own', credit, text, span);
    }
    const named = AGENCIES.filter(([pattern, name]) => pattern.test(line) && name !== outlet?.value);
    if (named.length === 1 && named[0]) origin ??= inferred(named[0][1], 0.7, 'credited', credit, text);
  }
  const dateline = lead && AGENCY_DATELINE.exec(text.slice(lead.start, lead.start + 90));
  if (lead && dateline) {
    const agency = AGENCIES.find(([pattern]) => pattern.test(`(${dateline[1]})`));
    const span = { start: lead.start, end: lead.start + dateline[0].length };
    if (agency) origin = inferred(agency[1], 0.9, 'in the dateline', span, text);
  }
  return { outlet, origin };
}

function inferred(value: string, confidence: number, why: string, at: Span, text: string, span?: Span): Fact {
  const evidence = { says: `${why}: “${text.slice(at.start, at.end)}”`, from: 'text' as const, span: at };
  return { value, how: 'inferred', confidence, evidence: [evidence], ...(span ? { span } : {}) };
}
