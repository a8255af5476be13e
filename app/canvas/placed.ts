import type { Rect } from '../../src/layout/index.ts'

/** Sizes are known, so that nothing has to be measured before it is shown. */
export function placed(id: string, { x, y, width, height }: Rect) {
  return {
    id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    domAttributes: silent,
  }
}

/** What React Flow says of a node by itself is not what it is. */
const silent = { 'aria-roledescription': undefined, 'aria-describedby': undefined }
