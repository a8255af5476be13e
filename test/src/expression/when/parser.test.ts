import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWhen, printWhen, type WhenNode } from '../../../../src/expression/index.ts'
import { conditionText, corpusConditions } from './arbitrary.ts'

/** The tree in a notation that shows what binds to what. */
function shape(node: WhenNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return 'none'
    case 'operand':
      return node.text
    case 'prefix':
      return `(${node.operator} ${shape(node.operand)})`
    case 'binary':
      return `(${node.operator} ${shape(node.left)} ${shape(node.right)})`
    case 'group':
      return `[${shape(node.inner)}]`
    case 'list':
      return `(, ${node.items.map(shape).join(' ')})`
  }
}

const problem = (text: string): string | undefined => parseWhen(text).problems[0]?.code

describe('parseWhen', () => {
  it.each([
    ['{{a}} == heads && {{b}} != "x" || c', '(|| (&& (== {{a}} heads) (!= {{b}} "x")) c)'],
    ['a || b && c', '(|| a (&& b c))'],
    ['a == 1 + 2 * 3 ** 4', '(== a (+ 1 (* 2 (** 3 4))))'],
    ['a - b - c', '(- (- a b) c)'],
    ['a ? b : c ?? d', '(?? (: (? a b) c) d)'],
    ['!a == b', '(== (! a) b)'],
    ['1 | 2 << 3', '(| 1 (<< 2 3))'],
    ['a in (b, "c d")', '(in a [(, b "c d")])'],
    ['{{a}}{{b}}_x == [foo bar]', '(== {{a}}{{b}}_x [foo bar])'],
    ['a=={{b}}', '(== a {{b}})'],
    ['{{=a == "b" && c}}', '{{=a == "b" && c}}'],
    ['"{{=a["b"]}}" == "it\\"s"', '(== "{{=a["b"]}}" "it\\"s")'],
    ['foo\\-bar == 0x1F', '(== foo\\-bar 0x1F)'],
  ])('%s', (text, expected) => {
    expect(shape(parseWhen(text).tree)).toBe(expected)
  })

  it.each([
    ['  ', 'empty'],
    ['{{a}} == ', 'missing-operand'],
    ['== a', 'missing-operand'],
    ['{{a}} == foo bar', 'missing-operator'],
    ['{{a}} == b and c', 'missing-operator'],
    ['{{a}} ==-1', 'unknown-operator'],
    ['{{a}} = b', 'unknown-operator'],
    ['{{a}} == 5a', 'malformed-number'],
    ['{{a}} == 1.2.3', 'malformed-number'],
    ['{{a}} == "b', 'unclosed-string'],
    ['{{a}} == [b', 'unclosed-bracket'],
    ['{{a == b', 'unclosed-tag'],
    ['(a == b', 'unbalanced-parenthesis'],
    ['a == b)', 'unbalanced-parenthesis'],
    ['"it\'s" == a', 'unclosed-string'],
    ['! "a"', 'missing-operand'],
    ['()', 'missing-operand'],
    ['{{a}} == foo-bar', 'text-arithmetic'],
    ['{{a}} == a.b', 'dotted-word'],
    ['"{{a}}" == 5', 'always-different'],
    ['"{{a}}" < 5', 'comparator-types'],
    ['5 =~ a', 'comparator-types'],
    ['{{a}} in (b)', 'list-too-short'],
    ['heads', 'not-boolean'],
    ['{{a}} == b || c', 'not-boolean'],
  ])('finds what is wrong with %s', (text, code) => {
    expect(problem(text)).toBe(code)
  })

  it.each([
    '',
    '{{a}}',
    'true',
    '{{a}} < {{b}}',
    '{{a}} == 5',
    '{{a}} > -1',
    '"2024-01-02" < 5',
    '!({{a}} == b)',
    '{{a}} in {{list}}',
    '"{{a}}" == "5"',
    '{{a}} ? b : c',
    '"a" + 1 == a1',
  ])('finds nothing wrong with %s', (text) => {
    expect(parseWhen(text).problems).toEqual([])
  })

  it('refuses what would fill the stack', () => {
    expect(problem('('.repeat(100_000))).toBe('too-deep')
    expect(problem('a == b' + ' || a == b'.repeat(5_000))).toBe('too-deep')
  })

  it('says what to do', () => {
    const [unquoted] = parseWhen('{{a}} == foo bar').problems
    expect(unquoted?.message).toContain('double quotes')
    expect(unquoted?.range).toEqual({ from: 13, to: 16 })
    expect(parseWhen('{{a}} == b and c').problems[0]?.message).toContain('write `&&`')
    expect(parseWhen('{{a}} ==-1').problems[0]?.message).toContain('space after `==`')
  })

  it('never throws, and gives ranges inside the text', () => {
    const noise = fc.array(
      fc.constantFrom(
        '{{',
        '}}',
        '"',
        "'",
        '(',
        ')',
        '[',
        ']',
        '==',
        '&&',
        '!',
        '-',
        ',',
        'a',
        '1',
        '.',
        ' ',
        '\\',
        '\u{1d400}',
        '_',
        '?',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          noise.map((parts) => parts.join('')),
        ),
        (text) => {
          const { tree, problems } = parseWhen(text)
          expect(tree !== undefined || problems.length > 0 || text === '').toBe(true)
          for (const { range } of problems) {
            expect(range.from).toBeLessThanOrEqual(range.to)
            expect(range.to).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(conditionText, (text) => {
        const { tree } = parseWhen(text)
        expect(tree).toBeDefined()
        if (!tree) return
        const printed = printWhen(tree)
        expect(shape(parseWhen(printed).tree)).toBe(shape(tree))
        expect(printWhen(parseWhen(printed).tree ?? tree)).toBe(printed)
      }),
    )
  })

  it('reads every condition of the corpus without complaint', () => {
    for (const text of corpusConditions()) {
      expect({ text, problems: parseWhen(text).problems }).toEqual({ text, problems: [] })
    }
  })
})
