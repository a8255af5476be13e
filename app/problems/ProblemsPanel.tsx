import { CircleCheck, X } from 'lucide-react'
import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { LineIndex } from '../../src/base/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import { Button, EmptyState, ListRow, SegmentedControl, ToneIcon } from '../ui/index.ts'
import type { Address } from '../../src/yaml/index.ts'
import { useView } from '../store/index.ts'
import type { ProblemWatch } from './problem-watch.ts'
import styles from './ProblemsPanel.module.css'

export interface ProblemsPanelProps {
  readonly watch: ProblemWatch
  /** What switches to the other lists of the pane. */
  readonly tabs: ReactNode
  /** Shows where a problem is, on the canvas and in the text. */
  readonly onOpen: (problem: Problem) => void
  readonly onClose: () => void
}

/** More lines than these help nobody, and cost. */
const SHOWN = 500

const TONE = { error: 'danger', warning: 'warning', info: 'info' } as const

type Filter = 'all' | 'error' | 'warning'

export function ProblemsPanel({ watch, tabs, onOpen, onClose }: ProblemsPanelProps) {
  const problems = useSyncExternalStore(watch.subscribe, watch.getSnapshot)
  const [filter, setFilter] = useState<Filter>('all')
  const lines = useMemo(() => new LineIndex(problems.tree.text), [problems.tree])
  const chosen = problems.list.filter(({ severity }) => filter === 'all' || severity === filter)
  const shown = chosen.slice(0, SHOWN)
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        {tabs}
        <SegmentedControl
          label="Which problems"
          value={filter}
          segments={[
            { value: 'all', label: `All ${problems.list.length}` },
            { value: 'error', label: `Errors ${problems.errors}` },
            { value: 'warning', label: `Warnings ${problems.warnings}` },
          ]}
          onChange={(value) => {
            if (value === 'all' || value === 'error' || value === 'warning') setFilter(value)
          }}
        />
        <span className={styles.space} />
        <Button
          variant="ghost"
          size="sm"
          icon={<X />}
          label="Close the problems"
          onClick={onClose}
        />
      </header>
      {shown.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title="No problems found" />
      ) : (
        <Rows problems={shown} lines={lines} onOpen={onOpen} />
      )}
      {chosen.length > shown.length && (
        <p className={styles.more}>and {chosen.length - shown.length} more</p>
      )}
    </div>
  )
}

/** One stop of the Tab key; arrows walk, Enter shows the place. */
function Rows({
  problems,
  lines,
  onOpen,
}: {
  readonly problems: readonly Problem[]
  readonly lines: LineIndex
  readonly onOpen: (problem: Problem) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const stop = Math.min(active, problems.length - 1)
  const asked = useView((view) => view.problemsOf)
  const show = useEffectEvent((wanted: Address) => {
    const index = problems.findIndex(
      ({ document, path }) =>
        document === wanted.document && wanted.path.every((part, at) => part === path[at]),
    )
    if (index < 0) return
    // The focus makes it the active one.
    const row = list.current?.children[index]
    if (row instanceof HTMLElement) row.focus()
  })
  useEffect(() => {
    if (asked) show(asked)
  }, [asked])

  const onKeyDown = (event: KeyboardEvent, problem: Problem) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') onOpen(problem)
    else {
      const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: problems.length - 1 }[
        event.key
      ]
      if (to === undefined) return
      const next = Math.max(0, Math.min(problems.length - 1, to))
      setActive(next)
      const row = list.current?.children[next]
      if (row instanceof HTMLElement) row.focus()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={list} role="listbox" aria-label="Problems" className={styles.list}>
      {problems.map((problem, index) => {
        const { line, column } = lines.at(problem.range.from)
        return (
          <ListRow
            key={index}
            role="option"
            aria-selected={index === stop}
            tabIndex={index === stop ? 0 : -1}
            icon={
              <span className={styles.tone} data-tone={TONE[problem.severity]}>
                <ToneIcon tone={TONE[problem.severity]} />
              </span>
            }
            label={<span title={problem.message}>{problem.message}</span>}
            detail={problem.code}
            badges={
              <span className={styles.place}>
                {line}:{column}
              </span>
            }
            onFocus={() => setActive(index)}
            onClick={() => onOpen(problem)}
            onKeyDown={(event) => onKeyDown(event, problem)}
          />
        )
      })}
    </div>
  )
}
