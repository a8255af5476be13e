import { ChevronsUpDown } from 'lucide-react'
import { readManifest, type ManifestView } from '../../../src/argo/index.ts'
import { useActions, useScene } from '../../store/index.ts'
import { Menu } from '../../ui/index.ts'
import { shortened } from '../files/file-names.ts'
import styles from './StatusBar.module.css'

/** Which of a file's documents is drawn. Nothing for a file of one. */
export function DocumentSwitch() {
  const { tree, document } = useScene()
  const actions = useActions()
  const count = tree.documents.length
  if (count < 2) return null
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={styles.button}>
          Document {document + 1} of {count}
          <ChevronsUpDown aria-hidden />
        </button>
      }
      entries={[
        { type: 'heading', label: 'Drawn on the canvas' },
        {
          type: 'choice',
          value: String(document),
          options: tree.documents.map((one, index) => ({
            value: String(index),
            label: `${index + 1}: ${documentWords(readManifest(one))}`,
          })),
          onChange: (value) => actions.showDocument(Number(value)),
        },
      ]}
    />
  )
}

/** A document by its kind and name. */
export function documentWords({ kind, name, generateName, document }: ManifestView): string {
  if (document.root.kind === 'empty') return 'empty'
  const called = name ?? generateName
  return shortened(`${kind ?? 'no kind'}${called === undefined ? '' : ` ${called}`}`)
}
