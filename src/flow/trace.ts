import { samePath, type Path, type TextRange } from '../base/index.ts'
import { FieldReader } from '../argo/index.ts'
import { locate, type YamlNode } from '../yaml/index.ts'
import { calledAt, calledBy } from './called.ts'
import { callersOf } from './callers.ts'
import { mentionsOfField, mentionsOfStep } from './collect.ts'
import { flowOf, ownerAt, stepAt, type Flow, type Owner, type PlacedStep } from './owner.ts'
import type { Mention } from './mention.ts'
import { partLabel, readersOf } from './reads.ts'
import { workflowInput } from './ports.ts'
import { referenceRange, type FlowReference } from './reference.ts'
import { resolveMention } from './resolve.ts'
import type { FlowSymbol } from './symbol.ts'

/** Where a value comes from, one stop on the way. */
export interface Origin {
  /**
   * `output`: an output of a step or task. `input`: an input of the template around it. `workflow`: an argument of the workflow. `value`: what is
   * written there. `default`: what the input says itself. `given`: whoever submits the workflow, or the system.
   */
  readonly kind: 'output' | 'input' | 'workflow' | 'value' | 'default' | 'given'
  /** A few words: `flip.result`, `input message`. */
  readonly label: string
  /** Where it is: what to show and select. */
  readonly document: number
  readonly path: Path
  /** The part of the text at the path that says it; nothing for a thing as a whole. */
  readonly within: TextRange | undefined
  readonly problem: string | undefined
  /** The stops before it: of an input one for each caller. */
  readonly from: readonly Origin[]
}

/** A value that a step takes. */
export interface DataInput {
  /** What takes it: the name of an argument, or the field. */
  readonly taker: string
  readonly takerKind: 'parameter' | 'artifact' | 'field'
  readonly reference: FlowReference
  readonly origin: Origin
}

/** More stops than these are not followed, and of many callers only so many. */
const MOST_STOPS = 8
const MOST_CALLERS = 12

/**
 * Where the inputs of a step or task come from: every tag and expression in it, each followed back through inputs to the arguments of the
 * callers, and into nested templates to the steps that make an output. What belongs to a loop or to the system is left out.
 */
export function producersOf(flow: Flow, path: Path): readonly DataInput[] {
  const step = stepAt(flow, path)
  if (step === undefined) return []
  const inputs: DataInput[] = []
  for (const mention of mentionsOfStep(step.view.node)) {
    if (mention.what.role !== 'data') continue
    const { kind } = mention.what.reference
    if (kind === 'item' || kind === 'built-in') continue
    const reference = resolveMention(flow, { mention, base: step.path })
    // What a template that is given in place asks itself is its own affair.
    if (mention.inlines.length > 0 && !leadsOut(reference, step)) continue
    const origin = originOf(flow, reference, [])
    inputs.push({ ...takerOf(flow, reference), reference, origin })
  }
  return inputs
}

/** Whether a reference leads to something around a step. */
function leadsOut({ parts, problem }: FlowReference, step: PlacedStep): boolean {
  const symbol = parts[0]?.symbol
  if (symbol === undefined) return problem !== undefined
  return !symbol.path.slice(0, step.path.length).every((part, at) => part === step.path[at])
}

/** What takes a value in whatever reads it: the name of an argument or output, else the field. */
export function takerOf(
  { tree, document }: Flow,
  { path, reader }: FlowReference,
): Pick<DataInput, 'taker' | 'takerKind'> {
  const route = path.slice(reader.path.length)
  const [first, second] = route
  const at = route.findIndex((part) => part === 'parameters' || part === 'artifacts')
  const root = tree.documents[document]
  const isPort = ['arguments', 'inputs', 'outputs'].includes(String(route[at - 1]))
  if (isPort && root !== undefined) {
    const item = locate(tree, { document, path: path.slice(0, reader.path.length + at + 2) })?.node
    const name = new FieldReader(root).text(item, 'name') ?? ''
    const takerKind = route[at] === 'parameters' ? 'parameter' : 'artifact'
    const around =
      first === 'hooks' ? `hook ${String(second)}: ` : first === 'outputs' ? 'output ' : ''
    return { taker: around + name, takerKind }
  }
  return { taker: first === 'hooks' ? `hook ${String(second)}` : String(first), takerKind: 'field' }
}

