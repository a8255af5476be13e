import { FarLaneNode } from './FarLaneNode.tsx'
import { GapNode } from './GapNode.tsx'
import { LaneNode } from './LaneNode.tsx'
import { MarkerNode } from './MarkerNode.tsx'
import { StepCardNode } from './StepCardNode.tsx'
import { nestedNodeTypes } from '../unfold/nested-node-types.ts'

/** How each type of node is drawn; one object for ever, as React Flow asks. */
export const nodeTypes = {
  card: StepCardNode,
  lane: LaneNode,
  farLane: FarLaneNode,
  gap: GapNode,
  marker: MarkerNode,
  ...nestedNodeTypes,
}
