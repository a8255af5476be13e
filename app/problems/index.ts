export { createProblemWatch, type Problems, type ProblemWatch } from './problem-watch.ts'
export { ProblemsPanel, type ProblemsPanelProps } from './ProblemsPanel.tsx'
