export { layoutDag } from '../../../src/layout/index.ts'
