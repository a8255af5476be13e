import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addComparison,
  changeGroupOperator,
  comparisonOperators,
  describeWhen,
  editComparison,
  itemAt,
  newComparison,
  parseWhen,
  printBuilder,
  printComparison,
  removeComparison,
  toBuilder,
  wrapInGroup,
  type Comparison,
  type ConditionGroup,
  type Operand,
} from '../../../../src/expression/index.ts'
import { conditionText, corpusConditions } from './arbitrary.ts'

type Item = Comparison | ConditionGroup

/** The model without its places. */
function bare(item: Item | undefined): unknown {
  if (!item) return undefined
  const { kind, operator } = item
  if (item.kind === 'comparison') return { kind, operator, left: item.left, right: item.right }
  return { kind, operator, items: item.items.map(bare) }
}

/** Paths of all comparisons. */
function paths(item: Item, at: readonly number[] = []): (readonly number[])[] {
  if (item.kind === 'comparison') return [at]
  return item.items.flatMap((child, index) => paths(child, [...at, index]))
}

/** Edits the first comparison's right side. */
function editRight(
  text: string,
  right: Partial<Operand>,
  path: readonly number[] = [0],
): string | undefined {
  const root = toBuilder(text)
  const old = root && itemAt(root, path)
  if (old?.kind !== 'comparison' || !('text' in old.right)) throw new Error('no comparison')
  return editComparison(text, path, { ...old, right: { ...old.right, ...right } })
}

describe('toBuilder', () => {
  it('shows groups as precedence has them', () => {
    const root = toBuilder('{{a}} == b && {{c}} != "d" || ({{e}} > 5)')
    expect(root).toMatchObject({
      operator: 'or',
      items: [
        {
          kind: 'group',
          operator: 'and',
          parentheses: false,
          items: [{}, { right: { text: 'd', quoted: 'double' } }],
        },
        {
          kind: 'group',
          parentheses: true,
          items: [{ operator: '>', right: { text: '5', quoted: 'none' } }],
        },
      ],
    })
  })

  it.each([
    '{{a}}',
    '!({{a}} == b)',
    'a + b == c',
    'a ? b : c',
    '[a b] == c',
    'a ==',
    'a == - 1',
    '(a == b) == true',
  ])('has no rows for %s', (text) => {
    expect(toBuilder(text)).toBeUndefined()
  })

  it('shows an empty text as an empty group', () => {
    expect(toBuilder('')?.items).toEqual([])
  })

  it('prints what it has read, in its own spacing', () => {
    const texts = [
      '{{a}} == b && ({{c}} == "d" || "e\\"" in ("f", \'g\'))',
      '((a == b)) && -1 < 2',
      '(a == b)',
      '{{a}} == 0x1F',
    ]
    for (const text of texts) {
      const root = toBuilder(text)
      expect(root && printBuilder(root)).toBe(text)
    }
  })

  it('prints to the same rows, whatever the spacing', () => {
    fc.assert(
      fc.property(conditionText, (text) => {
        const root = toBuilder(text)
        expect(root).toBeDefined()
        if (!root) return
        const printed = printBuilder(root)
        const again = toBuilder(printed)
        expect(bare(again)).toEqual(bare(root))
        expect(again && printBuilder(again)).toBe(printed)
      }),
    )
  })
})

describe('newComparison', () => {
  it.each([
    [
      newComparison('{{steps.flip.outputs.result}}', '==', 'heads'),
      '"{{steps.flip.outputs.result}}" == "heads"',
    ],
    [newComparison('{{x}}', '<', '5'), '{{x}} < 5'],
    [newComparison('{{x}}', '>=', '-1.5'), '{{x}} >= -1.5'],
    [newComparison('{{x}}', '<', 'b'), '"{{x}}" < "b"'],
    [newComparison('{{x}}', '<', '{{y}}'), '{{x}} < {{y}}'],
    [newComparison('{{x}}', '=~', '^a\\d"$'), '"{{x}}" =~ "^a\\\\d\\"$"'],
    [newComparison('{{x}}', 'in', ['a', "b'c"]), '"{{x}}" in ("a", "b\\\'c")'],
    [newComparison('{{x}}', '==', ''), '"{{x}}" == ""'],
  ])('%#', (comparison, expected) => {
    const text = printComparison(comparison)
    expect(text).toBe(expected)
    expect(parseWhen(text).problems).toEqual([])
  })
})

