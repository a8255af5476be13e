import type { ReactNode } from 'react'
import type { TemplateType } from '../../../src/argo/index.ts'
import { isFlatSame, useSceneOf, type Scene } from '../../store/index.ts'
import type { Workshop } from '../start/workshop.ts'
import { AutosaveItem } from './AutosaveItem.tsx'
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
      <Place />
      <span className={styles.space} />
      <AutosaveItem drafts={workshop.drafts} />
      {zoom}
    </>
  )
}

/** The template that is drawn, and what of it is selected. */
function Place() {
  const { hasTemplate, name, what, count, isStale } = useSceneOf(placeOf, isFlatSame)
  return (
    <>
      <span className={styles.item} data-tone={isStale ? 'danger' : undefined}>
        {isStale ? 'YAML broken' : 'YAML ok'}
      </span>
      {hasTemplate && (
        <span className={styles.place} title={name}>
          {name === '' ? 'template without a name' : name}
        </span>
      )}
      {count > 0 && (
        <span className={styles.item}>
          {count === 1 ? `1 ${what}` : `${String(count)} ${what}s`} selected
        </span>
      )}
    </>
  )
}

function placeOf({ template, selectedNodes, selectedContainers, isStale }: Scene) {
  return {
    hasTemplate: template !== undefined,
    name: template?.name ?? '',
    what: wordOf(template?.type),
    count: selectedNodes.length + selectedContainers.length,
    isStale,
  }
}

function wordOf(type: TemplateType | undefined): string {
  if (type === 'containerSet') return 'container'
  return type === 'dag' ? 'task' : 'step'
}
