/** The trained weights of the name recogniser, made by `training/train.ts`. */

/** `hashBytes` of the weights. */
export const HASH: number;
/** The bytes that `decodeModel` reads, in base64. */
export const WEIGHTS: string;
