import type { TemplateView } from '../../../src/argo/index.ts'
import { edgesOf } from '../../../src/flow/index.ts'
import { dagMetrics, metrics, type DagLayout, type Rect } from '../../../src/layout/index.ts'
import type { DagEnds } from '../flow/geometry.ts'

/** Where the inputs and outputs of a dag stand, if tasks read or give any. They have no part in the layout, so that reading the first one moves no card. */
export function dagEnds(
  template: TemplateView | undefined,
  layout: DagLayout | undefined,
): DagEnds {
  if (template?.type !== 'dag' || layout === undefined || layout.nodes.length === 0) return {}
  const edges = edgesOf(template)
  const { bounds } = layout
  const { markerWidth: width, markerHeight: height } = metrics
  const at = (y: number): Rect => ({ x: -width / 2, y, width, height })
  return {
    ...(edges.some(({ from }) => from === 'inputs') && {
      inputs: at(bounds.y - dagMetrics.rowGap / 2 - height),
    }),
    ...(edges.some(({ to }) => to === 'outputs') && {
      outputs: at(bounds.y + bounds.height + dagMetrics.rowGap / 2),
    }),
  }
}

/** A layout's bounds with what stands above and below. */
export function boundsWith({ x, y, width, height }: Rect, { inputs, outputs }: DagEnds): Rect {
  const top = inputs?.y ?? y
  const bottom = outputs === undefined ? y + height : outputs.y + outputs.height
  return { x, y: top, width, height: bottom - top }
}
