export { MAX_TEXT_LENGTH } from './compose.ts'
export { columnOf, lineBreakOf, lineEnd, lineStart, nextLine, splitLines } from './lines.ts'
export {
  addressAt,
  documentAt,
  entryOf,
  itemsOf,
  keyText,
  locate,
  locateAll,
  locateChild,
  locateKey,
  locateRoot,
  valueOf,
  wholeAt,
  wholeDocuments,
} from './locate.ts'
export { anchorsOf, holdsAlias, marksOf, type Mark } from './marks.ts'
export { minimalChange, sharedMessage, wayTo, type Plan, type SharedText } from './plan/change.ts'
export { type EntryOptions } from './plan/insert-entry.ts'
export { insertItems } from './plan/insert-items.ts'
export { extentOf, type Extent } from './plan/extent.ts'
export {
  indentLine,
  itemExtent,
  itemText,
  newItem,
  wrapItems,
  type ItemText,
} from './plan/item-text.ts'
export { printBlock, printFlow } from './plan/print.ts'
export { printCompact } from './plan/print-compact.ts'
export { removeEntry, removeShadowed, renameKey } from './plan/remove-entry.ts'
export { nestItems } from './plan/nest-items.ts'
export { nestValue, unnestValue } from './plan/nest.ts'
export { quoteValue } from './plan/quote.ts'
export { removeItems } from './plan/remove-items.ts'
export { setDeep, setEntry, setValue } from './plan/set.ts'
export { setSource, sourceOf } from './plan/set-source.ts'
export { styleOf, type TextStyle } from './plan/style.ts'
export { parseTree, provisionalTree } from './parse.ts'
export { resolvePlain, resolveScalar, type ScalarValue } from './scalar.ts'
export { sourceRange, valueOffset } from './scalar-source.ts'
export {
  isJsonArray,
  toValue,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from './to-value.ts'
export type {
  Address,
  Located,
  ScalarStyle,
  YamlAlias,
  YamlDocument,
  YamlEmpty,
  YamlEntry,
  YamlItem,
  YamlMap,
  YamlNode,
  YamlProblem,
  YamlProblemCode,
  YamlProps,
  YamlScalar,
  YamlSeq,
  YamlTree,
} from './tree.ts'
export { rememberUpdate, updateQuickly, updateTree } from './update.ts'
export { visitNodes } from './visit.ts'
