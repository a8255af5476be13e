import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useRunPhases } from '../../store/index.ts'
import { graphPlace, pathsOf } from '../cards.ts'
import { shapeOf } from '../minimap-scale.ts'
import farStyles from '../nodes/FarLaneNode.module.css'
import { RunShapes } from '../nodes/RunShapes.tsx'
import type { FarDagNode as FarDagNodeType } from './dag-nodes.ts'

/** The cards of a graph from afar: one shape for all of a kind, so that any number is a handful of elements. */
export const FarDagNode = memo(function FarDagNode({ data }: NodeProps<FarDagNodeType>) {
  const { graph, layout, shown, selected } = data
  const phases = useRunPhases((scene) =>
    graph.cards.map((_, step) => pathsOf(scene, graphPlace(step)) ?? []),
  )
  const indices = shown === '' ? [] : shown.split(',').map(Number)
  const kinds = new Map<string, number[]>()
  for (const index of indices) {
    const kind = graph.cards[index]?.kind ?? 'unknown'
    const known = kinds.get(kind)
    if (known === undefined) kinds.set(kind, [index])
    else known.push(index)
  }
  const shape = (steps: readonly number[]): string =>
    shapeOf(steps.flatMap((step) => layout.nodes[step] ?? []))
  const { x, y } = layout.bounds
  return (
    <svg
      className={farStyles.lane}
      width={1}
      height={1}
      style={{ overflow: 'visible', transform: `translate(${String(-x)}px, ${String(-y)}px)` }}
      aria-hidden
    >
      {[...kinds].map(([kind, steps]) => (
        <path key={kind} className={farStyles.cards} data-kind={kind} d={shape(steps)} />
      ))}
      {phases && <RunShapes phases={phases} shape={shape} from={0} />}
      {selected !== '' && (
        <path className={farStyles.selected} d={shape(selected.split(',').map(Number))} />
      )}
    </svg>
  )
})
