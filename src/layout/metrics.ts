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
} as const
