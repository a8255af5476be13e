import { fileOpen, fileSave } from 'browser-fs-access'
import { createFiles, readFile, type FileProblem, type Files, type OpenedFile } from './files.ts'
import type { Result } from '../../src/base/index.ts'

const YAML = {
  description: 'Workflow manifests',
  extensions: ['.yaml', '.yml'],
  id: 'stepwright',
}

/** Opening and saving with the browser's own dialogs. */
export function browserFiles(): Files {
  return createFiles({
    pick: () => fileOpen({ ...YAML, extensions: ['.yaml', '.yml', '.json'], multiple: true }),
    place: (name, content) => fileSave(content, { ...YAML, fileName: name }),
  })
}

/** Reads the files that are dropped; must be called while the drop event is handled. */
export function readDropped(
  data: DataTransfer,
): Promise<readonly Result<OpenedFile, FileProblem>[]> {
  const read = [...data.items].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null
    if (!file) return []
    // Asked for now: after the event the item is empty.
    const handle = handleOf(item)
    return [handle.then((known) => readFile(file, known))]
  })
  return Promise.all(read)
}

type ItemWithHandle = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

async function handleOf(item: ItemWithHandle): Promise<FileSystemFileHandle | undefined> {
  try {
    const handle = await item.getAsFileSystemHandle?.()
    return handle instanceof FileSystemFileHandle ? handle : undefined
  } catch {
    // Without a handle it can still be read, and saved as a copy.
    return undefined
  }
}
