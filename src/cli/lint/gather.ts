import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { Misuse, type Terminal } from '../command-line.ts'
import { readSource, unreadable, type SourceFile } from '../files.ts'

/** A file that was asked for by its name, or found in a folder or by a pattern. */
export interface GivenFile extends SourceFile {
  readonly isNamed: boolean
}

/** What the names of a call come to. */
export interface Gathered {
  readonly files: readonly GivenFile[]
  /** What could not be read, in sentences. */
  readonly failures: readonly string[]
}

interface Found {
  readonly name: string
  readonly isNamed: boolean
}

/** What is never looked into. */
const SKIPPED = ['node_modules', '.git']

/**
 * Reads files, the YAML and JSON files of folders, those that patterns such as `manifests/*.yaml` match, and `-` for standard input. Each
 * file is there once, however often it is named. In folders, links to files are followed and links to folders are not, so that
 * no circle of links is walked.
 */
export async function gather(names: readonly string[], terminal: Terminal): Promise<Gathered> {
  const failures: string[] = []
  /** What a job comes to; if it cannot be done, that is noted and it comes to nothing. */
  const attempt = async <T>(job: Promise<T>): Promise<T | undefined> => {
    try {
      return await job
    } catch (error) {
      if (!(error instanceof Misuse)) throw error
      failures.push(error.message)
      return undefined
    }
  }
  const files: GivenFile[] = []
  const seen = new Set<string>()
  for (const name of names) {
    for (const found of (await attempt(filesOf(name, attempt))) ?? []) {
      const source = await attempt(readOnce(found.name, seen, terminal))
      if (source !== undefined) files.push({ ...source, isNamed: found.isNamed })
    }
  }
  return { files, failures }
}

type Attempt = <T>(job: Promise<T>) => Promise<T | undefined>

async function filesOf(name: string, attempt: Attempt): Promise<readonly Found[]> {
  if (name === '-') return [{ name, isNamed: true }]
  const info = await stat(name).catch((error: unknown) =>
    isDynamicPattern(name) ? undefined : unreadable(name, error),
  )
  const names =
    info === undefined ? await matching(name) : info.isDirectory() ? await walk(name, attempt) : []
  if (info !== undefined && !info.isDirectory()) return [{ name, isNamed: true }]
  return names.map((found) => ({ name: found, isNamed: false }))
}

async function matching(pattern: string): Promise<readonly string[]> {
  const ignore = SKIPPED.map((folder) => `**/${folder}/**`)
  const found = await glob(pattern, { ignore, expandDirectories: false })
  if (found.length === 0) throw new Misuse(`No file matches the pattern ${pattern}.`)
  return found.toSorted()
}

async function walk(folder: string, attempt: Attempt): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    unreadable(folder, error),
  )
  const found: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!SKIPPED.includes(entry.name)) found.push(...((await attempt(walk(path, attempt))) ?? []))
    } else if (/\.(ya?ml|json)$/.test(entry.name)) {
      const isLink = entry.isSymbolicLink()
      if (entry.isFile() || (isLink && (await attempt(isFile(path))) === true)) found.push(path)
    }
  }
  return found
}

async function isFile(link: string): Promise<boolean> {
  const info = await stat(link).catch((error: unknown) => unreadable(link, error))
  return info.isFile()
}

async function readOnce(
  name: string,
  seen: Set<string>,
  terminal: Terminal,
): Promise<SourceFile | undefined> {
  const target =
    name === '-' ? name : await realpath(name).catch((error: unknown) => unreadable(name, error))
  if (seen.has(target)) return undefined
  seen.add(target)
  return readSource(name, terminal)
}
