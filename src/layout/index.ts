export {
  dagMetrics,
  type DagEdge,
  type DagInput,
  type DagInputEdge,
  type DagLayout,
} from './dag/model.ts'
export {
  dagInput,
  dagInputKey,
  edgeWords,
  knownDagLayout,
  labelWidth,
  type CardSizes,
} from './dag/input.ts'
export { dagCardsWithin, dagNeighbour } from './dag/places.ts'
export { edgeHead, edgePath, edgePoint } from './dag/edge-path.ts'
export { layoutDag } from './dag/layout-dag.ts'
export { dagTargetAt, dagTargets } from './dag/drop-targets.ts'
export { dropTargetAt, dropTargetOf, dropTargets, type Dragged } from './drop-targets.ts'
export { chipGlyphs, kindGlyphs, missingGlyph } from './glyphs.ts'
export { cardRect, firstLaneY, layoutLanes, rectOf } from './layout-lanes.ts'
export {
  dagPanel,
  framesIn,
  layoutTemplate,
  layoutUnfolded,
  layoutUnfoldedDag,
  measureCards,
  rectInside,
  type DrawnTemplate,
  type FrameBox,
  type Inside,
  type MeasuredCards,
  type UnfoldedLayout,
} from './layout-unfolded.ts'
export { metrics } from './metrics.ts'
export type {
  CardPlace,
  DropPlace,
  DropTarget,
  GraphPlace,
  LaneBox,
  LanePlace,
  LanesLayout,
  Point,
  Rect,
  Size,
} from './model.ts'
export { neighbour, type Direction } from './neighbour.ts'
export { holdsPoint, movedBy, touches } from './rect.ts'
export { renderSvg } from './render-svg.ts'
export type { SvgTheme } from './svg-theme.ts'
export { cardsWithin, lanesWithin, placesWithin, type LaneWindow } from './within.ts'
