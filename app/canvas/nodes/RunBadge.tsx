import { Suspense, useState } from 'react'
import { PhaseIcon, phaseTone, phaseWords } from '../../authoring/index.ts'
import { useRunMark, useRuns, type CardPaths, type RunMark } from '../../store/index.ts'
import { CardPopover } from './CardPopover.tsx'
import styles from './RunBadge.module.css'

/** What the shown run says of a card: its phase, and how far its loop is. A click says why, and what can be done. */
export function RunBadge({ paths, what }: { readonly paths: CardPaths; readonly what: string }) {
  const mark = useRunMark(paths)
  return mark === undefined ? null : <Marked mark={mark} what={what} />
}

function Marked({ mark, what }: { readonly mark: RunMark; readonly what: string }) {
  const runs = useRuns()
  const [isOpen, setOpen] = useState(false)
  const { phase, node } = mark
  const words = countWords(mark)
  if (node === undefined)
    return (
      <span className={styles.badge} data-run={phase}>
        <span className={styles.phase} title={phaseWords(phase)}>
          <PhaseIcon phase={phase} />
        </span>
      </span>
    )
  const title = [
    phaseWords(phase),
    words,
    mark.verdict,
    mark.message,
    mark.isCritical ? 'On the critical path' : '',
  ].filter((part) => part !== '')
  return (
    <span
      className={styles.badge}
      data-run={phase}
      data-tone={phaseTone(phase)}
      data-critical={mark.isCritical || undefined}
    >
      <CardPopover
        label={`State of ${what}`}
        width={380}
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open)
          if (open) runs.store.setState({ chosen: node })
        }}
        trigger={
          <button
            type="button"
            className={`${styles.phase ?? ''} nopan`}
            tabIndex={-1}
            title={title.join('\n')}
            aria-label={`${what}: ${title.join(', ')}. Show why`}
          >
            <PhaseIcon phase={phase} />
            {words !== '' && <span className={styles.words}>{words}</span>}
          </button>
        }
      >
        <Suspense>
          <runs.Details id={node} />
        </Suspense>
      </CardPopover>
    </span>
  )
}

/** How far a loop is, or how often a step was tried. */
function countWords({ items, done, failed, attempts, phase }: RunMark): string {
  if (items > 0)
    return `${String(done)}/${String(items)}${failed > 0 ? `, failed ${String(failed)}` : ''}`
  if (attempts > 1) return `${String(attempts)} tries`
  return phase === 'Waiting' ? 'Waiting' : ''
}
