import { quoteAt } from '../index/access.ts';
import type { Correction } from '../index/corrections.ts';
import { ENTITY_TYPES } from '../model.ts';
import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { EMPTY_PROMPT, edit, insert } from './prompt.ts';
import type { Ask, Correcting, State } from './state.ts';

/** Opens the choice of what to correct about the row under the cursor. */
export function openCorrecting(state: State, item: number | undefined): State {
  if (item === undefined) return { ...state, notice: 'Nothing is listed here to correct' };
  return { ...state, correcting: { pane: state.pane, item, ask: null } };
}

/** What a command does while something is corrected. */
export function reduceCorrecting(env: Env, state: State, now: Correcting, command: Command): State {
  if (now.ask) return reduceAsk(env, state, now, now.ask, command);
  const ask = (what: Ask['what']): State => ({
    ...state,
    correcting: { ...now, ask: { what, prompt: EMPTY_PROMPT, choice: 0 } },
  });
  const entity = env.world.index.entities[now.item];
  switch (command) {
    case 'fixName':
      return ask('rename');
    case 'fixMerge':
      return ask('merge');
    case 'fixSplit':
      return ask('split');
    case 'fixSpeaker':
      return ask('speaker');
    case 'fixOutlet':
      return ask('outlet');
    case 'fixType': {
      if (!entity) return state;
      const type = ENTITY_TYPES[(ENTITY_TYPES.indexOf(entity.type) + 1) % ENTITY_TYPES.length] ?? 'misc';
      return wanting(env, state, { kind: 'retype', entity: entity.name, type });
    }
    case 'fixHide':
      return entity ? wanting(env, state, { kind: 'hide', entity: entity.name }) : state;
    case 'fixUnknown':
      return wanting(env, state, speakerCorrection(env, now.item, null));
    case 'fixUndo': {
      const { corrections } = env.world;
      if (corrections.length === 0)
        return { ...state, correcting: null, notice: 'There is no correction to take back' };
      return { ...state, correcting: null, wanted: corrections.slice(0, -1) };
    }
    default:
      return { ...state, correcting: null };
  }
}

/** What is typed while a name is asked for. */
export function typedIntoAsk(state: State, now: Correcting, ask: Ask, text: string): State {
  return { ...state, correcting: { ...now, ask: { ...ask, prompt: insert(ask.prompt, text), choice: 0 } } };
}

function reduceAsk(env: Env, state: State, now: Correcting, ask: Ask, command: Command): State {
  const prompt = edit(ask.prompt, command);
  if (prompt) return { ...state, correcting: { ...now, ask: { ...ask, prompt, choice: 0 } } };
  const choices = env.choices(now, ask);
  switch (command) {
    case 'down':
    case 'up': {
      const choice = Math.max(0, Math.min(choices.length - 1, ask.choice + (command === 'down' ? 1 : -1)));
      return { ...state, correcting: { ...now, ask: { ...ask, choice } } };
    }
    case 'enter': {
      const answer = isFree(ask) ? ask.prompt.text.trim() : choices[ask.choice];
      if (!answer) return { ...state, notice: isFree(ask) ? 'Type a name first' : 'Nothing is called so' };
      return wanting(env, state, correctionOf(env, now, ask, answer));
    }
    case 'back':
      return { ...state, correcting: { ...now, ask: null } };
    default:
      return state;
  }
}

/** Whether any name may be given, or one of the choices must be taken. */
export function isFree({ what }: Ask): boolean {
  return what === 'rename' || what === 'outlet';
}

function correctionOf(env: Env, { item }: Correcting, { what }: Ask, answer: string): Correction {
  const { index } = env.world;
  const entity = index.entities[item]?.name ?? '';
  switch (what) {
    case 'rename':
      return { kind: 'rename', entity, name: answer };
    case 'merge':
      return { kind: 'merge', entity, into: answer };
    case 'split':
      return { kind: 'split', entity, spelling: answer };
    case 'outlet':
      return { kind: 'outlet', path: index.articles[item]?.article.path ?? '', outlet: answer };
    case 'speaker':
      return speakerCorrection(env, item, answer);
  }
}

/** As many characters of a quote as tell it apart from another that moved to its place. */
const TELLING = 40;

function speakerCorrection({ world }: Env, number: number, speaker: string | null): Correction {
  const ref = world.links.quotes[number];
  if (!ref) throw new RangeError(`no quote ${number}`);
  const article = world.index.articles[ref.article]?.article;
  const { start, end } = quoteAt(world.index, ref);
  const text = article?.text.slice(start, Math.min(end, start + TELLING)) ?? '';
  return { kind: 'speaker', path: article?.path ?? '', start, text, speaker };
}

/** Asks for a correction to be kept and applied, which is not the reducer's to do. */
function wanting({ world }: Env, state: State, correction: Correction): State {
  return { ...state, correcting: null, wanted: [...(state.wanted ?? world.corrections), correction] };
}
