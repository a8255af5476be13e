export { containerSetGraph, dagGraph } from './dag-graph.ts'
export { chipsInRoom } from './chips.ts'
export { describeCard, describeNode, kindWords } from './describe-card.ts'
export type {
  CardChip,
  CardKind,
  DagGraph,
  GraphEdge,
  GraphLane,
  NodeCard,
  StepCard,
  StepsGraph,
} from './model.ts'
export { dagWithReferences, withReferences, type FindTemplate } from './references.ts'
export { stepsGraph } from './steps-graph.ts'
export { recursionWords, recursiveCalls } from './recursion.ts'
export {
  calledInGraph,
  canUnfold,
  cardInGraph,
  cardKey,
  cardsOf,
  graphOf,
  hasLanes,
  keyAt,
  keysToDepth,
  outerKey,
  pathInGraph,
  stepInGraph,
  unfoldGraph,
  unfoldToDepth,
  waysOf,
  type PlacedCard,
  type Unfolded,
  type UnfoldedContent,
  type UnfoldedDag,
  type UnfoldedGraph,
  type UnfoldedLanes,
} from './unfold.ts'
export { leafFacts, runFacts, type LeafFact } from './leaf-facts.ts'
