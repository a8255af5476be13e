import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkWhen,
  evaluateWhen,
  type Replacement,
  type WhenProblem,
} from '../../../../src/expression/index.ts'
import { drawn } from '../../../oracle/expressions/recorded.ts'
import { conditionText, corpusConditions } from './arbitrary.ts'

const codes = (problems: readonly WhenProblem[]): string[] => problems.map(({ code }) => code)

function mend(text: string, { range, text: insert }: Replacement): string {
  return text.slice(0, range.from) + insert + text.slice(range.to)
}

/** A text with its first problem's range marked. */
function marked(text: string, problem: WhenProblem | undefined): string {
  if (!problem) return text
  const { from, to } = problem.range
  return `${text.slice(0, from)}«${text.slice(from, to)}»${text.slice(to)}`
}

describe('checkWhen', () => {
  it.each<[code: string, text: string, mended: string | undefined]>([
    // What cannot be read.
    ['missing-operand', '{{a}} «==»', '{{a}} == ""'],
    ['missing-operand', '«==» a', '"" == a'],
    ['missing-operand', '({{a}} «==» )', '({{a}} == "" )'],
    ['missing-operator', '{{a}} == b «and» c == d', '{{a}} == b && c == d'],
    ['missing-operator', '{{a}} == b «OR» c == d', '{{a}} == b || c == d'],
    ['unknown-operator', '{{a}} «=» b', '{{a}} == b'],
    ['unknown-operator', '5 «==-»1', '5 == -1'],
    ['unknown-operator', '{{a}} == b«@»c', '{{a}} == "b@c"'],
    ['unknown-operator', '{{a}} == {{b}}«:/»x', '{{a}} == "{{b}}:/x"'],
    ['backslash-at-end', '{{a}} == b«\\»', '{{a}} == b'],
    ['ignored', '({{a}} == b) «c == d»', undefined],
    ['ignored', '{{a}} == b«:c»', '{{a}} == "b:c"'],
    // Texts that lack quotes.
    ['unquoted-spaces', '{{a}} == foo «bar»', '{{a}} == "foo bar"'],
    ['unquoted-number', '{{a}} == «5a»', '{{a}} == "5a"'],
    ['unquoted-number', '{{a}} == «1.2.3»', '{{a}} == "1.2.3"'],
    ['unquoted-dots', '{{a}} == «a.b»', '{{a}} == "a.b"'],
    ['unquoted-dots', '{{a}} == «a.B»', '"{{a}}" == "a.B"'],
    ['unquoted-signs', '{{a}} == «foo-bar»', '"{{a}}" == "foo-bar"'],
    ['unquoted-signs', '{{a}} != «foo-bar-{{b}}»', '"{{a}}" != "foo-bar-{{b}}"'],
    ['unquoted-signs', '{{a}} in (x, «y/z»)', '{{a}} in (x, "y/z")'],
    ['unquoted-signs', '{{a}} == «2024-01-02»', '"{{a}}" == "2024-01-02"'],
    // What never holds, or always.
    ['never-equal', '«5 == "5"»', '"5" == "5"'],
    ['never-equal', '«true == "true"»', '"true" == "true"'],
    ['never-equal', '«"{{a}}" == 5»', '"{{a}}" == "5"'],
    ['never-equal', '«"{{a}}" == 0x1F»', '"{{a}}" == "0x1F"'],
    ['never-equal', '«"{{a}}" == (b, c)»', undefined],
    ['never-equal', '«"{{a}}" in (1, 2)»', '"{{a}}" in ("1", "2")'],
    ['quoted-date', '«"2024-01-02"» == today', undefined],
    ['quoted-date', '{{a}} == b && «"2024-01-02"» =~ "^2024"', undefined],
    ['quoted-date', '«"3:04PM"» < noon', undefined],
    ['quoted-date', '"{{a}}" =~ «"2024-01-02"»', undefined],
    ['constant', '«1 == 1.0»', undefined],
    ['constant', '{{a}} == b || «("x" == "x")»', undefined],
    // Operators that do not fit.
    ['short-list', '{{a}} in «(b)»', '{{a}} == b'],
    ['short-list', '{{a}} in «"b"»', '{{a}} == "b"'],
    ['wrong-type', '«"{{a}}" < 5»', undefined],
    ['wrong-type', '«5» =~ a', '"5" =~ "a"'],
    ['wrong-type', '{{a}} =~ «5»', '"{{a}}" =~ "5"'],
    ['wrong-type', '{{a}} == 1 - «"x"»', undefined],
    ['wrong-type', '{{a}} == («true + false»)', undefined],
    ['not-boolean', '«heads»', undefined],
    ['not-boolean', '{{a}} == b || «c»', undefined],
    ['not-boolean', '!«(5)»', undefined],
    ['bad-pattern', '{{a}} =~ «"(b"»', undefined],
    ['bad-pattern', '{{a}} =~ "b" «?» c : d', undefined],
  ])('%s: %s', (code, text, mended) => {
    const plain = text.replaceAll(/[«»]/g, '')
    const { problems } = checkWhen(plain)
    const [problem] = problems
    expect(problem?.code, JSON.stringify(problems)).toBe(code)
    expect(marked(plain, problem)).toBe(text)
    expect(problem?.message).toMatch(/^[A-Z`"].*\.$/)
    expect(problem?.replacement && mend(plain, problem.replacement)).toBe(mended)
    if (mended !== undefined) expect(codes(checkWhen(mended).problems)).not.toContain(code)
  })

  it.each([
    '',
    '{{a}}',
    'true',
    '{{a}} < {{b}}',
    '{{a}} == 5',
    '{{a}} > -1',
    '"2024-01-02" < {{a}}',
    '"{{a}}" == "2024-01-02"',
    '!({{a}} == b)',
    '{{a}} in {{list}}',
    '"{{a}}" == "5"',
    '{{a}} ? b : c',
    '{{a}} - 1 == 5 ** 2',
    '"a" + 1 == {{a}}',
    '"{{a}}" =~ "^a|b$"',
    'false && foo-bar',
  ])('has no complaint about %s', (text) => {
    expect(checkWhen(text).problems.filter(({ code }) => code !== 'constant')).toEqual([])
  })

  it('has no complaint about any condition of the corpus', () => {
    for (const text of corpusConditions()) {
      expect({ text, codes: codes(checkWhen(text).problems) }).toEqual({ text, codes: [] })
    }
  })
})

describe('risks of tags without quotes', () => {
  it.each<[text: string, mended: string]>([
    ['{{inputs.parameters.a}} == heads', '"{{inputs.parameters.a}}" == "heads"'],
    ['{{steps.a.outputs.result}} == {{item}}', '"{{steps.a.outputs.result}}" == "{{item}}"'],
    ['{{a}} == {{b}}', '"{{a}}" == "{{b}}"'],
    ['{{a}}_x != true', '"{{a}}_x" != "true"'],
    ['{{a}} in (b, "c")', '"{{a}}" in ("b", "c")'],
    ["{{a}} == 'it\\'s'", `"{{a}}" == 'it\\'s'`],
    ['{{a}} =~ "^x"', '"{{a}}" =~ "^x"'],
  ])('%s', (text, mended) => {
    const [risk] = checkWhen(text).risks
    expect(risk?.code).toBe('tag-unquoted')
    expect(risk?.replacement && mend(text, risk.replacement)).toBe(mended)
    expect(checkWhen(mended)).toMatchObject({ problems: [], risks: [] })
  })

  it('warns of a tag against a quoted number', () => {
    const [risk] = checkWhen('{{a}} == "5"').risks
    expect(risk?.code).toBe('tag-against-quoted')
    expect(risk?.replacement?.text).toBe('"{{a}}" == "5"')
  })

  it('warns of a tag that is always a number against a quoted one', () => {
    const [risk, ...rest] = checkWhen('{{steps.a.exitCode}} == "0"').risks
    expect(risk?.code).toBe('tag-against-quoted')
    expect(risk?.replacement?.text).toBe('"{{steps.a.exitCode}}" == "0"')
    expect(rest).toEqual([])
    expect(checkWhen('{{steps.a.exitCode}} == 0').risks).toEqual([])
    expect(checkWhen('{{steps.a.status}} == "0"').risks).toEqual([])
  })

  it.each([
    '{{steps.a.status}} == Succeeded',
    '{{steps.a.exitCode}} == 1',
    '{{steps.a.outputs.result}} == heads',
    '{{tasks.a.outputs.parameters.p}} in (heads, "tails")',
    '{{steps.a.outputs.result}} != "heads"',
    '{{workflow.status}} != Failed',
    '{{item}} > 5',
    '{{item}} == 5',
    '"{{a}}" == "b"',
    '{{a}}',
    '{{a}} && {{b}}',
  ])('sees none in %s', (text) => {
    expect(checkWhen(text).risks).toEqual([])
  })

  it('comes true for some value, and not any more when it is mended', () => {
    for (const value of ['', 'two words', 'foo-bar', '1.2.3', 'a.b', '5a', '(', '&&']) {
      const text = '{{a}} == heads'
      expect(evaluateWhen(text, () => value).ok, value).toBe(false)
      const [risk] = checkWhen(text).risks
      const mended = risk?.replacement ? mend(text, risk.replacement) : text
      expect(evaluateWhen(mended, () => value)).toEqual({ ok: true, value: false })
    }
  })
})

describe('what is said before a condition runs', () => {
  /** Codes of conditions that have an answer all the same. */
  const harmless = new Set([
    'constant',
    'ignored',
    'missing-operand',
    'never-equal',
    'quoted-date',
    'unquoted-signs',
  ])

  it('comes true: without tags there is a problem wherever evaluating fails, and else none that is grave', () => {
    for (const text of drawn('when', 3, 4000)) {
      if (text.includes('{{')) continue
      const { problems } = checkWhen(text)
      const result = evaluateWhen(text)
      const context = `${JSON.stringify(text)} ${JSON.stringify(result)}`
      if (!result.ok) expect(problems.length, context).toBeGreaterThan(0)
      else if (!/&&|\|\||[?:]/.test(text)) {
        // What is not evaluated may have any problem.
        const grave = codes(problems).filter((code) => !harmless.has(code))
        expect(grave, context).toEqual([])
      }
    }
  })

  it('mends what it says it mends', () => {
    let mended = 0
    for (const text of drawn('when', 40_000, 4000)) {
      const { problems, risks } = checkWhen(text)
      for (const problem of [...problems, ...risks]) {
        if (!problem.replacement) continue
        const { range } = problem.replacement
        expect(range.from).toBeLessThanOrEqual(range.to)
        const next = mend(text, problem.replacement)
        expect(next).not.toBe(text)
        const after = checkWhen(next)
        const same = [...after.problems, ...after.risks].filter(
          ({ code, range: place }) =>
            code === problem.code &&
            place.from === problem.range.from &&
            place.to === problem.range.to,
        )
        expect(same, `${text} => ${next}`).toEqual([])
        mended++
      }
    }
    expect(mended).toBeGreaterThan(500)
  })

  it('has ranges inside the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(conditionText, fc.string({ unit: 'binary' })), (text) => {
        const { problems, risks } = checkWhen(text)
        for (const { range } of [...problems, ...risks]) {
          expect(range.from).toBeLessThanOrEqual(range.to)
          expect(range.to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
