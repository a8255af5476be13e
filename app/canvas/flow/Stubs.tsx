import { useStore, type ReactFlowState } from '@xyflow/react'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Path } from '../../../src/base/index.ts'
import { stepAt, flowOf } from '../../../src/flow/index.ts'
import type { Rect } from '../../../src/layout/index.ts'
import { useActions, useScene } from '../../store/index.ts'
import styles from './DataFlow.module.css'
import { middle, type Route, type Side } from './routes.ts'
import { shallow } from './shallow.ts'
import { Way } from './Way.tsx'

/** More of one side are only counted. */
const MOST = 3
const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right']
const ARROWS = { top: ArrowUp, bottom: ArrowDown, left: ArrowLeft, right: ArrowRight } as const

/** Steps at the other ends that are out of sight: a button at the edge of the picture for each, which goes there. */
export function Stubs({
  routes,
  own,
  isChosen,
}: {
  readonly routes: readonly Route[]
  readonly own: Rect | undefined
  readonly isChosen: boolean
}) {
  const { tree, document } = useScene()
  const actions = useActions()
  // Which side each is on: changes seldom while one pans.
  const where = useStore((state) => sidesOf(state, routes, own), shallow)
  const aside = useStore((state) => asideOf(state, own))
  const flow = flowOf(tree, document)
  if (where.length === 0 || flow === undefined) return null
  const go = (path: Path): void => actions.goTo({ document, path })
  return (
    <div data-stubs className={styles.stubs}>
      {SIDES.map((side) => {
        const here = routes.filter((_, index) => where[index] === side)
        const Arrow = ARROWS[side]
        return (
          here.length > 0 && (
            <div
              key={side}
              className={styles.side}
              data-side={side}
              style={aside !== undefined && aside.side === side ? aside.style : undefined}
            >
              {here.slice(0, MOST).map(({ direction, other, label }) => {
                const step = other && stepAt(flow, other)
                const name = step?.view.name ?? (direction === 'in' ? 'Start' : 'End')
                return (
                  <button
                    key={`${direction} ${String(other)}`}
                    type="button"
                    className={styles.stub}
                    data-direction={direction}
                    disabled={other === undefined}
                    tabIndex={isChosen ? 0 : -1}
                    title={`${direction === 'in' ? 'Comes from' : 'Is used by'} ${name}: ${label}`}
                    onClick={() => {
                      if (other !== undefined) go(other)
                    }}
                  >
                    <Arrow aria-hidden />
                    <span className={styles.words}>{name}</span>
                    <Way direction={direction} />
                    <span className={styles.quiet}>{label}</span>
                  </button>
                )
              })}
              {here.length > MOST && (
                <span className={styles.rest}>{`and ${String(here.length - MOST)} more`}</span>
              )}
            </div>
          )
        )
      })}
    </div>
  )
}

/** For each route the side of the pane beyond which its other end is; all empty while the step itself is out of sight. */
function sidesOf(
  { transform: [x, y, zoom], width, height }: ReactFlowState,
  routes: readonly Route[],
  own: Rect | undefined,
): readonly (Side | undefined)[] {
  const onScreen = (rect: Rect) => {
    const point = middle(rect)
    return { x: point.x * zoom + x, y: point.y * zoom + y }
  }
  const sideOf = (rect: Rect): Side | undefined => {
    const point = onScreen(rect)
    if (point.y < 0) return 'top'
    if (point.y > height) return 'bottom'
    if (point.x < 0) return 'left'
    return point.x > width ? 'right' : undefined
  }
  if (own === undefined || sideOf(own) !== undefined) return none
  const sides = routes.map(({ otherRect }) => sideOf(otherRect))
  return sides.some((side) => side !== undefined) ? sides : none
}

const none: readonly undefined[] = []

/** Room that the buttons at the top or bottom take. */
const ROW = 44

/** Where buttons stand that would lie on the card of the step: beside it, where there is more room. */
function asideOf(
  { transform: [x, y, zoom], width, height }: ReactFlowState,
  own: Rect | undefined,
): Aside | undefined {
  if (own === undefined) return undefined
  const top = own.y * zoom + y
  const bottom = top + own.height * zoom
  const side = bottom > height - ROW ? 'bottom' : top < ROW ? 'top' : undefined
  if (side === undefined) return undefined
  const left = Math.round(own.x * zoom + x)
  const right = Math.round((own.x + own.width) * zoom + x)
  const isRight = width - right >= left
  const edge = isRight ? `left ${String(right + 10)}` : `right ${String(width - left + 10)}`
  const key = `${side} ${edge}`
  if (last?.key === key) return last
  last = {
    key,
    side,
    style: isRight
      ? { left: right + 10, maxWidth: width - right - 20, transform: 'none' }
      : { left: 'auto', right: width - left + 10, maxWidth: left - 20, transform: 'none' },
  }
  return last
}

interface Aside {
  readonly key: string
  readonly side: Side
  readonly style: CSSProperties
}

/** The same place gives the same object. */
let last: Aside | undefined
