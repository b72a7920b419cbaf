import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { type Arrangement, FACETS, SORTS } from './order.ts';
import { movedTo } from './scroll.ts';
import type { Menu, State } from './state.ts';

/** The choices of a menu in words; the first part of a pane is all of it. */
export function choicesOf({ pane, of }: Pick<Menu, 'pane' | 'of'>): readonly string[] {
  return of === 'sort' ? SORTS[pane].map(({ title }) => title) : ['all', ...FACETS[pane].map(({ title }) => title)];
}

/** Which choice of a menu the pane shows now. */
export function chosenNow({ pane, of }: Pick<Menu, 'pane' | 'of'>, { arranged }: Pick<State, 'arranged'>): number {
  return of === 'sort' ? arranged[pane].sort : arranged[pane].facet + 1;
}

/** Opens the menu of the orders or the parts of the pane in use, at the one that is shown. */
export function openMenu(env: Env, state: State, of: Menu['of']): State {
  const { pane } = state;
  return { ...state, menu: { pane, of, choice: chosenNow({ pane, of }, state), counts: countsOf(env, state, of) } };
}

/** A menu that is open, with its counts as they are now. */
export function menuAgain(env: Env, state: State, menu: Menu): Menu {
  return { ...menu, counts: countsOf(env, state, menu.of) };
}

/** How many rows each part of the pane in use has under the present search and filters. */
function countsOf(env: Env, state: State, of: Menu['of']): readonly number[] {
  if (of === 'sort') return [];
  const rowsOf = (facet: number) => {
    const arrangement: Arrangement = { sort: 0, facet };
    return env.visible({ ...state, arranged: { ...state.arranged, [state.pane]: arrangement } })[state.pane].items
      .length;
  };
  return Array.from({ length: FACETS[state.pane].length + 1 }, (_, i) => rowsOf(i - 1));
}

/** The arrangement once a choice is taken. */
export function arrangementOf({ of, choice }: Menu, now: Arrangement): Arrangement {
  return of === 'sort' ? { ...now, sort: choice } : { ...now, facet: choice - 1 };
}

/** What a command does in a menu, but for taking the choice. */
export function reduceMenu(state: State, menu: Menu, command: Command): State {
  if (command === 'back') return { ...state, menu: null };
  const count = choicesOf(menu).length;
  const choice = movedTo(command, menu.choice, count, count);
  return choice === undefined ? state : { ...state, menu: { ...menu, choice } };
}
