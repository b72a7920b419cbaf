import type { Coming } from '../index/coming.ts';
import type { Correction } from '../index/corrections.ts';
import type { Rank } from '../search/ranks.ts';
import { type World, worldInSlices, worldOf, worldToShow, worldToShowInSlices } from './world.ts';

/** Makes the worlds that are shown one after the other: of the newest index, with the newest corrections. */
export class Worlds {
  readonly #title: string;
  readonly #rank: Rank;
  #shown: { readonly coming: Coming; readonly world: World } | undefined;

  constructor(title: string, rank: Rank) {
    this.#title = title;
    this.#rank = rank;
  }

  /** The world of what is known already, as soon as it can be shown. */
  first(coming: Coming, corrections: readonly Correction[]): World {
    return this.show(coming, worldToShow(coming.index, this.#title, corrections, this.#rank));
  }

  /** The world of what comes, made in slices; the first as soon as it can be shown. @throws what the signal was aborted with */
  next(coming: Coming, corrections: readonly Correction[], broken: AbortSignal): Promise<World> {
    const make = this.#shown ? worldInSlices : worldToShowInSlices;
    return make(coming.index, this.#title, corrections, this.#rank, broken, coming, this.#shown?.world.search);
  }

  /** From now on it is this that is shown. */
  show(coming: Coming, world: World): World {
    this.#shown = { coming, world };
    return world;
  }

  /** The world that is shown with other corrections. */
  corrected(corrections: readonly Correction[]): World {
    if (!this.#shown) throw new Error('there is nothing to correct yet');
    const { coming, world } = this.#shown;
    return this.show(coming, worldOf(coming.index, this.#title, corrections, this.#rank, world.search, coming));
  }
}
