import { useSyncExternalStore } from 'react'
import { useDesigner } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { LoopDialog } from './LoopDialog.tsx'
import { NameDialog } from './NameDialog.tsx'
import { offers } from './offers.ts'
import { RetryDialog } from './RetryDialog.tsx'
import { UnusedDialog } from './UnusedDialog.tsx'

/** What a refactoring asks before it is done. */
export function RefactorDialog() {
  const designer = useDesigner()
  const ui = canvasUi(designer)
  const id = useSyncExternalStore(ui.subscribe, () => ui.getSnapshot().refactoring)
  const offer = offers.find((one) => one.id === id)
  const close = () => ui.set({ refactoring: undefined, wantsFocus: true })
  if (offer === undefined) return null
  switch (offer.id) {
    case 'extractTemplate':
    case 'nameInline':
      return <NameDialog offer={offer} onClose={close} />
    case 'wrapInLoop':
      return <LoopDialog offer={offer} onClose={close} />
    case 'wrapInRetry':
      return <RetryDialog offer={offer} onClose={close} />
    case 'removeUnusedTemplates':
      return <UnusedDialog offer={offer} onClose={close} />
    default:
      return null
  }
}
