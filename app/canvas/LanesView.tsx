import { ReactFlowProvider } from '@xyflow/react'
import type { LanesPicture } from './picture.ts'
import { LanesFlow } from './LanesFlow.tsx'

/** The lanes of a template, to look at and to work on. */
export function LanesView({
  picture,
  viewKey,
}: {
  readonly picture: LanesPicture
  readonly viewKey: string
}) {
  return (
    <ReactFlowProvider>
      <LanesFlow picture={picture} viewKey={viewKey} />
    </ReactFlowProvider>
  )
}
