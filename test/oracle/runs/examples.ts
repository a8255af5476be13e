import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from '../../support/corpus.ts'
import { libraryFor } from '../manifests/library.ts'
import type { RunOutcome } from './outcome.ts'
import { readSettings, type RunSettings } from './settings.ts'

const root = 'test/corpus/runs'

/** A manifest that runs, how, and what the real Argo made of it. */
export interface RunExample {
  /** Below `test/corpus/runs`, without what its files end in. */
  readonly name: string
  readonly text: string
  readonly settings: RunSettings
  /** Whether the manifest is somebody else’s, and lies beside the project. */
  readonly isForeign: boolean
}

/** Our own manifests in `test/corpus/runs`, and those beside the project, each with the templates that it calls and does not have. */
export function runExamples(): readonly RunExample[] {
  const own = readdirSync(root)
    .filter((file) => file.endsWith('.yaml') && !file.endsWith('.mocks.yaml'))
    .sort()
    .map((file) => exampleOf(file, readFileSync(join(root, file), 'utf8'), false))
  const foreign = corpus('argo', 'hera').map(({ name, text }) => {
    const library = libraryFor(text).map((file) => file.text)
    return exampleOf(name, [text, ...library].join('\n---\n'), true)
  })
  return [...own, ...foreign]
}

function exampleOf(file: string, text: string, isForeign: boolean): RunExample {
  const name = file.replace(/\.yaml$/, '')
  const settings = join(root, `${name}.mocks.yaml`)
  return {
    name,
    text,
    settings: existsSync(settings) ? readSettings(readFileSync(settings, 'utf8')) : {},
    isForeign,
  }
}

/** Where what the real Argo made of an example is recorded. */
export function recordPathOf({ name }: RunExample): string {
  return join(root, `${name}.expected.json`)
}

/** What was recorded of an example; nothing where it was not. */
export function recordedOutcome(example: RunExample): RunOutcome | undefined {
  const path = recordPathOf(example)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RunOutcome) : undefined
}

/** The names of runs that do not come out yet as they should; see the first line of `open.txt`. */
export function openRuns(): ReadonlySet<string> {
  const lines = readFileSync(join(root, 'open.txt'), 'utf8').split('\n')
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))
}
