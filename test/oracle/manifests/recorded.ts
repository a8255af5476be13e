import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../ask.ts'
import { verdictOf, type FileVerdict } from './compare.ts'
import { libraryFor } from './library.ts'
import { ruleExamples, type RuleExample } from './rule-examples.ts'

const root = 'test/corpus/verdicts/rules'

/** What the real Argo said of a text, and of which. */
export interface RecordedVerdict extends FileVerdict {
  /** The beginning of the SHA-256 of the text. */
  readonly text: string
}

/** The verdicts of one folder of examples, by file name. */
export type VerdictFile = Readonly<Record<string, RecordedVerdict>>

/** Asks the program about all examples of rules and writes what it says, a file for each folder. Gives how many there are. */
export async function recordExamples(program: string): Promise<number> {
  const examples = ruleExamples()
  const verdicts = await ask(
    program,
    examples.map(({ name, text }) => ({
      kind: 'manifests',
      files: [{ name, text }, ...libraryFor(text)],
    })),
  )
  const files = new Map<string, Record<string, RecordedVerdict>>()
  for (const [index, example] of examples.entries()) {
    const verdict = verdicts[index]?.manifests
    if (verdict === undefined) throw new Error(`no answer about ${example.name}`)
    const file = files.get(example.code) ?? {}
    const { messages, unread } = verdictOf(example.name, verdict)
    file[fileOf(example)] = { text: digest(example.text), messages: messages.map(lasting), unread }
    files.set(example.code, file)
  }
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  for (const [code, file] of files)
    writeFileSync(join(root, `${code}.json`), `${JSON.stringify(file, null, 2)}\n`)
  return examples.length
}

/** What was recorded of an example as it is now; nothing if it has changed since, or is new. */
export function recordedVerdict(example: RuleExample): FileVerdict | undefined {
  const path = join(root, `${example.code}.json`)
  if (!existsSync(path)) return undefined
  const file = JSON.parse(readFileSync(path, 'utf8')) as VerdictFile
  const recorded = file[fileOf(example)]
  return recorded?.text === digest(example.text) ? recorded : undefined
}

/** A message without the number of what Argo puts in place of a value, which is another each time. */
function lasting(message: string): string {
  return message.replaceAll(/(?<=__argo__internal__placeholder-)\d+/g, '0')
}

function fileOf({ name }: RuleExample): string {
  return name.slice(name.indexOf('/') + 1)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
