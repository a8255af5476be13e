import { Lightbulb, MoreHorizontal } from 'lucide-react'
import { memo, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import type { LineIndex } from '../../src/base/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import { useDesigner, useProblemSource } from '../store/index.ts'
import { Button, Menu, ToneIcon } from '../ui/index.ts'
import { problemMenu } from './problem-menu.ts'
import styles from './ProblemRows.module.css'

export interface ProblemRowsProps {
  readonly problems: readonly Problem[]
  readonly lines: LineIndex
  /** The one that is shown in the other panes. */
  readonly isChosen: (problem: Problem) => boolean
  /** Whether it is about what is selected. */
  readonly isRelated: (problem: Problem) => boolean
  /** For each new object of these, the first row that it wants gets the focus. */
  readonly wanted: object | undefined
  readonly isWanted: (problem: Problem) => boolean
  /** Shows it in the other panes; with the keys there, too. */
  readonly onShow: (problem: Problem, focus: boolean) => void
}

const TONE = { error: 'danger', warning: 'warning', info: 'info' } as const

/**
 * A row for each problem, with what can be done about it. One stop of the Tab key: arrows walk and show, Enter goes to the text, and the right
 * arrow, or Control and a full stop, opens what can be done.
 */
export function ProblemRows({
  problems,
  lines,
  isChosen,
  isRelated,
  wanted,
  isWanted,
  onShow,
}: ProblemRowsProps) {
  const grid = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [menu, setMenu] = useState<number>()
  const chosen = problems.findIndex(isChosen)
  const stop = Math.min(active, problems.length - 1)
  const rowAt = (index: number): HTMLElement | undefined => {
    const element = grid.current?.children[index]
    return element instanceof HTMLElement ? element : undefined
  }
  const focusWanted = useEffectEvent(() => rowAt(problems.findIndex(isWanted))?.focus())
  useEffect(() => {
    if (wanted !== undefined) focusWanted()
  }, [wanted])
  const showChosen = useEffectEvent(() => rowAt(chosen)?.scrollIntoView({ block: 'nearest' }))
  useEffect(() => {
    if (chosen >= 0) showChosen()
  }, [chosen])

  const onKeyDown = (event: KeyboardEvent, problem: Problem): void => {
    // Keys of its menu are not the row's.
    if (event.target !== event.currentTarget || event.altKey) return
    const hasMod = event.ctrlKey || event.metaKey
    if ((hasMod && event.key === '.') || (!hasMod && event.key === 'ArrowRight')) setMenu(stop)
    else if (hasMod) return
    else if (event.key === 'Enter') onShow(problem, true)
    else if (event.key === ' ') onShow(problem, false)
    else {
      const last = problems.length - 1
      const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: last }[event.key]
      if (to === undefined) return
      const next = Math.max(0, Math.min(last, to))
      rowAt(next)?.focus()
      const target = problems[next]
      if (target !== undefined) onShow(target, false)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={grid} role="grid" aria-label="Problems" className={styles.grid}>
      {problems.map((problem, index) => (
        <div
          key={index}
          role="row"
          className={styles.row}
          tabIndex={index === stop ? 0 : -1}
          aria-selected={index === chosen}
          data-related={isRelated(problem) || undefined}
          onFocus={() => setActive(index)}
          onClick={() => onShow(problem, false)}
          onDoubleClick={() => onShow(problem, true)}
          onKeyDown={(event) => onKeyDown(event, problem)}
        >
          <Words problem={problem} place={placeWords(lines, problem)} />
          <div
            role="gridcell"
            className={styles.tools}
            onClick={(event) => event.stopPropagation()}
            onDoubleClick={(event) => event.stopPropagation()}
          >
            <RowMenu
              problem={problem}
              place={placeWords(lines, problem)}
              isStop={index === stop}
              isOpen={index === menu}
              onOpenChange={(isOpen) => setMenu(isOpen ? index : undefined)}
            />
          </div>
        </div>
      ))}
    </div>
  )
}

const Words = memo(function Words({
  problem: { severity, message, code },
  place,
}: {
  readonly problem: Problem
  readonly place: string
}) {
  return (
    <div role="gridcell" className={styles.words}>
      <span className={styles.tone} data-tone={TONE[severity]}>
        <ToneIcon tone={TONE[severity]} />
      </span>
      <span className={styles.message} title={message}>
        {message}
      </span>
      <span className={styles.code}>{code}</span>
      <span className={styles.place}>{place}</span>
    </div>
  )
})

function RowMenu({
  problem,
  place,
  isStop,
  isOpen,
  onOpenChange,
}: {
  readonly problem: Problem
  readonly place: string
  readonly isStop: boolean
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}) {
  const designer = useDesigner()
  const source = useProblemSource()
  const hasFix = (problem.fixes ?? []).length > 0
  const label = `${hasFix ? 'Fix' : 'More for'} ${problem.code} at ${place}`
  return (
    <Menu
      align="end"
      open={isOpen}
      onOpenChange={onOpenChange}
      entries={() => problemMenu(designer, source, problem)}
      trigger={
        <Button
          variant="ghost"
          size="sm"
          tabIndex={isStop ? 0 : -1}
          data-fix={hasFix || undefined}
          icon={hasFix ? <Lightbulb /> : <MoreHorizontal />}
          label={label}
        />
      }
    />
  )
}

function placeWords(lines: LineIndex, { range }: Problem): string {
  const { line, column } = lines.at(range.from)
  return `${String(line)}:${String(column)}`
}
