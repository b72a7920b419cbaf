/** How hits are put in order: as meant, or exactly as Fuse's own token search does. */
export const RANKS = ['meant', 'fuse'] as const;
export type Rank = (typeof RANKS)[number];
