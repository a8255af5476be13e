import { CircleCheck } from 'lucide-react'
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { LineIndex } from '../../src/base/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import { EmptyState, ListPane, RowList, SegmentedControl, ToneIcon } from '../ui/index.ts'
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
    <ListPane
      head={
        <>
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
        </>
      }
      closeLabel="Close the problems"
      onClose={onClose}
    >
      {shown.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title="No problems found" />
      ) : (
        <Rows problems={shown} lines={lines} onOpen={onOpen} />
      )}
      {chosen.length > shown.length && (
        <p className={styles.more}>and {chosen.length - shown.length} more</p>
      )}
    </ListPane>
  )
}

function Rows({
  problems,
  lines,
  onOpen,
}: {
  readonly problems: readonly Problem[]
  readonly lines: LineIndex
  readonly onOpen: (problem: Problem) => void
}) {
  const asked = useView((view) => view.problemsOf)
  return (
    <RowList
      label="Problems"
      items={problems}
      wanted={asked}
      isWanted={({ document, path }) =>
        document === asked?.document && asked.path.every((part, at) => part === path[at])
      }
      row={({ severity, message, code, range }) => {
        const { line, column } = lines.at(range.from)
        return {
          icon: (
            <span className={styles.tone} data-tone={TONE[severity]}>
              <ToneIcon tone={TONE[severity]} />
            </span>
          ),
          label: <span title={message}>{message}</span>,
          detail: code,
          badges: (
            <span className={styles.place}>
              {line}:{column}
            </span>
          ),
        }
      }}
      onShow={onOpen}
    />
  )
}