function originOf(flow: Flow, reference: FlowReference, way: readonly FlowSymbol[]): Origin {
  const symbol = reference.parts.at(-1)?.symbol
  const { problem } = reference
  const stop = (kind: Origin['kind'], label: string, from: readonly Origin[] = []): Origin => ({
    kind,
    label,
    document: symbol?.document ?? reference.document,
    path: symbol?.path ?? reference.path,
    within: symbol === undefined ? reference.within : undefined,
    problem,
    from,
  })
  const goesOn =
    symbol !== undefined &&
    way.length < MOST_STOPS &&
    !way.some(({ path, document }) => document === symbol.document && samePath(path, symbol.path))
  const next = symbol === undefined ? way : [...way, symbol]
  if (reference.what.role !== 'data') return stop('value', reference.text)
  const found = reference.what.reference
  switch (found.kind) {
    case 'step': {
      const made = goesOn && symbol.kind === 'output' ? madeBy(symbol, flow, next) : []
      const step = reference.parts[0]?.symbol
      // What the step is, and where: its output is declared in the template that it calls.
      const place = step === undefined ? {} : { document: step.document, path: step.path }
      return { ...stop('output', stepLabel(reference), made), ...place }
    }
    case 'input':
      return stop(
        'input',
        `input ${found.name.name}`,
        goesOn && symbol.kind === 'input' ? givenTo(symbol, flow, next) : [],
      )
    case 'output':
      return stop('output', `output ${found.name.name}`)
    case 'workflow-parameter':
      return stop('workflow', `workflow ${found.name.name}`)
    case 'workflow-output':
      return stop('output', `global output ${found.name.name}`)
    case 'item':
      return stop('value', reference.text)
    case 'built-in':
      return stop('given', reference.text)
  }
}

/** `flip.result`. */
function stepLabel({ what }: FlowReference): string {
  if (what.role !== 'data' || what.reference.kind !== 'step') return ''
  const { step, part } = what.reference
  return part.kind === 'unknown' && part.text === '' ? step.name : `${step.name}.${partLabel(part)}`
}

/** What an output of a nested template is made from. */
function madeBy(symbol: FlowSymbol, { tree }: Flow, way: readonly FlowSymbol[]): readonly Origin[] {
  const flow = flowOf(tree, symbol.document)
  return flow === undefined ? [] : originsUnder(flow, symbol.path, way)
}

/** What the texts under a path, as far as they refer to something, come from. */
function originsUnder(flow: Flow, path: Path, way: readonly FlowSymbol[]): readonly Origin[] {
  const owner = ownerAt(flow, path)
  const step = stepAt(flow, path)
  const base = step !== undefined && isUnder(path, step.path) ? step.path : owner?.path
  if (base === undefined || owner === undefined) return []
  const mentions =
    step !== undefined && base === step.path
      ? mentionsOfStep(step.view.node)
      : fieldMentions(owner, path)
  return mentions
    .filter(
      ({ what, path: own }) =>
        what.role === 'data' &&
        what.reference.kind !== 'item' &&
        what.reference.kind !== 'built-in' &&
        isUnder([...base, ...own], path),
    )
    .map((mention) => originOf(flow, resolveMention(flow, { mention, base }), way))
}

function fieldMentions(owner: Owner, path: Path): ReturnType<typeof mentionsOfField> {
  const key = path[owner.path.length]
  const { node } = owner.view
  if (node.kind !== 'map' || typeof key !== 'string') return []
  const entry = node.entries.find((one) => one.key.kind === 'scalar' && one.key.value === key)
  return entry === undefined ? [] : mentionsOfField(key, entry.value)
}

function isUnder(path: Path, above: Path): boolean {
  return path.length >= above.length && above.every((part, index) => part === path[index])
}

/** What the callers of a template give one of its inputs. */
function givenTo(symbol: FlowSymbol, flow: Flow, way: readonly FlowSymbol[]): readonly Origin[] {
  const owner = ownerAt(flow, symbol.path)
  if (owner === undefined || symbol.kind !== 'input' || symbol.document !== flow.document) return []
  const list = `${symbol.of}s`
  const origins: Origin[] = []
  for (const caller of callersOf(flow, owner).slice(0, MOST_CALLERS)) {
    if (caller.at(-1) === 'entrypoint') {
      const input = workflowInput(flow, symbol.of, symbol.name)
      if (input !== undefined) origins.push(plain('workflow', `workflow ${symbol.name}`, input))
      continue
    }
    const node = locate(flow.tree, { document: flow.document, path: caller })?.node
    const argument = argumentOf(flow, node, list, symbol.name)
    if (argument === undefined) continue
    const path = [...caller, 'arguments', list, argument.index]
    const step = stepAt(flow, caller)
    const from = originsUnder(flow, path, way)
    const label = step?.view.name ?? String(caller.at(-1))
    origins.push({
      kind: 'value',
      label: from.length > 0 ? label : `${label}: ${argument.text}`,
      document: flow.document,
      path,
      within: undefined,
      problem: undefined,
      from,
    })
  }
  if (origins.length === 0 && hasDefault(flow, symbol))
    origins.push(plain('default', `default of ${symbol.name}`, symbol))
  return origins
}

