export { browserProblemSettings } from './problem-settings.ts'
export type { Problems } from './open-problems.ts'
export { createProblemWatch, type ProblemWatch } from './problem-watch.ts'
