import type { Key as InkKey } from 'ink';
import { graphemes } from './width.ts';

/**
 * One key as the key table names it: a printable character stands for itself (`j`, `G`, `é`); the others are
 * `enter` `tab` `shift-tab` `escape` `backspace` `delete` `up` `down` `left` `right` `home` `end` `pageup`
 * `pagedown`, `ctrl-` with a letter, `ctrl-left` and `ctrl-right` (Alt with an arrow is the same), and `alt-` with a
 * character: a terminal sends it as Esc and the character, so that the two pressed together look alike ({@link plainKeys}).
 */
export type Key = string;

/**
 * The keys of one event of Ink's, in the order they were pressed. Keys that arrive together come as one event: they
 * are taken apart here, so that `jj` is two keys and `a` with Enter behind it is an `a` and an Enter.
 */
export function keysOf(input: string, key: InkKey): readonly Key[] {
  const name = nameOf(key);
  if (name !== undefined) return [name];
  if (key.ctrl && input.length === 1) return [`ctrl-${input.toLowerCase()}`];
  if (key.meta && [...graphemes(input)].length === 1 && keysOfCharacter(input)[0] === input) return [`alt-${input}`];
  const keys: Key[] = key.meta ? ['escape'] : [];
  for (const grapheme of graphemes(input)) keys.push(...keysOfCharacter(grapheme));
  return keys;
}

/** What a key is where it means nothing as it is: Alt with a character is Esc and the character, Ctrl-← is ←. */
export function plainKeys(key: Key): readonly Key[] {
  if (key === 'ctrl-left' || key === 'ctrl-right') return [key.slice(5)];
  return key.startsWith('alt-') && key.length > 4 ? ['escape', key.slice(4)] : [];
}

function nameOf(key: InkKey): Key | undefined {
  if ((key.leftArrow || key.rightArrow) && (key.ctrl || key.meta)) return key.leftArrow ? 'ctrl-left' : 'ctrl-right';
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.leftArrow) return 'left';
  if (key.rightArrow) return 'right';
  if (key.pageUp) return 'pageup';
  if (key.pageDown) return 'pagedown';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.return) return 'enter';
  if (key.tab) return key.shift ? 'shift-tab' : 'tab';
  if (key.escape) return 'escape';
  if (key.backspace) return 'backspace';
  if (key.delete) return 'delete';
  return undefined;
}

function keysOfCharacter(grapheme: string): readonly Key[] {
  const code = grapheme.charCodeAt(0);
  if (code >= 0x20 && code !== 0x7f) return [grapheme];
  if (grapheme.length > 1) return Array.from(grapheme).flatMap(keysOfCharacter);
  switch (code) {
    case 0x0a:
    case 0x0d:
      return ['enter'];
    case 0x09:
      return ['tab'];
    case 0x1b:
      return ['escape'];
    case 0x08:
    case 0x7f:
      return ['backspace'];
    default:
      return code > 0 && code < 0x1b ? [`ctrl-${String.fromCharCode(code + 0x60)}`] : [];
  }
}

/** Whether a key puts its own character into a text. */
export function isPrintable(key: Key): boolean {
  return !NAMED.has(key) && !(/^(?:ctrl|alt)-/.test(key) && key.length > 4 + (key.startsWith('ctrl') ? 1 : 0));
}

const NAMED: ReadonlySet<Key> = new Set([
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'home',
  'end',
  'enter',
  'tab',
  'shift-tab',
  'escape',
  'backspace',
  'delete',
]);
