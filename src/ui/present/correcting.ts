import type { Correction } from '../../index/corrections.ts';
import { keyFor } from '../commands.ts';
import { correctingContext } from '../context.ts';
import { current } from '../current.ts';
import type { Env } from '../env.ts';
import { type Line, seg } from '../line.ts';
import { isFree } from '../reduce-correct.ts';
import type { Ask, Correcting, State } from '../state.ts';
import { hintLine, hintsFor } from './hints.ts';
import { outletName } from './outlet.ts';
import { typedLine } from './typed.ts';

/** What is asked, about what: `…` stands for its name. */
const QUESTIONS: Readonly<Record<Ask['what'], string>> = {
  rename: 'New name of …',
  merge: '… is the same as',
  split: 'Spelling of … that means another',
  speaker: 'It is said by',
  outlet: 'The outlet of … is',
};

/** The foot of the screen while something is corrected: what can be done, or what is asked and the answers there are. */
export function correctingLine(env: Env, now: Correcting, width: number): Line {
  const { ask } = now;
  if (!ask) {
    const about: Line = [seg(`Correct ${nameOf(env, now)}: `, 'chip')];
    const room = width - about.reduce((sum, { text }) => sum + text.length, 0);
    return [...about, ...hintLine(hintsFor(correctingContext(now), room))];
  }
  const { text } = ask.prompt;
  const typed = typedLine(ask.prompt, Math.floor(width / 2));
  const choices = env.choices(now, ask);
  const chosen = choices[ask.choice];
  const answer: Line = isFree(ask)
    ? [seg('  Enter keeps it, Esc goes back', 'dim')]
    : chosen === undefined
      ? [seg(text === '' ? '  type a name' : '  nothing is called so', 'guess')]
      : [
          seg('  → ', 'dim'),
          seg(chosen, 'strong'),
          seg(`  ${ask.choice + 1} of ${choices.length}, ↓ next, Enter takes it`, 'dim'),
        ];
  return [seg(`${QUESTIONS[ask.what].replace('…', nameOf(env, now))}: `, 'chip'), ...typed, ...answer];
}

function nameOf({ world }: Env, { pane, item }: Correcting): string {
  if (pane === 'entities') return world.index.entities[item]?.name ?? '';
  const article = world.index.articles[pane === 'sources' ? item : (world.links.quotes[item]?.article ?? -1)]?.article;
  return pane === 'sources' && article ? outletName(article) : 'this quote';
}

/** What a correction did, and how it is taken back: where no row is left in the pane, from another one. */
export function correctionWords(env: Env, state: State, correction: Correction | undefined): string {
  const keys = `${keyFor('correct', 'panes')} and ${keyFor('fixUndo', 'fixEntity')}`;
  const where = current(env, state) === undefined ? ' on any row that is listed' : '';
  return `${doneWords(correction)}; ${keys}${where} take it back`;
}

function doneWords(correction: Correction | undefined): string {
  switch (correction?.kind) {
    case 'merge':
      return `${correction.entity} is now the same as ${correction.into}`;
    case 'split':
      return `“${correction.spelling}” is now apart from ${correction.entity}`;
    case 'rename':
      return `${correction.entity} is now called ${correction.name}`;
    case 'retype':
      return `${correction.entity} is now of type ${correction.type}`;
    case 'hide':
      return `${correction.entity} is not listed any more`;
    case 'speaker':
      return correction.speaker === null ? 'The speaker is now unknown' : `The speaker is now ${correction.speaker}`;
    case 'outlet':
      return `The outlet of ${correction.path} is now ${correction.outlet}`;
    case undefined:
      return 'Corrected';
  }
}
