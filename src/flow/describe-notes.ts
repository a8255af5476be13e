import type { ArtifactView, ParameterView } from '../argo/index.ts'
import { LineIndex } from '../base/index.ts'
import { itemsOf, locate, valueOf, type YamlNode } from '../yaml/index.ts'
import { ownerOf, type CalledTemplate, type Declared } from './declared.ts'
import { ownerAt, stepAt, type Flow, type PlacedStep } from './owner.ts'
import { portsOf } from './ports.ts'
import type { FlowReference } from './reference.ts'

/** More of a value than this is not said. */
const MOST_OF_VALUE = 60
/** More items, or names of ports, are counted only. */
const MOST_OF_LIST = 6

/** What a template is and takes: its type, where it begins, its inputs and outputs. A sentence each. */
export function templateNotes(declared: Declared): readonly string[] {
  const { flow, symbol, file } = declared
  const view = ownerOf(declared)?.view
  if (view === undefined) return []
  const start = locate(flow.tree, symbol)?.start
  const line =
    start === undefined ? '' : ` at line ${String(new LineIndex(flow.tree.text).at(start).line)}`
  const type = view.type === undefined ? 'A template' : `A ${view.type} template`
  return [
    `${type}${line}${inFile(file)}.`,
    ...portList('It takes', view.inputs),
    ...portList('It gives', view.outputs),
  ]
}

function portList(
  words: string,
  { parameters, artifacts }: Pick<Parameters<typeof portsOf>[0], 'parameters' | 'artifacts'>,
): readonly string[] {
  const names = [
    ...parameters.flatMap(({ name, value, default: usual }) => {
      const given = value ?? usual
      return name === undefined ? [] : [given === undefined ? name : `${name} (${shown(given)})`]
    }),
    ...artifacts.flatMap(({ name }) => (name === undefined ? [] : [`the artifact ${name}`])),
  ]
  return names.length === 0 ? [] : [`${words} ${listed(names)}.`]
}

/** Which template a step calls, in one sentence. */
export function callNote(called: CalledTemplate | undefined): readonly string[] {
  if (called === undefined) return []
  const { view, path } = called.owner
  const type = view.type === undefined ? '' : `, of type ${view.type}`
  if (path.at(-1) === 'inline') return [`Its template is given in place${type}.`]
  return view.name === undefined
    ? []
    : [`It calls the template ${view.name}${inFile(called.file)}${type}.`]
}

/** In which lane a step runs. */
export function placeNote(step: PlacedStep | undefined): readonly string[] {
  return step?.lane === undefined ? [] : [`It runs in lane ${String(step.lane + 1)}.`]
}

/** What is declared of an input, an output or an argument of the workflow: by whom, which values it may have, and what it is for. */
export function portNotes(declared: Declared | undefined): readonly string[] {
  return declared === undefined ? [] : [...declarerNotes(declared), ...contentNotes(declared)]
}

function declarerNotes(declared: Declared): readonly string[] {
  const { symbol, file } = declared
  const name = ownerOf(declared)?.view.name
  switch (symbol.kind) {
    case 'input':
    case 'output':
      return name === undefined ? [] : [`The template ${name}${inFile(file)} declares it.`]
    case 'workflow-output': {
      const giver = name === undefined ? 'A template' : `The template ${name}`
      return [`${giver} gives it to the whole workflow by its globalName.`]
    }
    case 'workflow-input':
      return file === undefined ? [] : [`It is declared in ${file}.`]
    default:
      return []
  }
}

/** What an input, an output or an argument of the workflow is for, and which values it may have. */
export function contentNotes(declared: Declared): readonly string[] {
  const port = portAt(declared)
  if (port === undefined) return []
  const { symbol, flow } = declared
  const isInput = symbol.kind === 'input' || symbol.kind === 'workflow-input'
  const about = 'description' in port ? port.description : undefined
  return [
    ...(about === undefined || about === '' ? [] : [sentence(about)]),
    ...('enum' in port ? valueNotes(port, symbol.kind === 'input') : []),
    ...(isInput ? optionalNote(port) : sourceNote(locate(flow.tree, symbol)?.node)),
  ]
}

