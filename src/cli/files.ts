import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Misuse, type Terminal } from './command-line.ts'

/** A file that was read: its text is exactly its bytes, a byte order mark included. */
export interface SourceFile {
  readonly name: string
  readonly text: string
}

/** Reads files, the YAML files of folders, and `-` for standard input. Throws a Misuse for what cannot be read. */
export async function readSources(
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly SourceFile[]> {
  const files = await Promise.all(names.map(listFiles))
  return Promise.all(files.flat().map((name) => readSource(name, terminal)))
}

/** Reads one file, or standard input for `-`. */
export async function readSource(name: string, terminal: Terminal): Promise<SourceFile> {
  const bytes =
    name === '-'
      ? await terminal.readInput()
      : await readFile(name).catch((error: unknown) => unreadable(name, error))
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { name, text }
  } catch {
    throw new Misuse(`${name} is not UTF-8 text.`)
  }
}

async function listFiles(name: string): Promise<readonly string[]> {
  if (name === '-') return [name]
  const info = await stat(name).catch((error: unknown) => unreadable(name, error))
  if (!info.isDirectory()) return [name]
  const entries = await readdir(name, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .sort()
}

function unreadable(name: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reason =
    code === 'ENOENT' ? 'does not exist' : code === 'EACCES' ? 'may not be read' : 'cannot be read'
  throw new Misuse(`${name} ${reason}.`)
}
