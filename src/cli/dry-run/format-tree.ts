import { groupBy } from '../../base/index.ts'
import { isPassedOver, type Run, type RunNode } from '../../simulate/index.ts'
import type { JsonValue } from '../../yaml/index.ts'
import { timeWords } from './time-words.ts'

const marks: Readonly<Record<RunNode['phase'], string>> = {
  Pending: '◷',
  Running: '●',
  Succeeded: '✔',
  Failed: '✖',
  Error: '⚠',
  Skipped: '○',
  Omitted: '○',
}

/** Outputs that are longer are cut, and their line breaks shown as `⏎`. */
const LONGEST = 120

/**
 * The nodes of a run as a tree for people: each with its phase, what it gave and why it did not succeed. Below a node stand those whose names
 * go on from its name.
 */
export function formatTree(run: Run): string {
  const children = childrenOf(run)
  const lines: string[] = []
  const add = (node: RunNode, lead: string, inner: string): void => {
    lines.push(lead + headOf(node))
    const below = children.get(node.name) ?? []
    const more = below.length > 0 ? '│ ' : '  '
    for (const detail of detailsOf(node)) lines.push(`${inner}${more}  ${detail}`)
    for (const [index, child] of below.entries()) {
      const isLast = index === below.length - 1
      add(child, `${inner}${isLast ? '└ ' : '├ '}`, `${inner}${isLast ? '  ' : '│ '}`)
    }
  }
  for (const root of children.get('') ?? []) add(root, '', '')
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** Nodes by the name of the one above them: the longest name that theirs goes on from. Roots stand under the empty name. */
function childrenOf({ nodes }: Run): ReadonlyMap<string, readonly RunNode[]> {
  const names = new Set([...nodes.values()].map(({ name }) => name))
  return groupBy(nodes.values(), ({ name }) => nameAbove(name, names))
}

function nameAbove(name: string, names: ReadonlySet<string>): string {
  for (let end = name.length - 1; end > 0; end--) {
    if ('[.('.includes(name[end] ?? '') && names.has(name.slice(0, end))) return name.slice(0, end)
  }
  return ''
}

function headOf(node: RunNode): string {
  const { phase, displayName, message, templateName, isInvented, startedAt, finishedAt } = node
  const hasRun = !isPassedOver(node)
  const parts = [marks[phase], displayName]
  if (hasRun && templateName !== undefined && templateName !== displayName)
    parts.push(`(${templateName})`)
  if (phase !== 'Succeeded') parts.push(phase)
  if (hasRun && node.type !== 'StepGroup' && finishedAt !== undefined)
    parts.push(timeWords(finishedAt - startedAt))
  const reason = message === '' ? '' : `: ${shortened(message)}`
  return `${parts.join(' ')}${reason}${isInvented ? ' – outputs made up' : ''}`
}

function detailsOf({ phase, outputs, verdict, waitingFor }: RunNode): readonly string[] {
  const parameters = (outputs?.parameters ?? []).flatMap(({ name, value }) =>
    value === undefined
      ? []
      : [
          `${nameOf(name)} = ${shortened(typeof value === 'string' ? value : JSON.stringify(value))}`,
        ],
  )
  return [
    ...(verdict === undefined || phase === 'Skipped'
      ? []
      : [`when ${shortened(verdict.filled)}: ${verdictWord(verdict)}`]),
    ...(waitingFor === undefined ? [] : [`waits for ${waitingFor}`]),
    ...(outputs?.result === undefined ? [] : [`result = ${shortened(outputs.result)}`]),
    ...parameters,
    ...(outputs?.artifacts ?? []).map(({ name }) => `artifact ${nameOf(name)}`),
  ]
}

/** The name of a parameter or artifact, which is a text in all that can run. */
function nameOf(name: JsonValue | undefined): string {
  return typeof name === 'string' ? name : ''
}

function verdictWord({ holds, error }: NonNullable<RunNode['verdict']>): string {
  return error ?? (holds ? 'true' : 'false')
}

function shortened(text: string): string {
  const line = text.replaceAll(/\r\n|\n|\r/g, '⏎')
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}
