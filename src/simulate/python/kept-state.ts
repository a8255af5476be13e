import type { FileNode, FileSystem, Machine } from './machine.ts'

/**
 * Keeps the state of an interpreter; the function that it gives brings that state back, in a few milliseconds. All that Python knows lies in its memory
 * (modules, patches of them, objects, its stack), so what a run did is gone when the bytes are as they were. Outside of the memory there are only the
 * objects that JavaScript gave to Python and the file system, which are kept beside it. No proxy of a Python object may be made between the two: its
 * pointer would lead into other bytes.
 */
export function keepState(machine: Machine): () => void {
  const memory = machine.HEAPU8.slice()
  const stack = machine.stackSave()
  const objects = givenObjects(machine)
  const restoreFiles = keepFiles(machine.FS)
  return () => {
    const now = machine.HEAPU8
    now.set(memory)
    // Memory never shrinks, and what asks for fresh memory expects zeros.
    now.fill(0, memory.length)
    machine.stackRestore(stack)
    objects.forEach((object, index) => machine.__hiwire_set(index, object))
    restoreFiles()
  }
}

/** What JavaScript has given to Python. */
export function givenObjects(machine: Machine): readonly unknown[] {
  const objects: unknown[] = []
  for (;;) {
    try {
      objects.push(machine.__hiwire_get(objects.length))
    } catch {
      return objects
    }
  }
}

/** Keeps all files and folders, with what is open; the function that it gives brings them back. */
function keepFiles(files: FileSystem): () => void {
  const { nextInode, currentPath } = files
  const size = files.nameTable.length
  const nodes = allNodes(files).map(keepNode)
  const streams = files.streams.map((stream) => ({ stream, position: stream?.position ?? 0 }))
  return () => {
    files.nameTable = new Array<FileNode | undefined>(size)
    for (const { node, restore } of nodes) {
      restore()
      files.hashAddNode(node)
    }
    files.nextInode = nextInode
    files.currentPath = currentPath
    files.streams.length = 0
    for (const { stream, position } of streams) {
      if (stream) stream.position = position
      files.streams.push(stream)
    }
  }
}

function allNodes(files: FileSystem): FileNode[] {
  const nodes: FileNode[] = []
  for (const first of files.nameTable) {
    for (let node = first; node; node = node.name_next) nodes.push(node)
  }
  return nodes
}

function keepNode(node: FileNode): { node: FileNode; restore: () => void } {
  const { name, parent, mode, atime, mtime, ctime, contents, usedBytes } = node
  const isFile = contents instanceof Uint8Array
  const kept = isFile ? contents.slice(0, usedBytes ?? contents.length) : { ...contents }
  const restore = (): void => {
    Object.assign(node, { name, parent, mode, atime, mtime, ctime })
    if (contents === undefined || contents === null) return
    node.contents = kept instanceof Uint8Array ? kept.slice() : { ...kept }
    if (kept instanceof Uint8Array) node.usedBytes = kept.length
  }
  return { node, restore }
}
