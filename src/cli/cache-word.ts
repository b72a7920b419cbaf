/** The word that says what is kept of articles that were analysed, or removes it. */
export const CACHE = 'cache';
