import { ArrowRight } from 'lucide-react'
import { resolveTemplateRef, type ManifestReference } from '../../../src/argo/index.ts'
import { referenceWords, useActions, useScene } from '../../store/index.ts'
import { Button } from '../../ui/index.ts'
import styles from '../forms.module.css'

/** Where what a reference means is to be found, with the way there; or how to get it. */
export function ReferenceNote({ reference }: { readonly reference: ManifestReference }) {
  const { sources, manifest } = useScene()
  const actions = useActions()
  const found = resolveTemplateRef(sources, reference, manifest.namespace)
  const words = referenceWords(reference)
  switch (found.status) {
    case 'found':
      return found.source.id === undefined ? (
        <p className={styles.note}>{`${words} is in the cluster.`}</p>
      ) : (
        <div>
          <Button
            variant="ghost"
            size="sm"
            icon={<ArrowRight />}
            onClick={() => actions.followReference(reference)}
          >{`Open in ${found.source.name}`}</Button>
        </div>
      )
    case 'lacking':
      return (
        <p
          className={styles.note}
        >{`${words} is in ${found.source.name} and has no such template.`}</p>
      )
    case 'unknown':
      return (
        <p className={styles.note}>
          {`${words} is not open. Open its file to see what it needs and to go inside.`}
        </p>
      )
    case 'open':
      return null
  }
}
