/** The name of the file beside articles that says how they are to be shown: read by `keep`, no article. */
export const CONFIG_FILE = 'crisis-tui.config.json';
