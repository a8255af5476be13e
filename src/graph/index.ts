export { describeCard, kindWords } from './describe-card.ts'
export type { CardChip, CardKind, GraphLane, StepCard, StepsGraph } from './model.ts'
export { stepsGraph } from './steps-graph.ts'
