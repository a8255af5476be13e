import type { ArtifactView, ParameterView, StepView, TemplateView } from '../../src/argo/index.ts'
import { keyText, valueOf, type YamlNode } from '../../src/yaml/index.ts'

/** One line of a step's arguments: an input of the called template, or an argument that no input asks for. */
export interface ArgumentRow {
  readonly kind: 'parameter' | 'artifact'
  readonly name: string
  /** Its place in the step's list of its kind; nothing while the step does not give it. */
  readonly index: number | undefined
  /**
   * `given`: the step gives it. `default`: it does not, and need not. `missing`: it must and does not. `surplus`: it gives what the
   * template does not ask for, or gives it twice. `unchecked`: what the template asks for is not known.
   */
  readonly state: 'given' | 'default' | 'missing' | 'surplus' | 'unchecked'
  /** The value, or the reference of an artifact; nothing when there is none or it is not a text. */
  readonly value: string | undefined
  /** Whether only YAML can show the argument: `valueFrom`, a stored artifact, or keys beside name and value. */
  readonly isRaw: boolean
  readonly default: string | undefined
  readonly enum: readonly string[]
  readonly description: string | undefined
}

/** The rows of a step: parameters and then artifacts, each in the template's order, surplus ones last. */
export function argumentRows(
  step: StepView,
  called: TemplateView | undefined,
): readonly ArgumentRow[] {
  const inputs = called?.inputs
  return [
    ...rowsOf('parameter', step.parameters, inputs?.parameters),
    ...rowsOf('artifact', step.artifacts, inputs?.artifacts),
  ]
}

/** How many rows lack a value that they need. */
export function missingCount(rows: readonly ArgumentRow[]): number {
  return rows.filter(({ state }) => state === 'missing').length
}

type Port = ParameterView | ArtifactView

function rowsOf(
  kind: ArgumentRow['kind'],
  given: readonly Port[],
  inputs: readonly Port[] | undefined,
): ArgumentRow[] {
  const taken = new Set<number>()
  const asked = (inputs ?? []).flatMap((input): ArgumentRow[] => {
    const { name } = input
    if (name === undefined) return []
    // Of several arguments of one name Argo takes the first.
    const index = given.findIndex((argument) => argument.name === name)
    if (taken.has(index)) return []
    if (index >= 0) taken.add(index)
    return [row(kind, name, index < 0 ? undefined : index, given[index], input)]
  })
  const rest = given.flatMap((argument, index): ArgumentRow[] => {
    if (taken.has(index)) return []
    const made = row(kind, argument.name ?? '', index, argument, undefined)
    const isRaw = made.isRaw || argument.name === undefined
    return [{ ...made, isRaw, state: inputs === undefined ? 'unchecked' : 'surplus' }]
  })
  return [...asked, ...rest]
}

function row(
  kind: ArgumentRow['kind'],
  name: string,
  index: number | undefined,
  argument: Port | undefined,
  input: Port | undefined,
): ArgumentRow {
  const key = kind === 'parameter' ? 'value' : 'from'
  // Argo drops what is no text, so that it is nothing there.
  const isStructured = argument !== undefined && isStructure(valueOf(argument.node, key))
  const value = argument === undefined || isStructured ? undefined : textOf(argument)
  const isRaw =
    isStructured || (argument !== undefined && hasOtherKeys(argument.node, ['name', key]))
  const isGivenNow = argument !== undefined && (isRaw || value !== undefined)
  return {
    kind,
    name,
    index,
    state: isGivenNow
      ? 'given'
      : input !== undefined && !needsArgument(input)
        ? 'default'
        : 'missing',
    value,
    isRaw,
    default: input === undefined ? undefined : defaultOf(input),
    enum: input !== undefined && 'enum' in input ? input.enum : [],
    description: input !== undefined && 'description' in input ? input.description : undefined,
  }
}

function textOf(port: Port): string | undefined {
  return 'hasValueFrom' in port ? port.value : port.from
}

/** What stands in when the step gives nothing: an input's own value goes before its default. */
function defaultOf(input: Port): string | undefined {
  return 'hasValueFrom' in input ? (input.value ?? input.default) : undefined
}

function needsArgument(input: Port): boolean {
  return 'hasValueFrom' in input
    ? defaultOf(input) === undefined && !input.hasValueFrom
    : !input.optional && !input.hasLocation
}

function isStructure(node: YamlNode | undefined): boolean {
  return node !== undefined && (node.kind === 'map' || node.kind === 'seq')
}

function hasOtherKeys(node: YamlNode, known: readonly string[]): boolean {
  return node.kind === 'map' && node.entries.some((entry) => !known.includes(keyText(entry) ?? ''))
}
