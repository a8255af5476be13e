import type { NodeProps } from '@xyflow/react'
import { memo, useState, type PointerEvent, type ReactElement } from 'react'
import type { GraphEdge } from '../../../src/graph/index.ts'
import {
  edgeHead,
  edgePath,
  edgePoint,
  edgeWords,
  labelWidth,
  type DagEdge,
  type Point,
} from '../../../src/layout/index.ts'
import { useRunPhases } from '../../store/index.ts'
import { graphPlace, pathsOf } from '../cards.ts'
import styles from './DagEdgesNode.module.css'
import type { DagEdgesNode as DagEdgesNodeType } from './dag-nodes.ts'
import { isTaken } from './taken.ts'

/** The edges of a graph, below its cards. They say which they are by `data-` attributes: gestures are the canvas's. */
export const DagEdgesNode = memo(function DagEdgesNode({ data }: NodeProps<DagEdgesNodeType>) {
  const { graph, layout, shown, selected, near, connecting, isFar } = data
  const isNear = new Set(near === '' ? [] : near.split(',').map(Number))
  const [hovered, setHovered] = useState<string>()
  const phases = useRunPhases((scene) =>
    graph.cards.map((_, step) => pathsOf(scene, graphPlace(step)) ?? []),
  )
  const { x, y } = layout.bounds
  const onHover = ({ target }: PointerEvent): void => {
    const edge = target instanceof Element ? target.closest('[data-edge]') : null
    setHovered(edge?.getAttribute('data-edge') ?? undefined)
  }
  const indices = shown === '' ? [] : shown.split(',').map(Number)
  const edges = indices.flatMap((index): readonly Drawn[] => {
    const edge = graph.edges[index]
    const way = layout.edges[index]
    if (edge === undefined || way === undefined) return []
    const isMoved = connecting?.moved?.from === edge.from && connecting.moved.to === edge.to
    return isMoved ? [] : [{ index, edge, way }]
  })
  return (
    <svg
      className={styles.edges}
      width={1}
      height={1}
      style={{ transform: `translate(${String(-x)}px, ${String(-y)}px)` }}
      data-far={isFar || undefined}
      onPointerOver={onHover}
      onPointerLeave={() => setHovered(undefined)}
    >
      {isFar ? (
        <path className={styles.line} d={edges.map(({ way }) => edgePath(way.points)).join('')} />
      ) : (
        <>
          {edges.map(({ edge, way }) => (
            <EdgeLine
              key={edge.id}
              edge={edge}
              way={way}
              isSelected={edge.id === selected}
              isHovered={edge.id === hovered}
              isNear={isNear.has(edge.from) || isNear.has(edge.to)}
              isTaken={isTaken(phases, edge)}
            />
          ))}
          {/* Above all lines, so that none of them is in the way. */}
          {edges.map(({ index, edge, way }) => (
            <EdgeTools
              key={edge.id}
              index={index}
              edge={edge}
              way={way}
              isSelected={edge.id === selected}
              isHovered={edge.id === hovered}
            />
          ))}
        </>
      )}
      {connecting && draft(data)}
    </svg>
  )
})

interface Drawn {
  readonly index: number
  readonly edge: GraphEdge
  readonly way: DagEdge
}

interface EdgeState {
  readonly edge: GraphEdge
  readonly way: DagEdge
  readonly isSelected: boolean
  readonly isHovered: boolean
}

const EdgeLine = memo(function EdgeLine({
  edge,
  way: { points },
  isSelected,
  isHovered,
  isNear,
  isTaken: isLit,
}: EdgeState & { readonly isNear: boolean; readonly isTaken: boolean | undefined }) {
  const end = points.at(-1)
  const start = points[0]
  if (start === undefined || end === undefined) return null
  const path = edgePath(points)
  return (
    <g
      className={`${styles.edge ?? ''} nopan`}
      data-edge={edge.id}
      data-selected={isSelected || undefined}
      data-hovered={isHovered || undefined}
      data-near={isNear || undefined}
      data-optional={edge.isOptional || undefined}
      data-taken={isLit}
    >
      <path className={styles.reach} d={path} />
      <path className={styles.line} d={path} />
      <path className={styles.head} d={edgeHead(end, start.y > end.y)} />
    </g>
  )
})

/** The condition of an edge, and what can be done with it. */
const EdgeTools = memo(function EdgeTools({
  index,
  edge,
  way: { points, label },
  isSelected,
  isHovered,
}: EdgeState & { readonly index: number }) {
  if (points.length === 0) return null
  const width = labelWidth(edge.words)
  const [plusX, removeX] = edge.words === '' ? [0, 26] : [width / 2 + 16, width / 2 + 42]
  return (
    <g
      className={`${styles.tools ?? ''} nopan`}
      data-edge={edge.id}
      data-selected={isSelected || undefined}
      data-hovered={isHovered || undefined}
      data-result={edge.words === '' ? undefined : edge.words}
    >
      {edge.words !== '' && (
        <g className={styles.label} transform={at(label.x, label.y)}>
          <rect x={-width / 2} y={-9} width={width} height={18} rx={9} />
          <text textAnchor="middle" y={4}>
            {edgeWords(edge.words)}
          </text>
          <title>{edge.words}</title>
        </g>
      )}
      <g
        className={styles.button}
        data-edge-add={index}
        role="presentation"
        transform={at(label.x + plusX, label.y)}
      >
        <title>Add here</title>
        <circle r={10} />
        <path d="M-4 0H4M0 -4V4" />
      </g>
      {isSelected && (
        <>
          <g
            className={styles.button}
            data-edge-delete={index}
            role="presentation"
            transform={at(label.x + removeX, label.y)}
          >
            <title>Delete the edge</title>
            <circle r={10} />
            <path d="M-3 -3L3 3M-3 3L3 -3" />
          </g>
          {(['from', 'to'] as const).map((which) => {
            const point = edgePoint(points, which, GRIP)
            return (
              <circle
                key={which}
                className={styles.end}
                data-edge-end={which}
                data-index={index}
                cx={point.x}
                cy={point.y}
                r={6}
              />
            )
          })}
        </>
      )}
    </g>
  )
})

/** How far from its cards an edge is taken by its ends: their own handles are there. */
const GRIP = 18

function at(x: number, y: number): string {
  return `translate(${String(x)} ${String(y)})`
}

/** The edge that is being drawn. */
function draft({ connecting, layout }: DagEdgesNodeType['data']): ReactElement | null {
  const from = connecting && layout.nodes[connecting.from]
  if (connecting === undefined || from === undefined) return null
  const isAfter = connecting.end === 'after'
  const target = connecting.target === undefined ? undefined : layout.nodes[connecting.target]
  if (connecting.by === 'keys' && target === undefined) return null
  const start = { x: from.x + from.width / 2, y: isAfter ? from.y + from.height : from.y }
  const end: Point =
    target === undefined
      ? connecting.point
      : { x: target.x + target.width / 2, y: isAfter ? target.y : target.y + target.height }
  return (
    <g
      className={styles.draft}
      data-refused={connecting.refusal !== undefined || undefined}
      data-parting={connecting.isJoined || undefined}
    >
      <path d={edgePath([start, end])} />
      <path className={styles.draftHead} d={edgeHead(isAfter ? end : start, false)} />
    </g>
  )
}
