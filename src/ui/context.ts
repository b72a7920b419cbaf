import type { Context } from './commands.ts';
import type { Correcting, State } from './state.ts';

/** Where keys mean what they mean now. */
export function contextOf(state: State): Context {
  if (state.palette) return 'palette';
  if (state.help !== null) return 'help';
  if (state.menu) return 'menu';
  if (state.exporting) return state.exporting.stage === 'sure' ? 'sure' : 'ask';
  if (state.noting) return 'ask';
  if (state.listing) return 'bookmarks';
  if (state.correcting) return correctingContext(state.correcting);
  if (state.read) return state.read.finding?.typing ? 'ask' : 'read';
  if (state.compare) return 'compare';
  if (state.timeline) return 'timeline';
  if (state.matrix) return 'matrix';
  return state.focus === 'prompt' ? 'prompt' : 'panes';
}

/** Where the keys of a choice of what to correct mean what they mean. */
export function correctingContext({ pane, ask }: Correcting): Context {
  if (ask) return 'ask';
  return pane === 'entities' ? 'fixEntity' : pane === 'quotes' ? 'fixQuote' : 'fixSource';
}

/** Whether what is pressed there is text. */
export function isTyping(context: Context): boolean {
  return context === 'prompt' || context === 'ask' || context === 'palette';
}