describe('any new comparison', () => {
  it('is read back as what it was made of, without a problem', () => {
    const piece = fc.constantFrom(
      '{{x}}',
      '{{=a["b"]}}',
      '"',
      "'",
      '\\',
      ' ',
      '-',
      '5',
      '.',
      'in',
      'true',
      'é',
      '(',
      '&&',
    )
    const side = fc.oneof(
      fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('')),
      fc.string().filter((text) => !text.includes('{{')),
    )
    const operator = fc.constantFrom(...comparisonOperators)
    fc.assert(
      fc.property(side, operator, side, side, (left, op, right, other) => {
        const made = newComparison(left, op, op === 'in' ? [right, other] : right)
        const text = printComparison(made)
        const read = toBuilder(text)?.items[0]
        expect(read && bare(read)).toEqual(bare(made))
        expect(parseWhen(text).problems).toEqual([])
      }),
    )
  })
})

describe('editComparison', () => {
  it.each<[string, Partial<Operand>, string]>([
    ['{{x}} == heads', { text: 'tails' }, '{{x}} == tails'],
    ['{{x}} == heads', { text: 'big heads' }, '"{{x}}" == "big heads"'],
    ['{{x}} == heads', { text: 'heads-up' }, '"{{x}}" == "heads-up"'],
    ['{{x}}   ==  heads', { text: 'tails' }, '{{x}}   ==  tails'],
    ['{{x}}==heads', { text: 'tails' }, '{{x}} == tails'],
    ['{{x}} == "heads"', { text: 'tails' }, '{{x}} == "tails"'],
    ['{{x}} == "heads"', { text: '5' }, '"{{x}}" == "5"'],
    ['"{{x}}" == heads', { text: '5' }, '"{{x}}" == "5"'],
    ['{{x}} == 5', { text: '6' }, '{{x}} == 6'],
    ["'{{x}}' == 'a'", { text: "it's" }, "'{{x}}' == 'it\\'s'"],
    ['{{x}} < 5', { text: '-6' }, '{{x}} < -6'],
    ['{{x}} < 5', { text: '6', quoted: 'double' }, '{{x}} < 6'],
  ])('%s', (text, right, expected) => {
    expect(editRight(text, right)).toBe(expected)
  })

  it('starts the quoting anew for another kind of operator', () => {
    const text = '"{{x}}" == "5"'
    const old = toBuilder(text)?.items[0]
    if (old?.kind !== 'comparison') throw new Error('no comparison')
    expect(editComparison(text, [0], { ...old, operator: '<' })).toBe('{{x}} < 5')
    expect(editComparison(text, [0], { ...old, operator: '!=' })).toBe('"{{x}}" != "5"')
    expect(editComparison(text, [0], { ...old, operator: 'in' })).toBe('"{{x}}" in ("5")')
  })

  it('keeps a minus apart from the operator before it', () => {
    const text = 'a == b&&c == d'
    const next = newComparison('-1', '<', '{{x}}')
    expect(editComparison(text, [1], next)).toBe('a == b&& -1 < {{x}}')
  })

  it('refuses places that are no comparison', () => {
    expect(editComparison('a == b', [], newComparison('a', '==', 'b'))).toBeUndefined()
    expect(editComparison('a == b', [1], newComparison('a', '==', 'b'))).toBeUndefined()
    expect(editComparison('!a', [0], newComparison('a', '==', 'b'))).toBeUndefined()
  })

  it('writes nothing for no edit, and touches only the range of its comparison', () => {
    fc.assert(
      fc.property(conditionText, fc.nat(), fc.string(), (text, pick, value) => {
        const root = toBuilder(text)
        if (!root) throw new Error(text)
        const all = paths(root)
        const path = all[pick % all.length] ?? []
        const old = itemAt(root, path)
        if (old?.kind !== 'comparison') throw new Error(text)
        expect(editComparison(text, path, old)).toBe(text)

        const right = { text: value.replaceAll('{{', ''), quoted: 'double' } as const
        const edited = editComparison(text, path, { ...old, right }) ?? ''
        expect(edited.startsWith(text.slice(0, old.range.from))).toBe(true)
        expect(edited.endsWith(text.slice(old.range.to))).toBe(true)
        const now = toBuilder(edited)
        const changed = now && itemAt(now, path)
        const read = changed?.kind === 'comparison' ? changed.right : undefined
        // `in` with a single value is written as a list of one.
        const got = read && ('text' in read ? read : read[0])
        expect(got?.text).toBe(right.text)
      }),
    )
  })
})

