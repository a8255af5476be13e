import { err, ok, type Result } from '../../src/base/index.ts'
import { checkSize } from './decode.ts'
import { stampOf, type FileHandle, type FileStamp } from './file-handle.ts'
import { errorName, errorWords, type PlatformProblem } from './problem.ts'

export type FileProblem = PlatformProblem<
  | 'cancelled'
  /** The browser or the system forbids it. */
  | 'denied'
  /** Moved or deleted since it was opened. */
  | 'gone'
  /** Another program wrote it since it was opened; saving with `force` writes all the same. */
  | 'changed'
  | 'too-large'
  | 'failed'
>

/** `Handle` is the browser's own, but for tests. */
export interface OpenedFile<Handle extends FileHandle = FileSystemFileHandle> {
  readonly name: string
  readonly bytes: Uint8Array
  /** With it, saving goes back to the same file. */
  readonly handle?: Handle
  readonly stamp: FileStamp
}

export interface SaveRequest<Handle extends FileHandle = FileSystemFileHandle> {
  readonly name: string
  readonly text: string
  readonly handle?: Handle | undefined
  /** As of opening or the last save; without one a change by others is not noticed. */
  readonly stamp?: FileStamp | undefined
  readonly force?: boolean
}

export interface SavedFile<Handle extends FileHandle = FileSystemFileHandle> {
  readonly name: string
  /** Absent after a download, of which nobody knows where it went. */
  readonly handle?: Handle
  readonly stamp?: FileStamp
}

/** Opening and saving, for the app; tests hand in another. */
export interface Files<Handle extends FileHandle = FileSystemFileHandle> {
  /** Asks for files; one result for each, and one alone when none was chosen. */
  readonly open: () => Promise<readonly Result<OpenedFile<Handle>, FileProblem>[]>
  /** To the file of the handle, else as `saveAs`. */
  readonly save: (request: SaveRequest<Handle>) => Promise<Result<SavedFile<Handle>, FileProblem>>
  /** Asks for a place, or downloads where the browser cannot ask. */
  readonly saveAs: (request: SaveRequest<Handle>) => Promise<Result<SavedFile<Handle>, FileProblem>>
}

/** The dialogs of the browser; they reject with an `AbortError` when the user cancels. */
export interface FileDialogs<Handle extends FileHandle> {
  readonly pick: () => Promise<readonly (File & { readonly handle?: Handle })[]>
  /** Gives the handle of the new file, or nothing after a download. */
  readonly place: (name: string, content: Blob) => Promise<Handle | null>
}

const TYPE = 'application/yaml'

export function createFiles<Handle extends FileHandle>(
  dialogs: FileDialogs<Handle>,
): Files<Handle> {
  const saveAs: Files<Handle>['saveAs'] = ({ name, text }) =>
    attempt(name, async () => {
      const handle = await dialogs.place(name, new Blob([text], { type: TYPE }))
      if (!handle) return ok({ name })
      return ok({ name: handle.name, handle, stamp: stampOf(await handle.getFile()) })
    })
  return {
    open: async () => {
      const picked = await attempt('the file', async () => ok(await dialogs.pick()))
      if (!picked.ok) return [picked]
      return Promise.all(picked.value.map((file) => readFile(file, file.handle)))
    },
    save: (request) => {
      const { handle, name } = request
      if (!handle) return saveAs(request)
      return attempt(name, () => saveTo(handle, request))
    },
    saveAs,
  }
}

/** Reads a file that was picked or dropped. */
export function readFile<Handle extends FileHandle>(
  file: File,
  handle?: Handle,
): Promise<Result<OpenedFile<Handle>, FileProblem>> {
  return attempt(file.name, async () => {
    const size = checkSize(file.name, file.size)
    if (!size.ok) return err({ code: 'too-large', message: size.error.message })
    const bytes = new Uint8Array(await file.arrayBuffer())
    return ok({ name: file.name, bytes, ...(handle && { handle }), stamp: stampOf(file) })
  })
}

async function saveTo<Handle extends FileHandle>(
  handle: Handle,
  { name, text, stamp, force = false }: SaveRequest<Handle>,
): Promise<Result<SavedFile<Handle>, FileProblem>> {
  if (!(await mayWrite(handle))) {
    return err({
      code: 'denied',
      message: `${name} was not saved: the browser was not allowed to write it. Save again and allow it, or save a copy.`,
    })
  }
  // Also finds out that the file is gone, which writing would hide by making a new one.
  const present = stampOf(await handle.getFile())
  const changed = stamp && (present.modified !== stamp.modified || present.size !== stamp.size)
  if (changed && !force) {
    return err({
      code: 'changed',
      message: `${name} was not saved: another program has changed it since it was opened here.`,
    })
  }
  const writable = await handle.createWritable()
  try {
    await writable.write(new Blob([text], { type: TYPE }))
    // Only closing puts the new content in place of the old, all of it or nothing.
    await writable.close()
  } catch (error) {
    await writable.abort?.().catch(() => undefined)
    throw error
  }
  return ok({ name: handle.name, handle, stamp: stampOf(await handle.getFile()) })
}

async function mayWrite(handle: FileHandle): Promise<boolean> {
  if (!handle.queryPermission || !handle.requestPermission) return true
  if ((await handle.queryPermission({ mode: 'readwrite' })) === 'granted') return true
  return (await handle.requestPermission({ mode: 'readwrite' })) === 'granted'
}

/** Turns what browsers throw into problems. */
async function attempt<T>(
  name: string,
  action: () => Promise<Result<T, FileProblem>>,
): Promise<Result<T, FileProblem>> {
  try {
    return await action()
  } catch (error) {
    return err(problemOf(name, error))
  }
}

function problemOf(name: string, error: unknown): FileProblem {
  switch (errorName(error)) {
    case 'AbortError':
      return { code: 'cancelled', message: 'Nothing was opened or saved.' }
    case 'NotAllowedError':
    case 'SecurityError':
    case 'NoModificationAllowedError':
      return {
        code: 'denied',
        message: `The browser or the system does not allow access to ${name}. Save a copy elsewhere.`,
      }
    case 'NotFoundError':
      return {
        code: 'gone',
        message: `${name} is no longer where it was: it was moved, renamed or deleted. Save it as a new file.`,
      }
    case 'NotReadableError':
      return {
        code: 'changed',
        message: `${name} could not be read: it changed or is in use by another program. Open it again.`,
      }
    case 'QuotaExceededError':
      return { code: 'failed', message: `${name} was not saved: there is no space left.` }
    default:
      return {
        code: 'failed',
        message: `${name} could not be opened or saved: ${errorWords(error)}.`,
      }
  }
}
