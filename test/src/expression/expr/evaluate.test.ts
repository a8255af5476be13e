import { describe, expect, test } from 'vitest'
import {
  evaluateExpr,
  parseExpr,
  showValue,
  sprigNames,
  unsupportedSprig,
  type ExprScope,
} from '../../../../src/expression/index.ts'

const variables = new Map([
  ['item', '3'],
  ['steps.my-step.status', 'Succeeded'],
  ['workflow.parameters', '[]'],
  ['workflow.parameters.x', 'y'],
])

function value(text: string, scope: Partial<ExprScope> = {}): string {
  const result = evaluateExpr(text, { variables, ...scope })
  return result.ok ? showValue(result.value) : `${result.error.kind}: ${result.error.message}`
}

describe('variables', () => {
  test('are maps in maps, by the parts of their names', () => {
    expect(value('steps["my-step"].status')).toBe('"Succeeded"')
    expect(value('steps')).toContain('map[string]interface {}')
  })

  test('hide those whose names they go on from', () => {
    expect(value('workflow.parameters.x')).toBe('"y"')
    expect(value('workflow.parameters')).toBe('map[string]interface {}{"x": "y"}')
  })

  test('may be of any type', () => {
    const counts = new Map([['cronworkflow.failed', 3n]])
    expect(value('cronworkflow.failed >= 3', { variables: counts, functions: false })).toBe('true')
    expect(value('asInt("3")', { variables: counts, functions: false })).toBe(
      'types: unknown name asInt',
    )
  })

  test('that have the name of a builtin are not called in its place', () => {
    const named = new Map([['duration', '5']])
    expect(value('duration', { variables: named })).toBe('"5"')
    const parsed = parseExpr('duration("1h")')
    expect(evaluateExpr(parsed, { variables: named })).toMatchObject({ error: { kind: 'types' } })
    expect(evaluateExpr(parsed, { variables })).toMatchObject({ ok: true })
  })
})

describe('a failure', () => {
  test('says where it arose, and on what', () => {
    const text = 'true ? item : asInt(item) + first([item, 1])'
    const failing = text.replace('true', 'item == "4"')
    const result = evaluateExpr(failing, { variables })
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'run', message: 'invalid operation: int + string' },
    })
    if (result.ok) return
    const { range, operands } = result.error
    expect(failing.slice(range.from, range.to)).toBe('asInt(item) + first([item, 1])')
    expect(operands.map((operand) => showValue(operand.value))).toEqual(['int(3)', '"3"'])
    expect(operands.map(({ range: { from, to } }) => failing.slice(from, to))).toEqual([
      'asInt(item)',
      'first([item, 1])',
    ])
  })

  test('of types is found where nothing would be evaluated', () => {
    expect(value('true || item > 2')).toBe(
      'types: invalid operation: > (mismatched types string and int)',
    )
  })

  test('ends what would never end', () => {
    const loops = 'all(1..900, all(1..900, all(1..900, # > 0)))'
    expect(value(loops)).toMatch(/^(unsupported|run): /)
    expect(value('1..10_000_000')).toBe('run: memory budget exceeded')
  })
})

test('maps that would hold themselves are refused', () => {
  expect(value('let m = {a: 1}; sprig.set(m, "m", [m])')).toMatch(/^unsupported: /)
  expect(value('sprig.mergeOverwrite(workflow.parameters, workflow)')).toMatch(/^unsupported: /)
  expect(value('let m = {a: 1}; sprig.set({}, "m", m)')).toMatch(/^map/)
})

test('a function that an expression takes away is there for the next one', () => {
  expect(value('sprig.hasKey(sprig.unset(sprig, "upper"), "upper")')).toBe('false')
  expect(value('sprig.upper("a")')).toBe('"A"')
})

describe('clock and chance', () => {
  test('are those of the caller', () => {
    const now = Date.UTC(2024, 1, 29, 12)
    expect(value('now().Format("2006-01-02 15")', { now })).toBe('"2024-02-29 12"')
    expect(value('sprig.date("2006", now())', { now })).toBe('"2024"')
    expect(value('sprig.randAlphaNum(3)', { random: () => 0 })).toBe('"000"')
    expect(value('sprig.randInt(5, 10)', { random: () => 0.5 })).toBe('int(7)')
    expect(value('sprig.uuidv4()', { random: () => 0.99 })).toMatch(
      /^"f{8}-f{4}-4f{3}-bf{3}-f{12}"$/,
    )
  })

  test('are refused where the caller has none', () => {
    expect(value('now()')).toMatch(/^unsupported: /)
    expect(value('sprig.randAlpha(5)')).toMatch(/^unsupported: /)
  })
})

test('each function of Sprig that is not known is refused, and no other', () => {
  for (const name of unsupportedSprig) {
    expect(value(`sprig.${name}("a", 1)`)).toMatch(/^unsupported: /)
  }
  for (const name of sprigNames) expect(value(`sprig.${name} == nil`)).toBe('false')
  expect(value('sprig.env == nil')).toBe('true')
})