describe('rows and groups', () => {
  const row = newComparison('{{n}}', '==', 'x')
  const added = '"{{n}}" == "x"'

  it('adds to groups', () => {
    expect(addComparison('', [], row)).toBe(added)
    expect(addComparison('a == b', [], row)).toBe(`a == b && ${added}`)
    expect(addComparison('a == b', [], row, { operator: 'or' })).toBe(`a == b || ${added}`)
    expect(addComparison('a == b && c == d || e == f', [0], row)).toBe(
      `a == b && c == d && ${added} || e == f`,
    )
    expect(addComparison('a == b || (c == d)', [1], row, { operator: 'and' })).toBe(
      `a == b || (c == d && ${added})`,
    )
    expect(addComparison('a == b || c == d', [], row, { at: 1 })).toBe(
      `a == b || ${added} || c == d`,
    )
    expect(addComparison('a == b', [0], row)).toBeUndefined()
  })

  it('removes rows, and groups that are empty then', () => {
    expect(removeComparison('a == b', [0])).toBe('')
    expect(removeComparison('a == b && c == d', [0])).toBe('c == d')
    expect(removeComparison('a == b  &&  c == d', [1])).toBe('a == b')
    expect(removeComparison('a == b && (c == d) && e == f', [1, 0])).toBe('a == b && e == f')
    expect(removeComparison('a == b && (c == d || g == h)', [1, 0])).toBe('a == b && (g == h)')
    expect(removeComparison('a == b', [])).toBeUndefined()
  })

  it('changes the operator of a group', () => {
    expect(changeGroupOperator('a == b  && c == d && e == f', [], 'or')).toBe(
      'a == b  || c == d || e == f',
    )
    expect(changeGroupOperator('a == b && c == d || e == f', [0], 'or')).toBe(
      '(a == b || c == d) || e == f',
    )
    expect(changeGroupOperator('a == b || (c == d)', [1], 'or')).toBe('a == b || (c == d)')
  })

  it('wraps neighbours in a group', () => {
    expect(wrapInGroup('a == b && c == d && e == f', [1], 2)).toBe('a == b && (c == d && e == f)')
    expect(wrapInGroup('a == b && c == d', [1])).toBe('a == b && (c == d)')
    expect(wrapInGroup('a == b', [3])).toBeUndefined()
  })

  it('leaves the other rows alone', () => {
    fc.assert(
      fc.property(conditionText, fc.nat(), (text, pick) => {
        const root = toBuilder(text)
        if (!root) throw new Error(text)
        const all = paths(root)
        const path = all[pick % all.length] ?? []
        const texts = (item: Item): string[] =>
          item.kind === 'comparison' ? [printComparison(item)] : item.items.flatMap(texts)
        const rows = texts(root)
        const rest = rows.filter((_, index) => index !== pick % all.length)

        const removed = toBuilder(removeComparison(text, path) ?? '!')
        expect(removed && texts(removed)).toEqual(rest)
        const wrapped = toBuilder(wrapInGroup(text, path) ?? '!')
        expect(wrapped && texts(wrapped)).toEqual(rows)
        const more = toBuilder(addComparison(text, path.slice(0, -1), row) ?? '!')
        expect(more && texts(more).length).toBe(rows.length + 1)
        const flipped = toBuilder(changeGroupOperator(text, path.slice(0, -1), 'or') ?? '!')
        expect(flipped && texts(flipped)).toEqual(rows)
      }),
    )
  })
})

describe('describeWhen', () => {
  it.each([
    ['"{{steps.flip.outputs.result}}" == "heads"', 'flip.result == heads'],
    ['{{steps.a.outputs.parameters.p}}==x||( {{inputs.parameters.q}} < 5 )', 'a.p == x || (q < 5)'],
    ["{{= inputs.parameters['should-print'] == 'true' }}", "should-print == 'true'"],
    ['{{workflow.status}} != ""', 'workflow.status != ""'],
    ['pre-{{item}} in (a, b)', 'pre - item in (a, b)'],
    ['  {{broken ', '{{broken'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(describeWhen(text)).toBe(expected)
  })

  it('has a label for every condition', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof describeWhen(text) === 'string'))
    for (const text of corpusConditions()) expect(describeWhen(text)).not.toBe('')
  })
})
