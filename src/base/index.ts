export { assertNever } from './assert-never.ts'
export { LineIndex, type LineColumn } from './line-index.ts'
export { err, ok, type Err, type Ok, type Result } from './result.ts'
export { samePath, type Path, type TextChange, type TextRange } from './text.ts'
