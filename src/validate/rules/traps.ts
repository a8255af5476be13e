import type { FieldType } from '../../schema/index.ts'
import {
  resolvePlain,
  resolveScalar,
  type ScalarValue,
  type YamlNode,
  type YamlScalar,
} from '../../yaml/index.ts'
import { quoting } from '../fix.ts'
import type { Finding } from '../problem.ts'

const none: readonly Finding[] = []

/**
 * What is wrong with a scalar where text belongs. Kubernetes reads YAML 1.1, in which `yes` is true, `0777` is 511 and `1.10` is 1.1. Where
 * only text is taken, Argo refuses a number or boolean; where it makes text of any scalar, that text is not what stands there.
 */
export function scalarTraps(scalar: YamlScalar, type: FieldType): readonly Finding[] {
  const isText = type.kind === 'text' || type.kind === 'enum'
  if (!isText && type.kind !== 'scalar') return none
  const value = resolveScalar(scalar)
  if (typeof value === 'string' || scalar.style !== 'plain') return none
  // A number without end is said of the document as a whole.
  if (typeof value === 'number' && !Number.isFinite(value)) return none
  const source = scalar.value
  const read = textFor(value, source)
  if (isText && value !== null) return [unquoted(value, source, read)]
  if (read === source) return none
  const becomes = value === null ? 'as nothing' : `as \`${read}\``
  const message = `\`${source}\` is read ${becomes}. Quote it if it is meant as it stands.`
  const fixes = [quoting()]
  return [{ code: 'yaml-1.1-trap', message, path: [], fixes }]
}

function unquoted(value: ScalarValue, source: string, read: string): Finding {
  const noun = typeof value === 'boolean' ? 'boolean' : 'number'
  const as = read === source ? '' : `, which \`${source}\` is`
  const message = `Only text is taken here, and Argo refuses the ${noun} ${read}${as}. Put it in quotes.`
  return {
    code: 'text-unquoted',
    message,
    path: [],
    fixes: [quoting(true)],
  }
}

/** A key of a free map that is read as another: all keys become text. */
export function keyTrap(node: YamlNode, key: string): Finding | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain' || node.props?.tag === '!!str')
    return undefined
  const value = resolvePlain(key)
  if (typeof value === 'string' || textFor(value, key) === key) return undefined
  const read = value === null ? 'null' : textFor(value, key)
  const message = `The key \`${key}\` is read as \`${read}\`. Quote it if it is meant as it stands.`
  return { code: 'yaml-1.1-trap', message, path: [], marks: 'key' }
}

/** The text that Argo makes of a value. Whole numbers of any length stay as they are. */
function textFor(value: ScalarValue, source: string): string {
  return /^(0|-?[1-9][0-9]*)$/.test(source) ? source : value === null ? '' : String(value)
}
