export { MAX_TEXT_LENGTH } from './compose.ts'
export { columnOf, lineBreakOf, lineEnd, lineStart, nextLine, splitLines } from './lines.ts'
export {
  addressAt,
  entryOf,
  itemsOf,
  keyText,
  locate,
  locateAll,
  locateChild,
  locateKey,
  locateRoot,
  valueOf,
} from './locate.ts'
export { parseTree } from './parse.ts'
export { resolvePlain, resolveScalar, type ScalarValue } from './scalar.ts'
export { anchorsOf, toValue, type JsonObject, type JsonValue } from './to-value.ts'
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
export { updateTree } from './update.ts'
