import { useStore, ViewportPortal } from '@xyflow/react'
import { useMemo, type RefObject } from 'react'
import type { Path } from '../../../src/base/index.ts'
import { flowOf } from '../../../src/flow/index.ts'
import { useDragState } from '../../authoring/index.ts'
import { useDocument, useScene, useView } from '../../store/index.ts'
import { useBand } from '../gestures/use-band.ts'
import { allEdges } from './all-edges.ts'
import styles from './DataFlow.module.css'
import type { CardGeometry } from './geometry.ts'
import { useHovered } from './hover.ts'
import { LABEL_HEIGHT, labelScale, placeLabels } from './labels.ts'
import { routesAround, type Route, type Side } from './routes.ts'
import { Stubs } from './Stubs.tsx'
import { Way } from './Way.tsx'

/** So many cards at other ends are outlined; the lines are all there. */
const MOST_RINGS = 60

/**
 * Where data comes from and goes to, over a picture: the edges of the step that the pointer rests on, or that is selected; on demand those
 * of all steps. Lines pass behind the cards. Stands inside of React Flow.
 */
export function DataFlow({
  geometry,
  root,
}: {
  readonly geometry: CardGeometry
  readonly root: RefObject<HTMLElement | null>
}) {
  const scene = useScene()
  const isDragging = useDragState(({ item }) => item !== undefined)
  const hovered = useHovered(root, geometry)
  const selected = useDocument(({ state }) => state.selection.steps)
  const showsAll = useView((view) => view.showsDataFlow)
  const [only, more] = selected
  const chosen =
    only !== undefined && more === undefined && only.document === scene.document
      ? only.path
      : undefined
  const step = hovered ?? chosen
  if (isDragging) return null
  return (
    <>
      {showsAll && <AllEdges geometry={geometry} isFaint={step !== undefined} />}
      {step !== undefined && (
        <StepEdges geometry={geometry} step={step} isChosen={step === chosen} />
      )}
    </>
  )
}

function AllEdges({
  geometry,
  isFaint,
}: {
  readonly geometry: CardGeometry
  readonly isFaint: boolean
}) {
  const { manifest, address } = useScene()
  const band = useBand()
  const path = useMemo(
    () => allEdges(manifest, address, geometry, band),
    [manifest, address, geometry, band],
  )
  return (
    <ViewportPortal>
      <svg className={styles.lines} data-flow="all" data-faint={isFaint || undefined} aria-hidden>
        <path d={path} />
      </svg>
    </ViewportPortal>
  )
}

function StepEdges({
  geometry,
  step,
  isChosen,
}: {
  readonly geometry: CardGeometry
  readonly step: Path
  readonly isChosen: boolean
}) {
  const { tree, document } = useScene()
  const key = step.join('/')
  const routes = useMemo(() => {
    const flow = flowOf(tree, document)
    return flow === undefined ? [] : routesAround(flow, geometry, step)
    // A path is the same when its parts are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tree, document, geometry, key])
  if (routes.length === 0) return null
  return (
    <>
      <Lines routes={routes} depth={geometry.depthOf?.(step) ?? 0} />
      <Stubs routes={routes} own={geometry.rectOf(step)} isChosen={isChosen} />
    </>
  )
}

/** `depth` is how many cards the step stands in: lines are drawn above those. */
function Lines({ routes, depth }: { readonly routes: readonly Route[]; readonly depth: number }) {
  const zoom = useStore(({ transform }) => transform[2])
  const scale = labelScale(zoom)
  const labels = useMemo(() => placeLabels(routes, zoom), [routes, zoom])
  const rings = routes.filter(({ other }) => other !== undefined).slice(0, MOST_RINGS)
  return (
    <ViewportPortal>
      <svg
        className={styles.lines}
        style={depth === 0 ? undefined : { zIndex: depth * 3 + 1 }}
        data-flow="step"
        aria-hidden
      >
        {(['in', 'out'] as const).map((direction) => {
          const some = routes.filter((route) => route.direction === direction)
          return (
            <g key={direction} data-direction={direction}>
              <path d={some.map(({ path }) => path).join('')} />
              <path
                className={styles.heads}
                d={some.map(({ tip, heading }) => head(tip, heading, 7 / zoom)).join('')}
              />
            </g>
          )
        })}
      </svg>
      <div
        className={styles.marks}
        style={depth === 0 ? undefined : { zIndex: depth * 3 + 4 }}
        aria-hidden
      >
        {rings.map(({ direction, otherRect: { x, y, width, height }, other }) => (
          <span
            key={`${direction} ${String(other)}`}
            className={styles.ring}
            data-direction={direction}
            style={{ transform: `translate(${String(x)}px, ${String(y)}px)`, width, height }}
          />
        ))}
        {labels.map(({ route, box }) => (
          <span
            key={`${route.direction} ${String(route.other)}`}
            className={styles.label}
            data-direction={route.direction}
            style={{
              transform: `translate(${String(box.x)}px, ${String(box.y)}px) scale(${String(scale)})`,
              width: box.width / scale,
              height: LABEL_HEIGHT,
            }}
          >
            <Way direction={route.direction} />
            <span className={styles.words}>{route.label}</span>
          </span>
        ))}
      </div>
    </ViewportPortal>
  )
}

/** A triangle whose tip touches a card. */
function head({ x, y }: Route['tip'], side: Side, size: number): string {
  const half = size * 0.55
  const p = (dx: number, dy: number): string => `${String(x + dx)} ${String(y + dy)}`
  switch (side) {
    case 'top':
      return `M${p(0, 0)}L${p(-half, -size)}L${p(half, -size)}z`
    case 'bottom':
      return `M${p(0, 0)}L${p(-half, size)}L${p(half, size)}z`
    case 'left':
      return `M${p(0, 0)}L${p(-size, -half)}L${p(-size, half)}z`
    case 'right':
      return `M${p(0, 0)}L${p(size, -half)}L${p(size, half)}z`
  }
}
