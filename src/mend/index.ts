export { fixFile, type FixedFile, type MadeFix, type Verdict } from './fix-file.ts'
