import { ChevronRight } from 'lucide-react'
import { memo, useEffect, useEffectEvent, useMemo, useState, type KeyboardEvent } from 'react'
import type { RunNode } from '../../src/simulate/index.ts'
import { PhaseIcon, phaseTone, phaseWords } from '../authoring/index.ts'
import {
  asWorking,
  cardPhase,
  useDesigner,
  useRun,
  useRuns,
  workingIn,
  type RunRow,
  type ShownRun,
} from '../store/index.ts'
import { VisuallyHidden } from '../ui/index.ts'
import { chooseNode } from './choose-node.ts'
import { Elapsed } from './Elapsed.tsx'
import { isChanged } from './is-changed.ts'
import styles from './NodeList.module.css'
import { barOf, type TimeSpan } from './time-axis.ts'
import { spanWords } from './time-words.ts'
import { TimeAxis, TimeLines, ZOOM_IN, ZOOM_OUT } from './TimeAxis.tsx'
import { useSight } from './use-sight.ts'
import { useTimeView, type TimeView } from './use-time-view.ts'
import { moveInRows, unfoldedRows } from './visible-rows.ts'

const ROW = 24

/** The nodes of a run as a tree, each with a bar for its time. One stop of the Tab key; arrows walk, fold and choose. */
export function NodeList({ run, count }: { readonly run: ShownRun; readonly count: number }) {
  const { index } = run
  const runs = useRuns()
  const designer = useDesigner()
  const chosen = useRun((state) => state.chosen)
  const working = useRun(workingIn)
  const critical = useRun((state) => state.critical)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const rows = unfoldedRows(index.rows(), folded)
  const { ref, from, to, page, onScroll, show } = useSight(rows.length, ROW)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  )
  const start = index.timeAt(1)
  const end = Math.max(index.timeAt(index.count), start + 1)
  const now = index.timeAt(count)
  const whole = useMemo(() => ({ from: start, to: end }), [start, end])
  const { view, axis, pane } = useTimeView(whole, anchorsOf(index.nodeAt(chosen ?? ''), now))
  const showChosen = useEffectEvent(() => {
    if (chosen !== undefined) show(at)
  })
  useEffect(() => showChosen(), [chosen])

  const fold = (id: string, isFolded: boolean): void => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (timeKey(view, event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const move = moveInRows(rows, at, event.key, folded, page)
    if (move === undefined) return
    if ('go' in move) {
      const to = rows[move.go]
      if (to !== undefined) chooseNode(runs, designer, to.id)
    } else fold(move.fold, move.isFolded)
    event.preventDefault()
    event.stopPropagation()
  }
  const nowBar = barOf(now, now, view.span)
  return (
    <div ref={pane} className={styles.pane}>
      <TimeAxis view={view} axis={axis} whole={whole} />
      <div
        ref={ref}
        role="tree"
        aria-label="Nodes of the run"
        aria-activedescendant={rows[at] === undefined ? undefined : rowId(rows[at].id)}
        tabIndex={0}
        className={styles.list}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        <div className={styles.rows} style={{ height: rows.length * ROW }}>
          <span className={styles.track} aria-hidden>
            <TimeLines view={view} start={start} />
          </span>
          {rows.slice(from, to).map((row, offset) => {
            const place = from + offset
            const node = index.nodeAt(row.id, count)
            const hasBelow = (rows[place + 1]?.depth ?? 0) > row.depth
            return (
              <Row
                key={row.id}
                row={row}
                top={place * ROW}
                position={place + 1}
                node={node && asWorking(node, working)}
                since={working.get(row.id)}
                last={index.nodeAt(row.id)}
                isChosen={row.id === chosen}
                isChanged={run.before !== undefined && isChanged(run.before, index, row.id)}
                isCritical={critical.has(row.id)}
                isFolded={folded.has(row.id) ? true : hasBelow ? false : undefined}
                end={end}
                span={view.span}
                now={now}
                onChoose={() => chooseNode(runs, designer, row.id)}
                onFold={() => fold(row.id, !folded.has(row.id))}
              />
            )
          })}
          <span className={styles.track} aria-hidden>
            {nowBar && <span className={styles.now} style={{ left: `${String(nowBar.left)}%` }} />}
          </span>
        </div>
      </div>
    </div>
  )
}

