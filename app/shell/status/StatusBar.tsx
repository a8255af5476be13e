import { useMemo, type ReactNode } from 'react'
import { LineIndex } from '../../../src/base/index.ts'
import { useDocument, useScene } from '../../store/index.ts'
import type { Workshop } from '../start/workshop.ts'
import { AutosaveItem } from './AutosaveItem.tsx'
import { DocumentSwitch } from './DocumentSwitch.tsx'
import { ProblemsItem } from './ProblemsItem.tsx'
import styles from './StatusBar.module.css'

/** One line about what is open: problems, place, drafts. */
export function StatusBar({
  workshop,
  problemsOpen,
  onToggleProblems,
  zoom,
}: {
  readonly workshop: Workshop
  readonly problemsOpen: boolean
  readonly onToggleProblems: () => void
  readonly zoom?: ReactNode
}) {
  return (
    <>
      <ProblemsItem watch={workshop.problems} open={problemsOpen} onToggle={onToggleProblems} />
      <DocumentSwitch />
      <Place />
      <span className={styles.space} />
      <AutosaveItem drafts={workshop.drafts} />
      <Cursor />
      {zoom}
    </>
  )
}

/** The template that is drawn, and what of it is selected. */
function Place() {
  const { template, selected, isStale } = useScene()
  const count = selected.length
  const name = template?.name ?? ''
  return (
    <>
      <span className={styles.item} data-tone={isStale ? 'danger' : undefined}>
        {isStale ? 'YAML broken' : 'YAML ok'}
      </span>
      {template && (
        <span className={styles.place} title={name}>
          {name === '' ? 'template without a name' : name}
        </span>
      )}
      {count > 0 && (
        <span className={styles.item}>{count === 1 ? '1 step' : `${count} steps`} selected</span>
      )}
    </>
  )
}

/** Line and column of the cursor in the text. */
function Cursor() {
  const range = useDocument((slice) => slice.state.selection.ranges.at(-1))
  const text = useDocument((slice) => slice.state.text)
  const lines = useMemo(() => new LineIndex(text), [text])
  if (!range) return null
  const { line, column } = lines.at(range.to)
  return (
    <span className={styles.numbers}>
      Ln {line}, Col {column}
    </span>
  )
}
