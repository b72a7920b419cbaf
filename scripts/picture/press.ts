import { ctrl, KEY } from '../../test/pty/keys.ts';
import type { Terminal } from '../../test/pty/terminal.ts';

/** What to do at the keyboard: wait for a text on the screen, or press keys. */
export type Step = { readonly wait: string } | { readonly press: string };

/** Does one step after the other, and waits until the screen is still. */
export async function press(terminal: Terminal, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('wait' in step) await terminal.waitFor(step.wait);
    else for (const key of keysOf(step.press)) await pressOne(terminal, key);
  }
  await terminal.settled(250);
}

/** Keys in words to what a terminal sends: `zelenksy<enter><down>jj<ctrl-d>`. */
export function keysOf(words: string): string[] {
  const named = new Map(Object.entries(KEY).map(([name, bytes]) => [name.toLowerCase(), bytes as string]));
  return [...words.matchAll(/<([a-z-]+)>|./gsu)].map(([all, name = '']) => {
    const withCtrl = /^ctrl-([a-z])$/.exec(name);
    return withCtrl?.[1] ? ctrl(withCtrl[1]) : (named.get(name.replaceAll('-', '')) ?? all);
  });
}

async function pressOne(terminal: Terminal, key: string): Promise<void> {
  terminal.type(key);
  await terminal.settled(60);
}