interface RowProps {
  readonly row: RunRow
  readonly top: number
  readonly position: number
  /** As of the moment that is looked at; nothing before it came to be. */
  readonly node: RunNode | undefined
  /** As it is at the end. */
  readonly last: RunNode | undefined
  readonly isChosen: boolean
  readonly isChanged: boolean
  /** Whether it is marked as a part of the critical path. */
  readonly isCritical: boolean
  readonly isFolded: boolean | undefined
  /** When the run ends, as far as it has come. */
  readonly end: number
  /** The time that is shown. */
  readonly span: TimeSpan
  readonly now: number
  /** When its script began to run, if it runs just now. */
  readonly since: number | undefined
  readonly onChoose: () => void
  readonly onFold: () => void
}

const Row = memo(
  function Row({ row, node, last, ...props }: RowProps) {
    const shown = node ?? last
    if (shown === undefined) return null
    const phase = node === undefined ? 'Unreached' : cardPhase(node)
    const until = node?.finishedAt ?? props.now
    const span = node === undefined ? '' : spanWords(until - node.startedAt)
    const bar = barOf(shown.startedAt, shown.finishedAt ?? props.end, props.span)
    return (
      <div
        id={rowId(row.id)}
        role="treeitem"
        className={styles.row}
        style={{ top: props.top }}
        aria-level={row.depth + 1}
        aria-posinset={props.position}
        aria-setsize={-1}
        aria-selected={props.isChosen}
        aria-expanded={props.isFolded === undefined ? undefined : !props.isFolded}
        data-later={node === undefined || undefined}
        onClick={props.onChoose}
      >
        <span className={styles.name} style={{ paddingLeft: row.depth * 14 }}>
          <span
            className={styles.chevron}
            data-expanded={props.isFolded === false || undefined}
            onClick={(event) => {
              if (props.isFolded === undefined) return
              event.stopPropagation()
              props.onFold()
            }}
          >
            {props.isFolded !== undefined && <ChevronRight aria-hidden />}
          </span>
          <PhaseIcon phase={phase} />
          <span className={styles.words} title={shown.name}>
            {shown.displayName}
          </span>
          <VisuallyHidden>
            {phaseWords(phase)}
            {props.isCritical && ', on the critical path'}
          </VisuallyHidden>
          {shown.isInvented && (
            <span className={styles.tag} title="What it gives is made up: nobody said what it does">
              invented
            </span>
          )}
          {props.isChanged && (
            <span className={styles.tag} data-changed title="Other than in the run before">
              changed
            </span>
          )}
          <span className={styles.message} title={node?.message}>
            {node?.message}
          </span>
        </span>
        <span className={styles.span}>
          {props.since === undefined ? span : <Elapsed since={props.since} />}
        </span>
        <span className={styles.time}>
          {bar && (
            <span
              className={styles.bar}
              data-tone={node === undefined ? undefined : phaseTone(phase)}
              data-later={node === undefined || undefined}
              data-critical={props.isCritical || undefined}
              style={{ left: `${String(bar.left)}%`, width: `${String(bar.width)}%` }}
            />
          )}
        </span>
      </div>
    )
  },
  // The functions do the same whenever the rest is the same; time only counts for what is not over.
  (a, b) =>
    a.row === b.row &&
    a.top === b.top &&
    a.node === b.node &&
    a.last === b.last &&
    a.since === b.since &&
    a.isChosen === b.isChosen &&
    a.isChanged === b.isChanged &&
    a.isCritical === b.isCritical &&
    a.isFolded === b.isFolded &&
    a.end === b.end &&
    a.span.from === b.span.from &&
    a.span.to === b.span.to &&
    (a.now === b.now || b.node?.finishedAt !== undefined),
)

/** What is zoomed at: the chosen node, else the moment that is looked at. */
function anchorsOf(chosen: RunNode | undefined, now: number): readonly number[] {
  if (chosen === undefined) return [now]
  const { startedAt, finishedAt = startedAt } = chosen
  return [(startedAt + finishedAt) / 2, now]
}

/** Does what a key says of the time that is shown; false when it says nothing of that. */
function timeKey(view: TimeView, { key, shiftKey }: KeyboardEvent): boolean {
  if (key === '+' || key === '=') view.zoom(ZOOM_IN)
  else if (key === '-') view.zoom(ZOOM_OUT)
  else if (key === '0') view.fit()
  else if (shiftKey && key === 'ArrowLeft') view.pan(-0.25)
  else if (shiftKey && key === 'ArrowRight') view.pan(0.25)
  else return false
  return true
}

function rowId(id: string): string {
  return `run-row-${id}`
}
