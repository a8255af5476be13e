import { Trash2 } from 'lucide-react'
import {
  containerPath,
  nameProblem,
  templateAt,
  type ContainerPlace,
} from '../../src/argo/index.ts'
import { useScene } from '../store/index.ts'
import { Button, CommitField } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { ObjectForm } from './form/ObjectForm.tsx'
import styles from './forms.module.css'

/** Everything about one container of a `containerSet`. */
export function ContainerForm({ place }: { readonly place: ContainerPlace }) {
  const { manifest } = useScene()
  const edits = useEdits()
  const { template, container } = place
  const view = templateAt(manifest, template)?.containers[container]
  if (view === undefined) return null
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <CommitField
          label="Name"
          layout="row"
          mono
          value={view.name ?? ''}
          onCommit={(name) =>
            nameProblem(name) ?? edits.run('renameContainer', { template, container, name })
          }
        />
      </div>
      <div className={styles.part}>
        <ObjectForm
          type="ContainerNode"
          path={containerPath(manifest, template, container)}
          node={view.node}
          hidden={['name']}
        />
      </div>
    </div>
  )
}

/** What several selected containers have in common: that they can be deleted. */
export function ContainersSummary({ places }: { readonly places: readonly ContainerPlace[] }) {
  const edits = useEdits()
  const [first] = places
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <p>{`${String(places.length)} containers are selected.`}</p>
        <div className={styles.line}>
          <Button
            icon={<Trash2 />}
            onClick={() =>
              edits.restructure('deleteContainers', {
                template: first?.template,
                containers: places.map(({ container }) => container),
              })
            }
          >
            Delete
          </Button>
        </div>
      </div>
    </div>
  )
}
