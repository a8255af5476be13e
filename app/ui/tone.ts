/** What a badge, banner or toast says by its colour; the words must say it too. */
export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'
