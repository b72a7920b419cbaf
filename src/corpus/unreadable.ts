/** A file that is passed over. Its message says why, in words for the user, to follow the file's name. */
export class Unreadable extends Error {}
