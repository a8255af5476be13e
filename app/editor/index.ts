export { CodePane } from './CodePane.tsx'
export type { CodeProblem } from './markers.ts'
export { revealRange, setProblems } from './requests.ts'
