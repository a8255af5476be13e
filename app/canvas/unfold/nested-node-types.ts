import { NestedCardNode } from './NestedCardNode.tsx'
import { NestedDagNode } from './NestedDagNode.tsx'
import { NestedLaneNode } from './NestedLaneNode.tsx'

/** How what stands in unfolded cards is drawn, on lanes and on graphs. */
export const nestedNodeTypes = {
  nestedCard: NestedCardNode,
  nestedLane: NestedLaneNode,
  nestedDag: NestedDagNode,
}
