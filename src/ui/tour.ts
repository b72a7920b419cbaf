import { type Command, type Context, keyFor } from './commands.ts';
import { type Line, seg } from './line.ts';
import type { State } from './state.ts';

/** A step of the tour: what is seen, what to do next, and whether that has been done. */
interface Step {
  readonly see: string;
  readonly press: string;
  readonly done: (state: State) => boolean;
}

const key = (command: Command, where: Context = 'panes') => keyFor(command, where);

/** The steps, with the keys as they are bound when it is asked for them. */
const tour = (): readonly Step[] => [
  {
    see: 'Five reposts of one story. None names its outlet: ~ says that it was worked out.',
    press: `Press ${key('search')} and type zelenksy, misspelt as it is.`,
    done: ({ answered }) => answered.length >= 5,
  },
  {
    see: 'All three panes narrowed on every key; what matched is underlined.',
    press: `${key('back', 'everywhere')} leaves the search, and once more empties it.`,
    done: ({ prompt, focus }) => prompt.text === '' && focus !== 'prompt',
  },
  {
    see: `${key('nextPane')} goes from pane to pane, ${key('down')} and ${key('up')} from row to row.`,
    press: `Go to the entities, and press ${key('enter')} on one.`,
    done: ({ filters }) => filters.some(({ by }) => by === 'entity'),
  },
  {
    see: 'The panes show only what has to do with it; the chip above says so.',
    press: `${key('back', 'everywhere')} takes it off. Then ${key('quotesPane')}, to the quotes.`,
    done: ({ filters, pane }) => filters.length === 0 && pane === 'quotes',
  },
  {
    see: 'The preview shows who says it and where that is read; ? marks a guess.',
    press: `${key('compare')} sets the story side by side.`,
    done: ({ compare }) => compare !== null,
  },
  {
    see: 'One thing said once, in the words of each outlet. What differs is underlined.',
    press: `${key('read', 'compare')} reads the article at this place.`,
    done: ({ read }) => read !== null,
  },
  {
    see: `What is marked stands in the file to the letter; ${key('nextStop', 'read')} goes to the next.`,
    press: `${key('back', 'everywhere')} goes back out, twice, to the panes.`,
    done: ({ read, compare }) => read === null && compare === null,
  },
  {
    see: `${key('correct')} corrects what is wrong, ${key('copy')} copies with the citation, ${key('open')} opens the file.`,
    press: `${key('help')} shows every key. ${key('quit')} quits; crisis-tui FOLDER opens your own articles.`,
    done: () => false,
  },
];

/** The rows that the tour takes below the screen. */
export const TOUR_ROWS = 2;

/** The state with the tour at the first step that is not done yet. */
export function toured(state: State): State {
  if (state.tour === null || !tour()[state.tour]?.done(state)) return state;
  return { ...state, tour: state.tour + 1 };
}

/** What the tour says at a step: what is seen, and what to press. */
export function tourLines(step: number): readonly Line[] {
  const steps = tour();
  const { see = '', press = '' } = steps[step] ?? {};
  const count = `${step + 1}/${steps.length} `;
  return [
    [seg(count, 'chip'), seg(see)],
    [seg(' '.repeat(count.length)), seg(press, 'strong')],
  ];
}
