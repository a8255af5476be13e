import type { FieldReader, StepView } from '../../argo/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { StepRule } from '../scope.ts'

/** A step has one loop, and a sequence one end (Argo: `addItemsToScope`). */
export const checkLoops: StepRule = (step, reader) => {
  const { node } = step
  const loops = (['withItems', 'withParam', 'withSequence'] as const).filter((key) =>
    isLoop(step, key, reader),
  )
  const sequence = reader.field(node, 'withSequence')
  const findings: Finding[] = []
  if (loops.length > 1) {
    const message = `A step can have only one loop, and this one has ${loops.join(' and ')}. Remove all but one.`
    const [, second = 'withParam'] = loops
    const fixes = loops.map((key) => settingField(`Remove ${key}`, [key], null))
    findings.push({
      code: 'loop-several',
      message,
      path: [second],
      marks: 'key',
      // With three, one that goes leaves two.
      ...(loops.length === 2 ? { fixes } : {}),
    })
  } else if (
    loops[0] === 'withSequence' &&
    ['count', 'end'].every((key) => reader.field(sequence, key))
  ) {
    const message =
      'A sequence has either a count or an end, and this one has both. Remove one of the two.'
    const fixes = ['count', 'end'].map((key) =>
      settingField(`Remove ${key}`, ['withSequence', key], null),
    )
    findings.push({
      code: 'loop-several',
      message,
      path: ['withSequence', 'end'],
      marks: 'key',
      fixes,
    })
  }
  return findings
}

function isLoop(
  { node, itemFields, collects }: StepView,
  key: 'withItems' | 'withParam' | 'withSequence',
  reader: FieldReader,
): boolean {
  const field = reader.field(node, key)
  if (key === 'withItems') return collects && itemFields !== 'any'
  if (key === 'withParam') return (reader.textOf(field) ?? '') !== ''
  return field !== undefined
}
