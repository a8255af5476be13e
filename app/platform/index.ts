export {
  openAutosave,
  type Autosave,
  type AutosaveProblem,
  type AutosaveState,
  type FoundDrafts,
} from './autosave.ts'
export { browserDrafts } from './browser-drafts.ts'
export { browserFiles, readDropped } from './browser-files.ts'
export {
  browserClipboard,
  createClipboard,
  type ClipboardAccess,
  type ClipboardEnvironment,
  type ClipboardProblem,
} from './clipboard.ts'
export { checkSize, decodeText, SIZE_LIMIT, type DecodeProblem } from './decode.ts'
export { download } from './download.ts'
export { isUnsaved, type Draft, type DraftContent, type FileDraft, type Json } from './draft.ts'
export type { DraftEnvironment } from './draft-environment.ts'
export type { FileHandle, FileStamp } from './file-handle.ts'
export {
  createFiles,
  readFile,
  type FileDialogs,
  type FileProblem,
  type Files,
  type OpenedFile,
  type SavedFile,
  type SaveRequest,
} from './files.ts'
export { keyTargetOf, type KeyElement, type KeyTarget } from './key-target.ts'
export {
  ariaShortcut,
  formatShortcut,
  matchesShortcut,
  osOf,
  parseShortcut,
  shortcutWords,
  type KeyPress,
  type Os,
  type Shortcut,
} from './keys.ts'
export { keptText, readRecord, type KeptText } from './kept-text.ts'
export type { PlatformProblem } from './problem.ts'
export { createTransport, type TransportOptions } from './transport.ts'
