import type { Result } from '../../../src/base/index.ts'
import type { ClipboardAccess, Files } from '../../platform/index.ts'
import type { Designer } from '../../store/index.ts'
import type { Confirm, ToastMessage } from '../../ui/index.ts'
import type { DraftKeeper } from '../start/draft-keeper.ts'

/** What the desk works with; tests hand in others. */
export interface DeskPowers {
  readonly designer: Designer
  readonly files: Files
  readonly clipboard: ClipboardAccess
  readonly download: (name: string, content: string, type?: string) => void
  readonly drafts: DraftKeeper
  readonly confirm: Confirm
  readonly tell: (message: ToastMessage) => void
  /** The text of a new file. */
  readonly newText: () => string
  readonly fetchExample: (name: string) => Promise<Result<string, string>>
}
