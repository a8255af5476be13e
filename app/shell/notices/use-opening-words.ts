import { useEffect } from 'react'
import { isUnsaved } from '../../platform/index.ts'
import { readManifest } from '../../../src/argo/index.ts'
import { wholeDocuments } from '../../../src/yaml/index.ts'
import type { Desk } from '../files/desk.ts'
import { clockTime } from '../start/clock-time.ts'
import type { Workshop } from '../start/workshop.ts'
import { documentWords } from '../status/document-words.ts'

/** What is said when a text opens: that work was recovered, and which of several documents is drawn. */
export function useOpeningWords({ designer, drafts, toaster }: Workshop, desk: Desk): void {
  useEffect(() => {
    const { recovered } = drafts.getSnapshot()
    if (recovered && isUnsaved(recovered)) {
      const id = toaster.show({
        key: 'recovered',
        sticky: true,
        text: `Recovered your unsaved work from ${clockTime(recovered.time, Date.now())}`,
        action: { label: 'Discard', onSelect: () => void desk.discardRecovered() },
      })
      // Whoever works on has seen it, and has it in the File menu still.
      return designer.session.subscribe(({ changes }) => {
        if (!changes.isEmpty) toaster.dismiss(id)
      })
    }
    return undefined
  }, [designer, drafts, toaster, desk])

  useEffect(
    () =>
      designer.session.subscribe(({ userEvent }) => {
        if (userEvent !== 'open') return
        const { tree, document } = designer.scene()
        const shown = tree.documents[document]
        if (tree.documents.length < 2 || !shown) return
        const { length } = wholeDocuments(tree)
        const isListed = shown.outer !== undefined
        toaster.show({
          key: 'documents',
          tone: 'info',
          text: length > 1 ? `The file has ${length} documents` : 'The file is a list of manifests',
          detail: `Drawn is ${isListed ? '' : `number ${document + 1}, `}${documentWords(readManifest(shown))}. The list of files switches.`,
        })
      }),
    [designer, toaster],
  )
}
