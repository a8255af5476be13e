import {
  documentToRun,
  neverWords,
  reachOf,
  USUAL_NOW,
  type Reach,
  type Reachability,
} from '../simulate/index.ts'
import { assertNever } from '../base/index.ts'
import { locate, type YamlTree } from '../yaml/index.ts'
import { Misuse, type CliCommand } from './command-line.ts'
import { placeOf, readParameters, readSources } from './dry-run/read-inputs.ts'
import { readFormat, readOptions } from './options.ts'

export const reachCommand: CliCommand = {
  name: 'reach',
  usage: 'reach FILE [SOURCE…] [--param NAME=VALUE] [--most N] [--format text|json]',
  summary: 'tells which steps run always, sometimes or never, by trying what steps may give',
  details: `Dry-runs the workflow of FILE with all that makes a difference to whether its steps run: parameters and outputs by
what conditions compare them with, and others beside; lists with items and without; failures, where a step asks for one.
SOURCE are files that it refers to. At most N runs are tried, 200 unless told.

A step that runs in none of them although all was tried never runs, and the line says why. Where trying proves nothing, as
with patterns, clocks and expressions, or after N runs, it is unknown, and the line says why.

Exit status: 0 when no step is known to run never; 1 when one is; 2 for a call that means nothing, or a file that cannot
be read or run.
`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      param: { type: 'string', multiple: true, short: 'p' },
      most: { type: 'string' },
      format: { type: 'string' },
    })
    const format = readFormat(values.format, ['text', 'json'])
    const [file] = positionals
    if (file === undefined) throw new Misuse(`usage: stepwright ${reachCommand.usage}`)
    const most = Number(values.most ?? 200)
    if (!Number.isInteger(most) || most < 1) throw new Misuse('--most is a whole number from 1.')
    const sources = await readSources(positionals, terminal)
    const [first] = sources
    if (!first) throw new Misuse(`${file} cannot be read.`)
    const found = reachOf({
      sources,
      document: documentToRun(first.tree),
      parameters: readParameters(values.param ?? []),
      seed: 1,
      now: USUAL_NOW,
      most,
    })
    if (!found.ok) throw new Misuse(`${file} cannot be run: ${found.error}`)
    terminal.out(
      format === 'json'
        ? asJson(file, first.tree, found.value)
        : asText(file, first.tree, found.value),
    )
    terminal.error(summaryOf(found.value))
    return found.value.steps.some(({ runs }) => runs === 'never') ? 1 : 0
  },
}

function asText(file: string, tree: YamlTree, { steps }: Reachability): string {
  const width = Math.max(0, ...steps.map((step) => nameOf(step).length))
  return steps
    .map((step) => {
      const words = wordsOf(step)
      const place = step.runs === 'never' ? `  ${whereOf(file, tree, step)}` : ''
      const more = words === '' ? '' : `  ${words}`
      return `${nameOf(step).padEnd(width)}  ${step.runs}${place}${more}\n`
    })
    .join('')
}

function asJson(file: string, tree: YamlTree, { steps, tried, isComplete }: Reachability): string {
  const told = steps.map((step) => ({
    step: step.name,
    template: step.template,
    runs: step.runs,
    example: step.runs === 'sometimes' ? Object.fromEntries(step.example) : {},
    ...(step.runs === 'never' || step.runs === 'unknown' ? { why: wordsOf(step) } : {}),
    path: step.origin.path,
    place: whereOf(file, tree, step),
  }))
  return `${JSON.stringify({ tried, complete: isComplete, steps: told }, null, 2)}\n`
}

/** What led to a step, why it never runs, or why that is not known. */
function wordsOf(step: Reach): string {
  switch (step.runs) {
    case 'always':
      return ''
    case 'sometimes':
      return exampleOf(step.example)
    case 'never':
      return neverWords(step.because)
    case 'unknown':
      return step.why
    default:
      return assertNever(step)
  }
}

function nameOf({ template, name }: Reach): string {
  return `${template}.${name}`
}

/** What led to a step: `when flip.result is heads`. */
function exampleOf(example: ReadonlyMap<string, string>): string {
  const words = [...example].map(([key, value]) => `${key} is ${JSON.stringify(value)}`)
  return words.length === 0 ? '' : `as when ${words.join(', ')}`
}

function whereOf(file: string, tree: YamlTree, { origin }: Reach): string {
  const found = locate(tree, { document: origin.document, path: origin.path })
  return found ? placeOf(file, tree, found.start) : file
}

function summaryOf({ steps, tried, isComplete }: Reachability): string {
  const never = steps.filter(({ runs }) => runs === 'never').length
  const unknown = steps.filter(({ runs }) => runs === 'unknown').length
  const all = isComplete ? 'all that there are' : 'not all that there are: --most allows more'
  const counts = [
    ...(never > 0 ? [`${String(never)} never run`] : []),
    ...(unknown > 0 ? [`of ${String(unknown)} it is not known`] : []),
  ]
  const count = counts.length === 0 ? 'every step runs in one of them' : counts.join(', ')
  return `Tried ${String(tried)} ${tried === 1 ? 'run' : 'runs'}, ${all}; ${count}.\n`
}
