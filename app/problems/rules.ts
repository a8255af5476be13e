/** The rules, in a file of their own to be fetched: much of the frame names other things of that folder, which must not bring them along. */
export { checkTree } from '../../src/validate/index.ts'
