import { Copy, Trash2 } from 'lucide-react'
import { isTaskPlace, nodeAt, type NodePlace } from '../../src/argo/index.ts'
import { useScene } from '../store/index.ts'
import { Button } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import styles from './forms.module.css'
import { Name } from './Name.tsx'

const SHOWN = 50

/** What several selected steps have in common: that they can be duplicated and deleted. */
export function StepsSummary({ places }: { readonly places: readonly NodePlace[] }) {
  const { manifest } = useScene()
  const template = places[0]?.template
  const edits = useEdits()
  const steps = places.map((place) =>
    isTaskPlace(place) ? { task: place.task } : { lane: place.lane, index: place.step },
  )
  const noun = places.every(isTaskPlace) ? 'tasks' : 'steps'
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <p>{`${String(places.length)} ${noun} are selected.`}</p>
        <div className={styles.line}>
          <Button
            icon={<Copy />}
            onClick={() => edits.restructure('duplicateSteps', { template, steps })}
          >
            Duplicate
          </Button>
          <Button
            icon={<Trash2 />}
            onClick={() => edits.restructure('deleteSteps', { template, steps })}
          >
            Delete
          </Button>
        </div>
      </div>
      <ul className={styles.list}>
        {places.slice(0, SHOWN).map((place) => {
          const view = nodeAt(manifest, place)
          return (
            <li key={JSON.stringify(place)} className={styles.item}>
              <Name>{view?.name ?? 'without a name'}</Name>
              <span className={styles.note}>
                <Name>{view?.template ?? view?.templateRef?.template ?? ''}</Name>
              </span>
            </li>
          )
        })}
      </ul>
      {places.length > SHOWN && (
        <p className={styles.rest}>{`and ${String(places.length - SHOWN)} more`}</p>
      )}
    </div>
  )
}
