import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextChange } from '../../../src/base/index.ts'
import {
  findReferences,
  renameExpressionReference,
  renameReference,
  type RenameTarget,
} from '../../../src/expression/index.ts'

function apply(text: string, changes: readonly TextChange[]): string {
  let out = ''
  let at = 0
  for (const change of changes) {
    expect(change.from).toBeGreaterThanOrEqual(at)
    out += text.slice(at, change.from) + change.insert
    at = change.to
  }
  return out + text.slice(at)
}

const flip: RenameTarget = { scope: 'steps', step: 'flip' }

describe('renameReference', () => {
  it.each<[string, RenameTarget, string, string]>([
    ['{{steps.flip.outputs.result}}!', flip, 'flip-coin', '{{steps.flip-coin.outputs.result}}!'],
    ['{{ steps.flip.id }}{{steps.flip2.id}}', flip, 'b', '{{ steps.b.id }}{{steps.flip2.id}}'],
    ['{{tasks.flip.id}}', flip, 'b', '{{tasks.flip.id}}'],
    ['{{=steps.flip.outputs.result}}', flip, 'toss', '{{=steps.toss.outputs.result}}'],
    ['{{=steps.flip.outputs.result}}', flip, 'flip-coin', "{{=steps['flip-coin'].outputs.result}}"],
    ['{{=steps?.flip?.status}}', flip, 'a-b', "{{=steps?.['a-b']?.status}}"],
    ['{{=steps["flip"].status}}', flip, 'a-b', '{{=steps["a-b"].status}}'],
    [
      "{{=steps['flip'].status + 'steps.flip'}}",
      flip,
      'toss',
      "{{=steps['toss'].status + 'steps.flip'}}",
    ],
    [
      '{{inputs.parameters.p}}{{=inputs.parameters.p}}{{workflow.parameters.p}}',
      { scope: 'inputs', parameter: 'p' },
      'q-r',
      "{{inputs.parameters.q-r}}{{=inputs.parameters['q-r']}}{{workflow.parameters.p}}",
    ],
    [
      '{{workflow.parameters.p}}{{inputs.parameters.p}}',
      { scope: 'workflow', parameter: 'p' },
      'q',
      '{{workflow.parameters.q}}{{inputs.parameters.p}}',
    ],
    [
      '{{steps.a.outputs.parameters.p}}{{steps.b.outputs.parameters.p}}{{steps.a.outputs.artifacts.p}}',
      { scope: 'steps', step: 'a', parameter: 'p' },
      'q',
      '{{steps.a.outputs.parameters.q}}{{steps.b.outputs.parameters.p}}{{steps.a.outputs.artifacts.p}}',
    ],
    [
      '{{inputs.artifacts.a.path}}',
      { scope: 'inputs', artifact: 'a' },
      'b',
      '{{inputs.artifacts.b.path}}',
    ],
    [
      '{{outputs.parameters.a.path}}',
      { scope: 'outputs', parameter: 'a' },
      'b',
      '{{outputs.parameters.b.path}}',
    ],
    ['{{item.a}}{{item}}', { scope: 'item', key: 'a' }, 'b', '{{item.b}}{{item}}'],
    [
      '{{workflow.outputs.artifacts.a}}',
      { scope: 'workflow.outputs', artifact: 'a' },
      'b',
      '{{workflow.outputs.artifacts.b}}',
    ],
  ])('%s', (text, target, name, expected) => {
    expect(apply(text, renameReference(text, target, name))).toBe(expected)
  })

  it('renames in bare expressions', () => {
    const text = "steps.flip.status == '{{steps.flip.id}}'"
    const changes = renameExpressionReference(text, flip, 'a-b')
    expect(apply(text, changes)).toBe("steps['a-b'].status == '{{steps.a-b.id}}'")
  })

  it('can be taken back, and leaves nothing of the old name', () => {
    const piece = fc.constantFrom(
      '{{steps.flip.outputs.result}}',
      '{{=steps.flip.status}}',
      '{{=steps["flip"].id + steps.other.id}}',
      '{{item}}',
      ' flip ',
      '}}',
      "'",
    )
    const name = fc.constantFrom('toss', 'flip-coin', 'a-b-c')
    fc.assert(
      fc.property(fc.array(piece), name, (pieces, newName) => {
        const text = pieces.join('')
        const renamed = apply(text, renameReference(text, flip, newName))
        expect(renameReference(renamed, flip, 'x')).toEqual([])
        const names = findReferences(renamed).length
        expect(names).toBe(findReferences(text).length)
        const back = renameReference(renamed, { scope: 'steps', step: newName }, 'flip')
        expect(back.length).toBe(renameReference(text, flip, newName).length)
      }),
    )
  })
})
