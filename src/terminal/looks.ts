/**
 * How a cell looks, as a number: attributes, colours and where it leads. The same looks have the same number; 0 is the
 * terminal's own.
 */
export type Look = number;

export const PLAIN: Look = 0;

interface Parts {
  /** Bits of {@link ATTRIBUTES}. */
  readonly on: number;
  /** SGR parameters, "36" or "38;5;120"; empty is the terminal's own. */
  readonly colour: string;
  readonly behind: string;
  /** The address of a link (OSC 8); empty where there is none. */
  readonly link: string;
}

/** SGR parameters (ECMA-48, 8.3.117) that turn an attribute on and off, in the order of their bits. */
const ATTRIBUTES: readonly (readonly [on: number, off: number])[] = [
  [1, 22],
  [2, 22],
  [3, 23],
  [4, 24],
  [7, 27],
  [9, 29],
];
const BIT_OF = new Map(ATTRIBUTES.map(([on], i) => [on, 1 << i]));
const BITS_OFF = new Map<number, number>();
for (const [i, [, off]] of ATTRIBUTES.entries()) BITS_OFF.set(off, (BITS_OFF.get(off) ?? 0) | (1 << i));

const NOTHING: Parts = { on: 0, colour: '', behind: '', link: '' };
const looks: Parts[] = [NOTHING];
const numbers = new Map<string, Look>([[keyOf(NOTHING), PLAIN]]);
/** What an SGR sequence makes of a look, and what leads from one to another: asked for every run of every row. */
const made = new Map<string, Look>();
const ways = new Map<number, string>();
/** No screen has so many; a corpus may have as many links as files. */
const MOST = 4096;
/** Room for those that one frame adds. */
const ROOM = 4 * MOST;

function keyOf({ on, colour, behind, link }: Parts): string {
  return `${on}/${colour}/${behind}/${link}`;
}

function partsOf(look: Look): Parts {
  return looks[look] ?? NOTHING;
}

function numberOf(parts: Parts): Look {
  const key = keyOf(parts);
  let number = numbers.get(key);
  if (number === undefined) {
    number = looks.push(parts) - 1;
    numbers.set(key, number);
  }
  return number;
}

let generation = 0;

/**
 * Forgets every look where there are too many; to be asked before a frame is drawn.
 *
 * @returns which generation of looks it is: numbers of another mean nothing
 */
export function generationOfLooks(): number {
  if (looks.length < MOST) return generation;
  looks.length = 1;
  numbers.clear();
  numbers.set(keyOf(NOTHING), PLAIN);
  made.clear();
  ways.clear();
  return ++generation;
}

/** The look after an SGR sequence, by its parameters. What is not known here changes nothing. */
export function withSgr(look: Look, parameters: string): Look {
  const key = `${look}m${parameters}`;
  let next = made.get(key);
  if (next === undefined) {
    next = numberOf(applied(partsOf(look), parameters));
    if (made.size > MOST) made.clear();
    made.set(key, next);
  }
  return next;
}

/** The look that leads to an address; to none when that is empty. */
export function withLink(look: Look, link: string): Look {
  return numberOf({ ...partsOf(look), link });
}

function applied(before: Parts, parameters: string): Parts {
  let { on, colour, behind } = before;
  const codes = parameters.split(';').map(Number);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const bit = BIT_OF.get(code);
    if (code === 0) [on, colour, behind] = [0, '', ''];
    else if (bit !== undefined) on |= bit;
    else if (BITS_OFF.has(code)) on &= ~(BITS_OFF.get(code) as number);
    else if (code === 39) colour = '';
    else if (code === 49) behind = '';
    else if (code === 38 || code === 48) {
      const parts = codes[i + 1] === 5 ? codes.slice(i, i + 3) : codes.slice(i, i + 5);
      i += parts.length - 1;
      if (!parts.every((part) => part >= 0 && part < 256) || parts.length < 3) continue;
      if (code === 38) colour = parts.join(';');
      else behind = parts.join(';');
    } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) colour = `${code}`;
    else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) behind = `${code}`;
  }
  return { ...before, on, colour, behind };
}

/** The fewest bytes that make a terminal which writes in one look write in another. */
export function wayTo(from: Look, to: Look): string {
  if (from === to) return '';
  const key = from * ROOM + to;
  let way = ways.get(key);
  if (way === undefined) {
    const [a, b] = [partsOf(from), partsOf(to)];
    way = (a.link === b.link ? '' : `\u001b]8;;${b.link}\u0007`) + sgrWay(a, b);
    if (ways.size > MOST) ways.clear();
    ways.set(key, way);
  }
  return way;
}

function sgrWay(from: Parts, to: Parts): string {
  if (from.on === to.on && from.colour === to.colour && from.behind === to.behind) return '';
  const anew = to.on === 0 && to.colour === '' && to.behind === '' ? [] : ['0', ...codesOf(to)];
  const steps: (number | string)[] = [];
  let { on } = from;
  for (const [i, [, off]] of ATTRIBUTES.entries()) {
    if ((on & ~to.on & (1 << i)) === 0) continue;
    steps.push(off);
    on &= ~(BITS_OFF.get(off) as number);
  }
  for (const [i, [code]] of ATTRIBUTES.entries()) if ((to.on & ~on & (1 << i)) !== 0) steps.push(code);
  if (from.colour !== to.colour) steps.push(to.colour || 39);
  if (from.behind !== to.behind) steps.push(to.behind || 49);
  const [byReset, bySteps] = [anew.join(';'), steps.join(';')];
  return `\u001b[${byReset.length <= bySteps.length ? byReset : bySteps}m`;
}

function codesOf({ on, colour, behind }: Parts): readonly (number | string)[] {
  const attributes = ATTRIBUTES.flatMap(([code], i) => ((on & (1 << i)) === 0 ? [] : [code]));
  return [...attributes, ...(colour ? [colour] : []), ...(behind ? [behind] : [])];
}
