import { describe, expect, test } from 'vitest'
import { areasOf, formFields, planOf } from '../../../../app/inspector/form/form-plan.ts'
import { formPlans } from '../../../../app/inspector/form/plans.ts'
import { allTypes, fieldsOf } from '../../../../src/schema/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

const root = (text: string) => parseTree(text).documents[0]?.root

describe('the hand-made forms', () => {
  test('are of objects and fields that the API has', () => {
    const strange = Object.entries(formPlans).flatMap(([type, plan]) =>
      [
        ...Object.keys(plan.fields),
        ...(plan.pair ?? []),
        ...(plan.areas ?? []).flatMap((area) => area.keys),
      ]
        .filter((key) => !fieldsOf(type).has(key))
        // One plan for all steps, and one for all containers: fields that a kind of them lacks are left out.
        .filter(() => !['WorkflowStep', 'DAGTask'].includes(type))
        .map((key) => `${type}.${key}`),
    )
    expect(strange).toEqual([])
  })
})

describe('a form', () => {
  test('reaches every field of every object', () => {
    for (const { name, fields } of allTypes()) {
      const { shown, groups, missing } = formFields(name, undefined, [])
      const reached = [
        ...shown.map(({ key }) => key),
        ...groups.flatMap((group) => group.fields),
        ...missing.map(({ key }) => key),
      ]
      expect(reached.sort(), name).toEqual([...fields.keys()].sort())
    }
  })
  test('shows what is set, what is pinned, what was added and what it does not know', () => {
    const node = root('limit: 3\nown: 1\n<<: {}\n')
    const { shown, missing, unknown } = formFields('RetryStrategy', node, ['affinity'])
    expect(shown.map(({ key }) => key)).toEqual(['limit', 'retryPolicy', 'backoff', 'affinity'])
    expect(missing.map(({ key }) => key)).toEqual(['expression'])
    expect(unknown).toEqual(['own', '<<'])
  })
  test('leaves out what is shown elsewhere, also of choices', () => {
    const { shown, groups, missing } = formFields(
      'WorkflowStep',
      root('name: a\ntemplate: b'),
      [],
      ['name', 'template', 'withItems'],
    )
    expect(shown).toEqual([])
    expect(groups).toEqual([])
    expect(missing.map(({ key }) => key)).toContain('templateRef')
  })
  test('has every field in one area', () => {
    for (const [type, { areas }] of Object.entries(formPlans)) {
      if (areas === undefined) continue
      const { shown, missing } = formFields(type, undefined, [])
      const fields = [...shown, ...missing]
      const placed = areasOf(type, fields).flatMap((area) => area.fields)
      expect(placed.map(({ key }) => key).sort()).toEqual(fields.map(({ key }) => key).sort())
    }
  })
  test('is there for no key of everything else', () => {
    expect(planOf('toString')).toBeUndefined()
    expect(formFields('Template', root('toString: 1'), []).unknown).toEqual(['toString'])
  })
})
