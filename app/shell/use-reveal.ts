import { useCallback } from 'react'
import { sameTemplate, stepPath } from '../../src/argo/index.ts'
import type { TextRange } from '../../src/base/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import { loadEditor } from './load-editor.ts'
import type { Workshop } from './start/workshop.ts'
import type { Panes } from './use-panes.ts'

export interface Reveal {
  /** Opens the code at a range of the text. */
  readonly range: (range: TextRange) => void
  /** Shows a problem: its step on the canvas, its range in the code. */
  readonly problem: (problem: Problem) => void
}

/** Ways to a place, through all panes. */
export function useReveal({ designer, problems }: Workshop, panes: Panes): Reveal {
  const { show } = panes
  const range = useCallback(
    (wanted: TextRange) => {
      show('code', true)
      designer.actions.setView({ codeTab: 'yaml' })
      void loadEditor().then(({ revealRange }) => revealRange(wanted))
    },
    [show, designer],
  )
  const problem = useCallback(
    (listed: Problem) => {
      // Its range counts in the text that was checked: typing since may have moved it.
      const { list } = problems.flush()
      const now = list.find(
        (one) =>
          one === listed || (one.code === listed.code && one.path.join() === listed.path.join()),
      )
      if (!now) return
      const { actions } = designer
      if (now.document !== designer.scene().document) actions.showDocument(now.document)
      const { address, manifest } = designer.scene()
      const template = now.step?.template ?? now.template
      if (template !== undefined && !sameTemplate(template, address)) actions.showTemplate(template)
      if (now.step) {
        const { template, lane, step } = now.step
        const path = stepPath(manifest, template, lane, step)
        actions.select([{ document: now.document, path }])
      }
      range(now.range)
    },
    [designer, problems, range],
  )
  return { range, problem }
}
