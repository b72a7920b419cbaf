import { justify, type Line, seg, sign } from '../line.ts';
import { choicesOf, chosenNow } from '../reduce-menu.ts';
import type { Menu, State } from '../state.ts';

/** The rows of a menu: each choice, the one that is shown now marked, and of a part how many rows it has. */
export function menuLines(menu: Menu, state: Pick<State, 'arranged'>, width: number): readonly Line[] {
  const now = chosenNow(menu, state);
  return choicesOf(menu).map((title, i) => {
    const count = menu.counts[i];
    const left = [
      sign(i === now ? '● ' : '  ', i === now ? 'chosen: ' : '', 'chip'),
      seg(title, ...(i === now ? ['strong' as const] : [])),
    ];
    return justify(left, count === undefined ? [] : [sign(`${count}`, `, ${count}`, 'dim')], width);
  });
}
