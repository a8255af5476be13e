export { checkBranches, mayBeDead, type BranchLimits } from './check-branches.ts'
