import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWhen, printWhen, type WhenNode } from '../../../../src/expression/index.ts'
import { conditionText, corpusConditions } from './arbitrary.ts'

/** The tree in a notation that shows what binds to what. */
function shape(node: WhenNode | undefined): string {
  switch (node?.kind) {
    case undefined:
    case 'nothing':
      return 'none'
    case 'call':
      return `${shape(node.callee)}${shape(node.argument)}`
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
    ['!{{a}} == b', '(== (! {{a}}) b)'],
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
    ['{{a}} == foo bar', 'unquoted-spaces'],
    ['{{a}} == b and c', 'missing-operator'],
    ['not {{a}} == b', 'missing-operator'],
    ['{{a}} ==-1', 'unknown-operator'],
    ['{{a}} = b', 'unknown-operator'],
    ['{{a}} == b@c', 'unknown-operator'],
    ['{{a}} == 5a', 'unquoted-number'],
    ['{{a}} == 1.2.3', 'unquoted-number'],
    ['{{a}} == a.b', 'unquoted-dots'],
    ['{{a}} == "b', 'unclosed-string'],
    ['{{a}} == [b', 'unclosed-bracket'],
    ['{{a == b', 'unclosed-tag'],
    ['{{a}} == b\\', 'backslash-at-end'],
    ['(a == b', 'unbalanced-parenthesis'],
    ['a == b)', 'unbalanced-parenthesis'],
    ['"it\'s" == a', 'unclosed-string'],
    ['! "a"', 'missing-operand'],
    ['!a', 'missing-operand'],
    ['()', 'missing-operand'],
    ['({{a}} == )', 'missing-operand'],
    ['({{a}} == b) c', 'ignored'],
    ['({{a}} == b) ({{c}} == d)', 'ignored'],
  ])('finds what is wrong with %s', (text, code) => {
    expect(problem(text)).toBe(code)
    expect(parseWhen(text).tree).toBeUndefined()
  })

  it('refuses what would fill the stack', () => {
    expect(problem('('.repeat(100_000) + 'a' + ')'.repeat(100_000))).toBe('too-deep')
    expect(problem('a == b' + ' || a == b'.repeat(5_000))).toBe('too-deep')
  })

  it('says what to do', () => {
    const [unquoted] = parseWhen('{{a}} == foo bar').problems
    expect(unquoted?.message).toContain('double quotes')
    expect(unquoted?.replacement).toEqual({ range: { from: 9, to: 16 }, text: '"foo bar"' })
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

  it('reads every condition of the corpus', () => {
    for (const text of corpusConditions()) {
      expect({ text, problems: parseWhen(text).problems }).toEqual({ text, problems: [] })
    }
  })
})
