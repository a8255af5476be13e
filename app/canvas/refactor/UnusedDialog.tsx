import { useState } from 'react'
import { kindWords } from '../../../src/graph/index.ts'
import { unusedTemplates } from '../../../src/edit/index.ts'
import { useDesigner, useScene } from '../../store/index.ts'
import { Checkbox } from '../../ui/index.ts'
import { AskDialog } from './AskDialog.tsx'
import styles from './RefactorDialog.module.css'
import { refactor, tryOut, type OfferDialogProps } from './offers.ts'

/** Lists the templates that nothing calls, and removes those that stay ticked. */
export function UnusedDialog({ offer, onClose }: OfferDialogProps) {
  const designer = useDesigner()
  const scene = useScene()
  const unused = unusedTemplates(scene.tree, scene.document)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const templates = unused.flatMap(({ name }) => (kept.has(name) ? [] : [name]))
  const result = tryOut(offer, scene, { templates })
  const problem =
    templates.length === 0 ? 'Nothing is ticked.' : result.ok ? undefined : result.error.message
  const isLibrary = scene.manifest.kind?.endsWith('WorkflowTemplate') === true
  return (
    <AskDialog
      title="Remove unused templates"
      description={
        isLibrary
          ? 'Nothing in this file calls these. Other files may: untick what they need.'
          : 'Nothing calls these, on any way from where the workflow starts.'
      }
      verb={templates.length === 1 ? 'Remove it' : `Remove ${String(templates.length)}`}
      danger
      problem={problem}
      onDo={() => refactor(designer, offer, { templates })}
      onClose={onClose}
    >
      <div className={styles.list}>
        {unused.map(({ name, index }) => (
          <Checkbox
            key={index}
            label={name}
            hint={kindWords(scene.manifest.spec.templates[index]?.type ?? 'unknown')}
            checked={!kept.has(name)}
            onChange={(checked) => {
              const next = new Set(kept)
              if (checked) next.delete(name)
              else next.add(name)
              setKept(next)
            }}
          />
        ))}
      </div>
    </AskDialog>
  )
}
