import type { ScriptFile } from '../scripts/script-run.ts'
import type { FileSystem } from './machine.ts'

/** Lays files into the file system, with the folders above them. */
export function layFiles(files: FileSystem, laid: readonly ScriptFile[]): void {
  for (const { path, content } of laid) {
    files.mkdirTree(path.slice(0, path.lastIndexOf('/')) || '/')
    files.writeFile(path, content)
  }
}

/** The files at these paths and below them, each once; what is not there is left out. */
export function collectFiles(files: FileSystem, paths: readonly string[]): ScriptFile[] {
  const found = new Map<string, ScriptFile>()
  for (const path of paths) collect(files, path.replace(/(?<=.)\/+$/, ''), 0, found)
  return [...found.values()]
}

/** Links may lead in circles. */
const DEEPEST = 40

function collect(
  files: FileSystem,
  path: string,
  depth: number,
  found: Map<string, ScriptFile>,
): void {
  const mode = modeOf(files, path)
  if (mode === undefined || depth > DEEPEST || found.has(path)) return
  if (files.isFile(mode)) found.set(path, { path, content: files.readFile(path) })
  if (!files.isDir(mode)) return
  const names = files.readdir(path).filter((name) => name !== '.' && name !== '..')
  for (const name of names.sort()) {
    collect(files, `${path === '/' ? '' : path}/${name}`, depth + 1, found)
  }
}

function modeOf(files: FileSystem, path: string): number | undefined {
  try {
    return files.stat(path).mode
  } catch {
    return undefined
  }
}
