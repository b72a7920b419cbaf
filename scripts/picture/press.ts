import { ctrl, KEY } from '../../test/pty/keys.ts';
import type { Terminal } from '../../test/pty/terminal.ts';

/** What to do at the keyboard: wait for a text on the screen, or press keys, once or until a text is there. */
export type Step = { readonly wait: string } | { readonly press: string; readonly until?: string };

const MOST = 100;

/** Does one step after the other, and waits until the screen is still. */
export async function press(terminal: Terminal, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('wait' in step) await terminal.waitFor(step.wait);
    else if (step.until === undefined) await pressAll(terminal, step.press);
    else {
      for (let i = 0; i < MOST && terminal.rowOf(step.until) < 0; i++) await pressAll(terminal, step.press);
      await terminal.waitFor(step.until);
    }
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

async function pressAll(terminal: Terminal, keys: string): Promise<void> {
  for (const key of keysOf(keys)) {
    terminal.type(key);
    await terminal.settled(60);
  }
}
