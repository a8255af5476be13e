import { assertNever } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import type { RunNode } from '../node.ts'
import type { Run } from '../run.ts'
import { contentText, contentWords, withoutLastBreak } from './content-text.ts'
import type { NodeField } from './workflow-test.ts'

/** What is there where something is expected. */
export interface Found {
  /** Nothing where there is none. */
  readonly text?: string | undefined
  /** In words what is there in place of a text. */
  readonly other?: string
}

/** What a test may ask of the nodes of a run. */
export class NodeFacts {
  private readonly run: Pick<Run, 'trace' | 'contentOf'>
  private logs: ReadonlyMap<string, readonly string[]> | undefined

  constructor(run: Pick<Run, 'trace' | 'contentOf'>) {
    this.run = run
  }

  /** A field of a node. */
  of(node: RunNode, what: NodeField): Found {
    switch (what.field) {
      case 'phase':
      case 'type':
      case 'message':
        return { text: node[what.field] }
      case 'result':
      case 'exitCode':
        return { text: node.outputs?.[what.field] }
      case 'log':
        return { text: this.logOf(node) }
      case 'parameter':
        return { text: parameterIn(node.outputs?.parameters, what.name) }
      case 'input':
        return { text: parameterIn(node.inputs?.parameters, what.name) }
      case 'artifact':
        return this.artifactIn(node.outputs?.artifacts, what.name)
      case 'input artifact':
        return this.artifactIn(node.inputs?.artifacts, what.name)
      default:
        return assertNever(what)
    }
  }

  private artifactIn(artifacts: readonly JsonObject[] = [], name: string): Found {
    const artifact = artifacts.find((one) => one['name'] === name)
    if (artifact === undefined) return {}
    const content = this.run.contentOf(artifact)
    const text = content && contentText(content)
    return text === undefined ? { other: contentWords(content) } : { text: withoutLastBreak(text) }
  }

  /** All that a node wrote; where it was tried several times, that of all its attempts. */
  private logOf({ id, type, children }: RunNode): string | undefined {
    this.logs ??= logsIn(this.run)
    const ids = type === 'Retry' ? children : [id]
    const parts = ids.flatMap((one) => this.logs?.get(one) ?? [])
    return parts.length === 0 ? undefined : withoutLastBreak(parts.join('\n'))
  }
}

function logsIn({ trace }: Pick<Run, 'trace'>): ReadonlyMap<string, readonly string[]> {
  const logs = new Map<string, string[]>()
  for (const event of trace) {
    if (event.kind !== 'log') continue
    const known = logs.get(event.id) ?? []
    logs.set(event.id, known)
    known.push(...event.lines.map(({ text }) => text))
  }
  return logs
}

/** The value of a parameter; numbers and the like as text. */
export function parameterIn(
  parameters: readonly JsonObject[] | undefined,
  name: string,
): string | undefined {
  const value = parameters?.find((one) => one['name'] === name)?.['value']
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value)
}
