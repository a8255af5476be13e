export { CodePane } from './CodePane.tsx'
export { revealRange } from './requests.ts'
