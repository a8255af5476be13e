import { CircleCheck, ListFilter, SlidersHorizontal } from 'lucide-react'
import { useDeferredValue, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { LineIndex } from '../../src/base/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import {
  Button,
  EmptyState,
  IconButton,
  ListPane,
  SegmentedControl,
  TextField,
} from '../ui/index.ts'
import { isSameProblem, useActions, useDocument, useView } from '../store/index.ts'
import { allProblems, filtered, type ProblemFilter } from './problem-filter.ts'
import type { ProblemWatch } from './problem-watch.ts'
import { ProblemRows } from './ProblemRows.tsx'
import styles from './ProblemsPanel.module.css'

export interface ProblemsPanelProps {
  readonly watch: ProblemWatch
  /** What switches to the other lists of the pane. */
  readonly tabs: ReactNode
  /** Opens how problems are looked for. */
  readonly onSettings: () => void
  readonly onClose: () => void
}

/** More lines than these help nobody, and cost. */
const SHOWN = 300

/** What is wrong with the file, to be filtered, shown and mended. */
export function ProblemsPanel({ watch, tabs, onSettings, onClose }: ProblemsPanelProps) {
  const actions = useActions()
  const found = useSyncExternalStore(watch.subscribe, watch.getSnapshot)
  // Whoever types goes first.
  const problems = useDeferredValue(found)
  const lines = useMemo(() => new LineIndex(problems.tree.text), [problems.tree])
  const asked = useView((view) => view.problemsOf)
  const [filter, setFilter] = useState<ProblemFilter>(allProblems)
  const [seen, setSeen] = useState(asked)
  if (asked !== seen) {
    // What is asked for must not be filtered away.
    setSeen(asked)
    setFilter(allProblems)
  }
  const chosen = useView((view) => view.problem)
  const selected = useDocument(({ state }) => state.selection.steps)
  const listed = filtered(problems.list, filter)
  const shown = listed.slice(0, SHOWN)
  const { length } = problems.list
  return (
    <ListPane
      head={
        <>
          {tabs}
          <SegmentedControl
            label="Which problems"
            value={filter.severity}
            segments={[
              { value: 'all', label: `All ${String(length)}` },
              { value: 'error', label: `Errors ${String(problems.errors)}` },
              { value: 'warning', label: `Warnings ${String(problems.warnings)}` },
              {
                value: 'info',
                label: `Notes ${String(length - problems.errors - problems.warnings)}`,
              },
            ]}
            onChange={(severity) => {
              if (isSeverity(severity)) setFilter({ ...filter, severity })
            }}
          />
          <div className={styles.search}>
            <TextField
              aria-label="Filter problems by message or code"
              type="search"
              placeholder="Filter"
              value={filter.words}
              onChange={(words) => setFilter({ ...filter, words })}
            />
          </div>
          <IconButton
            icon={<SlidersHorizontal />}
            size="sm"
            label="Problem settings"
            onClick={onSettings}
          />
        </>
      }
      closeLabel="Close the problems"
      onClose={onClose}
    >
      {shown.length > 0 ? (
        <ProblemRows
          problems={shown}
          lines={lines}
          isChosen={(problem) => chosen !== undefined && isSameProblem(problem, chosen.problem)}
          isRelated={(problem) => selected.some((step) => isWithin(problem, step))}
          wanted={asked}
          isWanted={(problem) => asked !== undefined && isWithin(problem, asked)}
          onShow={(problem, focus) => {
            // Its range counts in the text that was checked: typing since may have moved it.
            const now = watch.flush().list.find((one) => isSameProblem(one, problem))
            if (now !== undefined) actions.goToProblem(now, { focus })
          }}
        />
      ) : length > 0 ? (
        <EmptyState
          icon={<ListFilter />}
          title="None of the problems fits the filter"
          actions={
            <Button size="sm" onClick={() => setFilter(allProblems)}>
              Show all
            </Button>
          }
        />
      ) : (
        <EmptyState icon={<CircleCheck />} title="No problems found" />
      )}
      {listed.length > shown.length && (
        <p className={styles.more}>and {listed.length - shown.length} more</p>
      )}
    </ListPane>
  )
}

function isWithin(
  { document, path }: Problem,
  place: { readonly document: number; readonly path: readonly (string | number)[] },
): boolean {
  return document === place.document && place.path.every((part, at) => part === path[at])
}

function isSeverity(value: string): value is ProblemFilter['severity'] {
  return value === 'all' || value === 'error' || value === 'warning' || value === 'info'
}
