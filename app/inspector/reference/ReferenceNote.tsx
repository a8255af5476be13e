import { ArrowRight } from 'lucide-react'
import type { ManifestReference } from '../../../src/argo/index.ts'
import { useActions, useClusterActions, useScene, whereabouts } from '../../store/index.ts'
import { Button } from '../../ui/index.ts'
import styles from '../forms.module.css'

/** Where what a reference means is to be found, with the way there; or how to get it. */
export function ReferenceNote({ reference }: { readonly reference: ManifestReference }) {
  const scene = useScene()
  const actions = useActions()
  const { lookAgain } = useClusterActions()
  const { text, open, mayAsk } = whereabouts(scene, reference)
  return (
    <>
      {text !== undefined && <p className={styles.note}>{text}</p>}
      {open !== undefined && (
        <div>
          <Button
            variant="ghost"
            size="sm"
            icon={<ArrowRight />}
            onClick={() => actions.followReference(reference)}
          >
            {open}
          </Button>
        </div>
      )}
      {mayAsk && (
        <div>
          <Button variant="ghost" size="sm" onClick={() => void lookAgain()}>
            Ask the cluster again
          </Button>
        </div>
      )}
    </>
  )
}
