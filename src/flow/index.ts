export { callersOf } from './callers.ts'
export { calledBy } from './called.ts'
export {
  completeDepends,
  completeReference,
  expressionReference,
  wholeReferences,
  type ReferenceChoice,
  type ReferenceChoices,
  type WrittenText,
} from './complete.ts'
export { describeFunction } from './function-choices.ts'
export { describeIn, scopeIn } from './scope.ts'
export { dependsNames, type DependsName } from './depends.ts'
export type { NamedSource } from './declared.ts'
export {
  describeDefinition,
  describeReference,
  describeSymbol,
  type Description,
} from './describe.ts'
export { definitionElsewhere, referencesFrom, type Elsewhere } from './elsewhere.ts'
export { edgesAround, edgesOf, type DataEdge, type EdgeEnd } from './edges.ts'
export type { What } from './mention.ts'
export {
  flowOf,
  ownerAt,
  ownersOf,
  stepAt,
  stepNamed,
  type Flow,
  type Owner,
  type PlacedStep,
} from './owner.ts'
export {
  definitionRange,
  rangeWithin,
  referenceRange,
  type FlowReference,
  type Reader,
  type ReferencePart,
} from './reference.ts'
export { referencesOf, referencesTo } from './references.ts'
export { nameKey, symbolKey, symbolWords, type FlowSymbol } from './symbol.ts'
export { definitionAt, definitionsIn, symbolAt, symbolIn, type SymbolAt } from './symbol-at.ts'
export {
  consumersOf,
  originRange,
  producersOf,
  takerOf,
  type DataInput,
  type DataUse,
  type Origin,
} from './trace.ts'
