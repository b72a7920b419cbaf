import type { EntityType } from '../../model.ts';
import type { Bearing } from './bearing.ts';

/** A name as it is linked: what is written and what the sentence says of it. */
export interface Name extends Partial<Omit<Bearing, 'gender'>> {
  readonly text: string;
  readonly type: EntityType;
  /** `m` after "Mr.", `f` after "Mrs.", "Ms." and the like. */
  readonly gender: 'm' | 'f' | null;
  /** Whether the sentence speaks of the government that sits in the place, or of the people's government. */
  readonly governs: boolean;
}
