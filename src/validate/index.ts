export { checkTree } from './check-tree.ts'
export { problemCodes, type ProblemCode, type Severity } from './codes.ts'
export type { Problem } from './problem.ts'
