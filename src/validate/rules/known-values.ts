import type { Path } from '../../base/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import { similarName } from '../similar.ts'

/** A finding about a value that must be one of some; nothing when it is. A similar one is offered. */
export function unknownValue(
  value: string,
  path: Path,
  known: readonly string[],
): readonly Finding[] {
  if (known.includes(value)) return []
  const field = path.findLast((part) => typeof part === 'string') ?? ''
  const similar = similarName(value.toLowerCase(), known) ?? similarName(value, known)
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message =
    value === ''
      ? `\`${field}\` needs a value. Choose one of ${known.join(', ')}.`
      : `Argo does not know ${value} as a value of \`${field}\`.${meant} It knows ${known.join(', ')}.`
  const fixes =
    similar === undefined ? [] : [settingField(`Change it to ${similar}`, path, similar)]
  return [{ code: 'value-unknown', message, path, fixes }]
}
