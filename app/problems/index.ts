export { browserProblemSettings } from './problem-settings.ts'
export { createProblemWatch, type Problems, type ProblemWatch } from './problem-watch.ts'