function portAt({ flow, symbol }: Declared): ParameterView | ArtifactView | undefined {
  const owner = ownerAt(flow, symbol.path)
  const index = symbol.path.at(-1)
  if (typeof index !== 'number' || !('of' in symbol)) return undefined
  const ports =
    symbol.kind === 'workflow-input'
      ? flow.manifest.spec
      : symbol.kind === 'input'
        ? owner?.view.inputs
        : owner?.view.outputs
  return ports && portsOf(ports, symbol.of)[index]
}

function valueNotes(
  { value, default: usual, enum: choices, hasValueFrom }: ParameterView,
  isNeeded: boolean,
): readonly string[] {
  const note =
    value !== undefined
      ? [`Its value here is ${shown(value)}.`]
      : usual !== undefined
        ? [`Its default is ${shown(usual)}.`]
        : isNeeded && !hasValueFrom
          ? ['It has no default: whoever calls the template gives its value.']
          : []
  return choices.length === 0
    ? note
    : [...note, `It is one of ${listed(choices.map(shown), 'or')}.`]
}

function optionalNote(port: ParameterView | ArtifactView): readonly string[] {
  return 'optional' in port && port.optional ? ['It need not be there.'] : []
}

/** From where an output takes its value, and what it is where there is none. */
function sourceNote(node: YamlNode | undefined): readonly string[] {
  const from = valueOf(node, 'valueFrom')
  const usual = textOf(valueOf(from, 'default'))
  const otherwise = usual === undefined ? '' : `, or else ${shown(usual)}`
  for (const [key, words] of sourceWords) {
    const source = textOf(
      valueOf(from, key) ?? (key === 'path' ? valueOf(node, 'path') : undefined),
    )
    if (source !== undefined) return [`${words} ${cut(source)}${otherwise}.`]
  }
  return []
}

const sourceWords = [
  ['path', 'It is read from the file'],
  ['parameter', 'It is'],
  ['expression', 'It is what this expression gives:'],
  ['jsonPath', 'It is found in the resource by'],
  ['jqFilter', 'It is found in the resource by'],
] as const

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.value : undefined
}

/** What the loop of a text goes over; of its items, or of one field of them. */
export function loopNotes(
  flow: Flow,
  { path }: FlowReference,
  key: string | undefined,
): readonly string[] {
  let step = stepAt(flow, path)
  while (step !== undefined && step.view.loop === undefined)
    step = stepAt(flow, step.path.slice(0, -3))
  const { loop, name, node } = step?.view ?? {}
  if (loop === undefined) return []
  const of = name === undefined ? '' : ` of ${name}`
  const list = valueOf(node, loop)
  const all = `Each turn of the loop${of} has its own.`
  if (loop === 'withParam' && list?.kind === 'scalar')
    return [all, `The items are those of the JSON list ${cut(list.value)}.`]
  if (loop === 'withSequence') return [all, 'The items are numbers, as texts.']
  const items = itemsOf(list)
  const values = items.flatMap((item) => {
    const value = key === undefined ? item : valueOf(item, key)
    return value?.kind === 'scalar' ? [shown(value.value)] : []
  })
  return [all, ...(values.length === 0 ? [] : [`Here: ${listed(values)}.`])]
}

function inFile(file: string | undefined): string {
  return file === undefined ? '' : ` of ${file}`
}

function listed(words: readonly string[], last = 'and'): string {
  const first = words.slice(0, MOST_OF_LIST)
  const more = words.length - first.length
  if (more > 0) return `${first.join(', ')} ${last} ${String(more)} more`
  return first.length < 2
    ? first.join('')
    : `${first.slice(0, -1).join(', ')} ${last} ${first.at(-1) ?? ''}`
}

function shown(value: string): string {
  return value === '' ? 'an empty text' : `“${cut(value)}”`
}

function cut(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim()
  return text.length > MOST_OF_VALUE ? `${text.slice(0, MOST_OF_VALUE)}…` : text
}

function sentence(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`
}
