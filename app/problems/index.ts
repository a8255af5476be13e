export { createProblemWatch, type Problems, type ProblemWatch } from './problem-watch.ts'
