/**
 * The measures of the picture, in pixels at a zoom of 1. Cards have one size whatever is on them, so editing what a step says never
 * moves another.
 */
export const metrics = {
  cardWidth: 208,
  cardHeight: 72,
  /** Between the cards of a lane. */
  cardGap: 16,
  lanePadX: 16,
  lanePadY: 12,
  /** Width of a lane without steps. */
  emptyLaneWidth: 240,
  /** Between two lanes, and between a lane and a marker. */
  gap: 52,
  markerWidth: 64,
  markerHeight: 24,
  /** Height of the zone in which a template without lanes takes its first step. */
  emptyHeight: 132,
  emptyWidth: 432,
  /** Of an unfolded card: the height of its head, the space around what it shows, that for the labels of its first lane. */
  frameHead: 72,
  framePad: 16,
  frameLabel: 20,
  /** The least width of an unfolded card. */
  frameLeast: 288,
  /** Height of what stands in place of lanes that cannot be shown. */
  stubHeight: 56,
} as const
