/** Starts a dry run. */
export const runShortcut = 'Mod+Enter'
/** Ends it. */
export const stopShortcut = 'Mod+Alt+Enter'
