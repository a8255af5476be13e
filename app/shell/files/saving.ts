import { assertNever } from '../../../src/base/index.ts'
import type { FileProblem, SavedFile } from '../../platform/index.ts'
import type { DeskPowers } from './desk-powers.ts'

export interface Saving {
  /** Says whether the text is in a file now. */
  readonly save: () => Promise<boolean>
  readonly saveAs: () => Promise<boolean>
}

/** Saves the open text as it is, byte for byte, and says what became of it. */
export function createSaving({
  designer,
  files,
  confirm,
  tell,
}: Pick<DeskPowers, 'designer' | 'files' | 'confirm' | 'tell'>): Saving {
  let running = false

  const write = async (where: 'same' | 'other', force = false): Promise<boolean> => {
    const { file, state } = designer.document.getState()
    const { active } = designer.workspace.store.getState()
    const { name, handle, stamp } = file
    const request = { name, text: state.text, handle, stamp, force }
    const result = await (where === 'same' ? files.save(request) : files.saveAs(request))
    return result.ok ? settle(active, result, state.text) : explain(result.error)
  }

  /** Another file may be on the canvas by now. */
  const settle = (id: number, { value }: { readonly value: SavedFile }, text: string): boolean => {
    const { name, handle, stamp } = value
    designer.workspace.settle(
      id,
      { name, ...(handle && { handle }), ...(stamp && { stamp }) },
      text,
    )
    tell({ tone: 'success', text: handle ? `Saved ${name}` : `Downloaded ${name}`, key: 'save' })
    return true
  }

  const explain = async ({ code, message }: FileProblem): Promise<boolean> => {
    switch (code) {
      case 'cancelled':
        return false
      case 'changed': {
        const answer = await confirm({
          title: 'The file was changed by another program',
          description: message,
          confirmLabel: 'Save a copy…',
          alternativeLabel: 'Overwrite it',
        })
        if (answer === 'cancel') return false
        return answer === 'confirm' ? write('other') : write('same', true)
      }
      case 'gone': {
        const answer = await confirm({
          title: 'The file is gone',
          description: message,
          confirmLabel: 'Save as…',
        })
        return answer === 'confirm' && write('other')
      }
      case 'denied':
      case 'too-large':
      case 'failed':
        tell({
          tone: 'danger',
          text: message,
          key: 'save',
          action: { label: 'Save a copy…', onSelect: () => void once(() => write('other')) },
        })
        return false
      default:
        return assertNever(code)
    }
  }

  /** A second save while the first waits for an answer would only ask twice. */
  const once = async (action: () => Promise<boolean>): Promise<boolean> => {
    if (running) return false
    running = true
    try {
      return await action()
    } finally {
      running = false
    }
  }

  return {
    save: () => once(() => write('same')),
    saveAs: () => once(() => write('other')),
  }
}
