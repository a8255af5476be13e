export { checkBranches } from './check-branches.ts'
export { mayBeDead, type BranchLimits } from './may-be-dead.ts'
