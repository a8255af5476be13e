import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFunction, type PythonFunction } from '../../../src/hera/index.ts'

function parsed(code: string): PythonFunction {
  const fn = parseFunction(code)
  if (!fn.ok) throw new Error(JSON.stringify(fn.error))
  return fn.value
}

/** Codes of the problems, each with the code's text under it. */
function problems(code: string): string[] {
  const fn = parseFunction(code)
  if (fn.ok) return []
  return fn.error.map(({ code: name, range }) =>
    `${name} ${code.slice(range.from, range.to)}`.trim(),
  )
}

describe('parseFunction', () => {
  it('reads a signature', () => {
    const code = `async def echo(
    message: str,  # what
    times: int = -3,
    /,
    mode: t.Literal["a", 1, None] = "a",
    *args,
    deep: dict[str, int] = {"a": (1, 2.0)},
    **kw,
) -> None:  # out
    print(message)
`
    const fn = parsed(code)
    expect(fn).toMatchObject({
      name: 'echo',
      isAsync: true,
      returns: 'None',
      body: 'print(message)',
    })
    expect(
      fn.parameters.map((p) => [p.name, p.kind, p.annotation, p.default?.text, p.enum?.join('|')]),
    ).toEqual([
      ['message', 'positional', 'str', undefined, undefined],
      ['times', 'positional', 'int', '-3', undefined],
      ['mode', 'positional', 't.Literal["a", 1, None]', '"a"', 'a|1|null'],
      ['args', 'varargs', undefined, undefined, undefined],
      ['deep', 'keyword-only', 'dict[str, int]', '{"a": (1, 2.0)}', undefined],
      ['kw', 'kwargs', undefined, undefined, undefined],
    ])
    expect(fn.signature.endsWith('-> None:  # out')).toBe(true)
    for (const { name, nameRange } of fn.parameters) {
      expect(code.slice(nameRange.from, nameRange.to)).toBe(name)
    }
  })

  it.each([
    ['one line', 'def f(x): print(x); y = (\n  1)\n', 'print(x); y = (\n  1)'],
    [
      'comments and blank lines',
      'def f():\n\n    # a\n    x\n\n  # b\n\n    y  \n# c\n\n',
      '\n# a\nx\n\n# b\n\ny  \n# c',
    ],
    ['blank lines with space', 'def f():\n    x\n  \n      \n    y', 'x\n\n  \ny'],
    ['tabs', 'def f():\n\tif x:\n\t\ty\n', 'if x:\n\ty'],
    ['CRLF', 'def f():\r\n    x\r\n    """a\r\n    b"""\r\n', 'x\n"""a\n    b"""'],
    ['a nested def', 'def f():\n  def g():\n    return 1\n  g()', 'def g():\n  return 1\ng()'],
    [
      'a string at column 0',
      'def f():\n    x = """a\nb\n    c"""\n    y',
      'x = """a\nb\n    c"""\ny',
    ],
    ['a docstring', 'def f():\n    """A.\n\n    B.\n    """\n    x', '"""A.\n\n    B.\n    """\nx'],
    ['an f-string', "def f(x):\n    a = f'''{\n    x}\n    '''", "a = f'''{\n    x}\n    '''"],
    ['a continued string', 'def f():\n    a = "x\\\n    y"', 'a = "x\\\n    y"'],
    ['brackets', 'def f():\n    g(\n  1,\n        2)', 'g(\n1,\n    2)'],
    ['numbers with a dot', 'def f():\n    x = 5. if y1.z else -1.', 'x = 5. if y1.z else -1.'],
    ['a bare yield', 'def f():\n    x = yield\n    yield', 'x = yield\nyield'],
  ])('dedents %s', (_, code, body) => {
    expect(parsed(code).body).toBe(body)
  })

  it('gives the range of the body', () => {
    const code = '# top\ndef f(): # c\n    x\n    y\n\n'
    const { bodyRange } = parsed(code)
    expect(code.slice(bodyRange.from, bodyRange.to)).toBe('    x\n    y')
  })

  it.each([
    ['', ['no-function']],
    ['# only a comment', ['no-function # only a comment']],
    ['x = 1', ['code-outside x = 1']],
    ['import os\ndef f():\n    x', ['code-outside import os']],
    ['@script()\ndef f():\n    x', ['decorator @script()\n']],
    ['def f():\n    x\nf()', ['code-outside f()']],
    ['def f():\n    x\n  y', ['code-outside y']],
    ['def f(): pass\ndef g(): pass', ['several-functions def g(): pass']],
    ['  def f():\n    x', ['indented-function def f():\n    x']],
    ['def f():\n', ['missing-body :']],
    ['def f():\n    # c\n', ['missing-body :']],
    ['def f(x)\n    x', ['missing-colon']],
    ['def f(x y):\n    x', ['syntax y']],
    ['def f():\n    x = "a\n    y', ['unclosed-string "a']],
    ['def f():\n    x = "a\\"\n    y', ['unclosed-string "a\\"']],
    ['def f():\n    x = """a\n    y', ['unclosed-string """a\n    y']],
    ['def f():\n    print "x"', ['syntax print "x"']],
    ['def f():\n\tif x:\n\t\ty\n        z', ['mixed-indentation z']],
    ['def f(a=1, b):\n    x', ['parameter-order b']],
    ['def f(a, a):\n    x', ['duplicate-parameter a']],
    ['def f(a=g()):\n    x', ['default-not-literal g()']],
    ['def f(a=1, b=g()):\n    x', ['default-not-literal g()']],
    ['def f(a: Literal[x]):\n    x', ['enum-not-literal x']],
  ])('refuses %j', (code, expected) => {
    expect(problems(code)).toEqual(expected.map((one) => one.trim()))
  })

  it.each([
    'def f():\n    g(\n',
    'def f(:\n    x',
    'def f():\n    x\n      y',
    'def class():\n    x',
    'def f():\n    x = = 1',
  ])('finds the place of the error in %j', (code) => {
    const fn = parseFunction(code)
    expect(fn.ok).toBe(false)
    if (fn.ok) return
    for (const { range, message } of fn.error) {
      expect(range.to).toBeLessThanOrEqual(code.length)
      expect(range.from).toBeLessThanOrEqual(range.to)
      expect(message).not.toBe('')
    }
  })

  it('never throws', () => {
    const piece = fc.constantFrom(
      'def f',
      '(',
      ')',
      ':',
      '\n',
      '    ',
      '\t',
      '"""',
      "'",
      '#',
      'x',
      '=',
      ',',
      '*',
      '1',
      '\\',
      'f"{',
      '}',
      '@',
      'Literal[',
      ']',
      '\r\n',
    )
    const code = fc.oneof(
      fc.array(piece).map((parts) => `def f(${parts.join('')}`),
      fc.string(),
    )
    fc.assert(fc.property(code, (text) => void parseFunction(text)))
  })
})
