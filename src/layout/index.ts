export { dropTargetAt, dropTargetOf, dropTargets, type Dragged } from './drop-targets.ts'
export { chipGlyphs, kindGlyphs, missingGlyph } from './glyphs.ts'
export { cardRect, firstLaneY, layoutLanes, rectOf } from './layout-lanes.ts'
export { layoutUnfolded, type FrameBox, type UnfoldedLayout } from './layout-unfolded.ts'
export { metrics } from './metrics.ts'
export type {
  CardPlace,
  DropPlace,
  DropTarget,
  LaneBox,
  LanesLayout,
  Point,
  Rect,
  Size,
} from './model.ts'
export { neighbour, type Direction } from './neighbour.ts'
export { renderSvg } from './render-svg.ts'
export type { SvgTheme } from './svg-theme.ts'
export { cardsWithin, lanesWithin, placesWithin, type LaneWindow } from './within.ts'
