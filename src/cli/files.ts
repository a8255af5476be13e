import { randomUUID } from 'node:crypto'
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { Misuse, type Terminal } from './command-line.ts'

/** A file that was read: its text is exactly its bytes, a byte order mark included. */
export interface SourceFile {
  readonly name: string
  readonly text: string
}

/** Reads one file, or standard input for `-`. Throws a Misuse for what cannot be read. */
export async function readSource(name: string, terminal: Terminal): Promise<SourceFile> {
  const bytes =
    name === '-'
      ? await terminal.readInput()
      : await readFile(name).catch((error: unknown) => unreadable(name, error))
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { name, text }
  } catch {
    throw new Misuse(`${name === '-' ? 'Standard input' : name} is not UTF-8 text.`)
  }
}

/**
 * Writes a file whole or not at all: beside it first, then in its place, with its permissions. A link stays one, and what it leads to is
 * written. Throws a Misuse where that is not possible.
 */
export async function replaceFile(name: string, text: string): Promise<void> {
  let beside: string | undefined
  try {
    const target = await realpath(name)
    const { mode } = await stat(target)
    beside = `${target}.${randomUUID()}.tmp`
    await writeFile(beside, text, { mode, flag: 'wx' })
    // What the process masks is not taken away from the file.
    await chmod(beside, mode & 0o7777)
    await rename(beside, target)
  } catch (error) {
    if (beside !== undefined) await rm(beside, { force: true })
    throw new Misuse(`${name} cannot be written${codeOf(error)}.`)
  }
}

/** Throws the Misuse that says why a file cannot be read. */
export function unreadable(name: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EACCES: 'may not be read',
    ELOOP: 'is a link that leads in a circle',
    EISDIR: 'is a folder',
    ERR_FS_FILE_TOO_LARGE: 'is too large to be read',
  }
  const reason = typeof code === 'string' ? reasons[code] : undefined
  throw new Misuse(`${name} ${reason ?? `cannot be read${codeOf(error)}`}.`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
}
