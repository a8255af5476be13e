import type { Path } from '../../base/index.ts'
import type { FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule, StepRule } from '../scope.ts'

const retries = ['limit', 'backoff.factor'] as const
const sequences = ['count', 'start', 'end'] as const

/** How often a template is tried again is a number, which Argo reads only when it is to be tried again. */
export const checkRetryNumbers: OwnRule = ({ node }, reader) =>
  wrongIn(reader.field(node, 'retryStrategy'), retries, ['retryStrategy'], reader)

/** The bounds of a sequence are numbers, which Argo reads only when the step is due. */
export const checkSequenceNumbers: StepRule = ({ node, loop }, reader) =>
  loop === 'withSequence'
    ? wrongIn(reader.field(node, 'withSequence'), sequences, ['withSequence'], reader)
    : []

function wrongIn(
  owner: YamlNode | undefined,
  keys: readonly string[],
  path: Path,
  reader: FieldReader,
): readonly Finding[] {
  if (owner === undefined) return []
  return keys.flatMap((key): readonly Finding[] => {
    const parts = key.split('.')
    const text = reader.textOf(reader.at(owner, parts))
    if (text === undefined || text.includes('{{') || /^[+-]?\d+$/.test(text)) return []
    const message = `\`${key}\` must be a whole number, and ${text === '' ? 'this is empty' : `${text} is none`}. Argo’s lint does not look at it: the run ends in an error here.`
    return [{ code: 'number-unreadable', message, path: [...path, ...parts] }]
  })
}
