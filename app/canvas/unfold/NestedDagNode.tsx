import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { GraphEdge } from '../../../src/graph/index.ts'
import {
  dagPanel,
  edgeHead,
  edgePath,
  edgeWords,
  labelWidth,
  type DagEdge,
} from '../../../src/layout/index.ts'
import { useRunPhases } from '../../store/index.ts'
import { graphPlace } from '../cards.ts'
import edgeStyles from '../dag/DagEdgesNode.module.css'
import { isTaken } from '../dag/taken.ts'
import { pathsInFrame } from './nested-paths.ts'
import type { NestedDagNode as NestedDagNodeType } from './nested-nodes.ts'
import styles from './Unfold.module.css'

/** The ground of a graph inside of an unfolded card, with its edges: to look at. They are drawn and moved inside the template. */
export const NestedDagNode = memo(function NestedDagNode({
  data: { graph, layout, near, shape, frame },
}: NodeProps<NestedDagNodeType>) {
  const { x, y } = dagPanel(layout)
  const phases = useRunPhases((scene) =>
    graph.cards.map((_, step) => pathsInFrame(scene, frame, graphPlace(step)) ?? []),
  )
  const isNear = new Set(near === '' ? [] : near.split(',').map(Number))
  return (
    <div className={styles.lane} data-parallel>
      <svg
        className={`${edgeStyles.edges ?? ''} ${styles.edges ?? ''}`}
        width={1}
        height={1}
        style={{ transform: `translate(${String(-x - 1)}px, ${String(-y - 1)}px)` }}
        data-far={shape === '' ? undefined : true}
        aria-hidden
      >
        {graph.edges.map((edge, index) => (
          <NestedEdge
            key={edge.id}
            edge={edge}
            way={layout.edges[index]}
            isNear={isNear.has(edge.from) || isNear.has(edge.to)}
            isLit={isTaken(phases, edge)}
          />
        ))}
        {shape !== '' && <path className={styles.farCards} d={shape} />}
      </svg>
    </div>
  )
})

function NestedEdge({
  edge,
  way,
  isNear,
  isLit,
}: {
  readonly edge: GraphEdge
  readonly way: DagEdge | undefined
  readonly isNear: boolean
  readonly isLit: boolean | undefined
}) {
  const start = way?.points[0]
  const end = way?.points.at(-1)
  if (way === undefined || start === undefined || end === undefined) return null
  const { points, label } = way
  const width = labelWidth(edge.words)
  return (
    <g
      className={edgeStyles.edge}
      data-near={isNear || undefined}
      data-optional={edge.isOptional || undefined}
      data-nested-edge={edge.id}
      data-taken={isLit}
    >
      <path className={edgeStyles.line} d={edgePath(points)} />
      <path className={edgeStyles.head} d={edgeHead(end, start.y > end.y)} />
      {edge.words !== '' && (
        <g
          className={`${edgeStyles.label ?? ''} ${styles.edgeLabel ?? ''}`}
          transform={`translate(${String(label.x)} ${String(label.y)})`}
        >
          <rect x={-width / 2} y={-9} width={width} height={18} rx={9} />
          <text textAnchor="middle" y={4}>
            {edgeWords(edge.words)}
          </text>
        </g>
      )}
    </g>
  )
}
