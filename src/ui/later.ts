import { atOnce, inSlices, type Paused } from '../search/slices.ts';
import { otherThings } from './searching.ts';

/** Something that is worked out once, when it is first asked for, without ever keeping a key waiting. */
export interface Later<T> {
  /** It, if it is known or can be had at once. */
  known(): T | undefined;
  /** Works on it in slices; false when that was broken off. Then it is known. */
  find(broken: AbortSignal): Promise<boolean>;
}

/** @param isLittle whether it may be worked out before anything is drawn */
export function later<T>(work: () => Paused<T>, isLittle: boolean): Later<T> {
  let known: { readonly value: T } | undefined;
  return {
    known() {
      if (!known && isLittle) known = { value: atOnce(work()) };
      return known?.value;
    },
    async find(broken) {
      const value = await inSlices(work(), otherThings, broken);
      if (value !== undefined) known = { value };
      return value !== undefined;
    },
  };
}