function argumentOf(
  { tree, document }: Flow,
  caller: YamlNode | undefined,
  list: string,
  name: string,
): { readonly index: number; readonly text: string } | undefined {
  const root = tree.documents[document]
  if (root === undefined) return undefined
  const reader = new FieldReader(root)
  const items = reader.items(reader.field(reader.field(caller, 'arguments'), list))
  const index = items.findIndex((item) => reader.text(item, 'name') === name)
  const item = items[index]
  if (item === undefined) return undefined
  return { index, text: shortened(reader.text(item, 'value') ?? reader.text(item, 'from') ?? '…') }
}

function hasDefault({ tree, document }: Flow, { path }: FlowSymbol): boolean {
  const root = tree.documents[document]
  const node = locate(tree, { document, path })?.node
  if (root === undefined) return false
  const reader = new FieldReader(root)
  return ['default', 'value', 'valueFrom'].some((key) => reader.field(node, key) !== undefined)
}

function plain(kind: Origin['kind'], label: string, { document, path }: FlowSymbol): Origin {
  return { kind, label, document, path, within: undefined, problem: undefined, from: [] }
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length > 40 || line.length < text.length ? `${line.slice(0, 39)}…` : line
}

/** A place that uses what a step gives. */
export interface DataUse {
  readonly reference: FlowReference
  /** Which output: `result`, the name of a parameter or artifact, `status`. */
  readonly output: string
  /** Where it goes on: for an output of the template around it, the uses of that by those who call the template. */
  readonly next: readonly DataUse[]
}

/** Who uses the outputs of a step or task: steps beside it, the outputs of its template, and by way of those the callers' steps. */
export function consumersOf(flow: Flow, path: Path): readonly DataUse[] {
  const step = stepAt(flow, path)
  const owner = step && ownerAt(flow, step.path.slice(0, -3))
  if (step === undefined || owner === undefined) return []
  return usesOf(flow, owner, step, undefined, 0)
}

function usesOf(
  flow: Flow,
  owner: Owner,
  step: PlacedStep,
  output: FlowSymbol | undefined,
  depth: number,
): readonly DataUse[] {
  const { name } = step.view
  if (name === undefined || depth > MOST_STOPS) return []
  return referencesToStep(flow, owner, step)
    .filter(({ parts }) => {
      const port = parts[1]?.symbol
      return output === undefined || (port !== undefined && samePath(port.path, output.path))
    })
    .map((reference) => ({
      reference,
      output: stepLabel(reference).slice(name.length + 1),
      next: usesBeyond(flow, owner, reference, depth),
    }))
}

/** The texts of an owner that read what a step gives. */
function referencesToStep(flow: Flow, owner: Owner, step: PlacedStep): readonly FlowReference[] {
  const { name } = step.view
  const found: FlowReference[] = []
  if (name === undefined) return found
  const take = (base: Path, mentions: ReturnType<typeof mentionsOfStep>): void => {
    for (const mention of mentions) {
      if (!isOf(mention, name)) continue
      const reference = resolveMention(flow, { mention, base })
      const symbol = reference.parts[0]?.symbol
      if (symbol !== undefined && samePath(symbol.path, step.path)) found.push(reference)
    }
  }
  for (const { view, path } of readersOf(owner.view, name))
    take([...owner.path, ...path], mentionsOfStep(view.node))
  const { node } = owner.view
  if (node.kind === 'map')
    for (const { key, value } of node.entries)
      if (key.kind === 'scalar') take(owner.path, mentionsOfField(key.value, value))
  return found
}

function isOf({ what }: Mention, name: string): boolean {
  return what.role === 'data' && what.reference.kind === 'step' && what.reference.step.name === name
}

/** An output of a template is used by those who use the steps that call it. */
function usesBeyond(
  flow: Flow,
  owner: Owner,
  reference: FlowReference,
  depth: number,
): readonly DataUse[] {
  const [first, list, index] = reference.path.slice(owner.path.length)
  if (first !== 'outputs' || typeof index !== 'number') return []
  const path = [...owner.path, 'outputs', String(list), index]
  const uses: DataUse[] = []
  for (const caller of callersOf(flow, owner).slice(0, MOST_CALLERS)) {
    const step = stepAt(flow, caller)
    if (step === undefined || step.path.length !== caller.length) continue
    const around = ownerAt(flow, step.path.slice(0, -3))
    const called = calledBy(flow, step.view, step.path) ?? calledAt(flow, caller)
    if (around === undefined || called === undefined) continue
    const kind = list === 'artifacts' ? 'artifact' : 'parameter'
    const symbol: FlowSymbol = { kind: 'output', of: kind, document: flow.document, path, name: '' }
    uses.push(...usesOf(flow, around, step, symbol, depth + 1))
  }
  return uses
}

/** Where a stop of a way is written: its part of the text, else the thing as a whole. */
export function originRange(
  flow: Flow,
  origin: Origin,
  reference: FlowReference,
): TextRange | undefined {
  if (origin.within !== undefined) return referenceRange(flow.tree, reference)
  const found = locate(flow.tree, origin)
  return found && { from: found.start, to: found.end }
}
