import { fromBase64 } from './base64.ts';
import { WEIGHTS } from './weights.js';

export { HASH } from './weights.js';

/** The bytes of the weights. The build puts a file in the place of this one, which takes less room and less time. */
export function weightBytes(): Uint8Array {
  return fromBase64(WEIGHTS);
}
