import { err, ok, type Result } from '../../src/base/index.ts'
import { errorName, type PlatformProblem } from './problem.ts'

export type ClipboardProblem = PlatformProblem<'denied' | 'unavailable'>

export interface ClipboardAccess {
  readonly readText: () => Promise<Result<string, ClipboardProblem>>
  readonly writeText: (text: string) => Promise<Result<undefined, ClipboardProblem>>
}

export interface ClipboardEnvironment {
  /** Absent on insecure origins. */
  readonly clipboard: Partial<Pick<Clipboard, 'readText' | 'writeText'>> | undefined
  /** Copies by a selection and the old command; says whether it worked. */
  readonly copyBySelection: (text: string) => boolean
}

/** The clipboard as far as the browser allows: what it forbids comes back as a problem. */
export function createClipboard(environment: ClipboardEnvironment): ClipboardAccess {
  const { clipboard, copyBySelection } = environment
  return {
    readText: async () => {
      if (!clipboard?.readText) {
        return err({
          code: 'unavailable',
          message:
            'This browser lets no page read the clipboard by itself. Press the keys for pasting instead.',
        })
      }
      try {
        return ok(await clipboard.readText())
      } catch (error) {
        return err({
          code: errorName(error) === 'NotAllowedError' ? 'denied' : 'unavailable',
          message:
            'The browser did not allow reading the clipboard. Allow it for this page, or press the keys for pasting.',
        })
      }
    },
    writeText: async (text) => {
      try {
        if (clipboard?.writeText) {
          await clipboard.writeText(text)
          return ok(undefined)
        }
      } catch {
        // Refused, as in a page without the focus: the old way may still work.
      }
      if (copyBySelection(text)) return ok(undefined)
      return err({
        code: 'denied',
        message:
          'The browser did not allow writing to the clipboard. Allow it for this page and try again.',
      })
    },
  }
}

/** The clipboard of this page. */
export function browserClipboard(): ClipboardAccess {
  const clipboard = clipboardOfPage()
  return createClipboard({
    clipboard: clipboard && {
      ...('readText' in clipboard && { readText: () => clipboard.readText() }),
      ...('writeText' in clipboard && { writeText: (text: string) => clipboard.writeText(text) }),
    },
    copyBySelection,
  })
}

/** Typed as always there, but missing on insecure origins. */
function clipboardOfPage(): Clipboard | undefined {
  const { clipboard }: { clipboard?: Clipboard } = navigator
  return clipboard
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.cssText = 'position:fixed;top:0;opacity:0'
  document.body.append(area)
  area.select()
  try {
    // Deprecated, and the only way left where the other is missing or refused.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}
