import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Terminal } from '../../src/cli/command-line.ts'
import { runCli } from '../../src/cli/run.ts'

/** What a run of the command line came to. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly error: string
}

/** A terminal that keeps what is printed; `input` is its standard input. */
export function fakeTerminal(
  input = '',
  hasColours = false,
): Terminal & { readonly printed: { out: string; error: string } } {
  const printed = { out: '', error: '' }
  return {
    printed,
    out: (text) => void (printed.out += text),
    error: (text) => void (printed.error += text),
    readInput: () => Promise.resolve(new TextEncoder().encode(input)),
    hasColours,
  }
}

/** Runs the command line with the words after the program's name. */
export async function run(words: readonly string[], input = '', hasColours = false): Promise<Ran> {
  const terminal = fakeTerminal(input, hasColours)
  const status = await runCli(words, terminal)
  return { status, ...terminal.printed }
}

/** A folder for the tests of a file, gone when they are done. Its path is the real one. */
export class Folder {
  readonly path: string = realpathSync(mkdtempSync(join(tmpdir(), 'stepwright-')))

  constructor() {
    afterAll(() => {
      rmSync(this.path, { recursive: true, force: true })
    })
  }

  /** Writes a file, with the folders above it; gives its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = this.at(name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  at(name: string): string {
    return join(this.path, name)
  }
}
