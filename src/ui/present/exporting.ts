import { type Line, lineWidth, seg } from '../line.ts';
import type { Exporting } from '../state.ts';
import { hintLine, hintsFor } from './hints.ts';
import { typedLine } from './typed.ts';

/** The foot of the screen while what is on it is exported. */
export function exportingLine({ stage, prompt, problem }: Exporting, width: number): Line {
  switch (stage) {
    case 'name': {
      const asks = seg('Export to: ', 'chip');
      const says = problem === null ? seg('  Enter writes it, Esc does not', 'dim') : seg(`  ${problem}`, 'warning');
      const room = Math.max(12, width - lineWidth([asks, says]) - 1);
      return [asks, ...typedLine(prompt, room), says];
    }
    case 'sure': {
      const asks = [seg('There already: ', 'chip'), seg(prompt.text, 'strong'), seg('. Replace it?  ')];
      return [...asks, ...hintLine(hintsFor('sure', Math.max(12, width - lineWidth(asks))))];
    }
    case 'writing':
      return [seg(`Writing ${prompt.text} …`, 'dim')];
  }
}
