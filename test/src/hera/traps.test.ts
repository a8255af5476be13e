import { describe, expect, it } from 'vitest'
import { explainUnsafeValue, findPythonTraps, parseFunction } from '../../../src/hera/index.ts'

/** Codes of the traps, each with the code's text under it. */
function traps(code: string): string[] {
  const fn = parseFunction(code)
  if (!fn.ok) throw new Error(JSON.stringify(fn.error))
  return findPythonTraps(fn.value).map(
    ({ code: name, range }) => `${name} ${code.slice(range.from, range.to)}`,
  )
}

describe('findPythonTraps', () => {
  it.each([
    ['def f(x):\n    if x:\n        return 1', ['return return 1']],
    ['def f(x):\n    def g():\n        return 1\n    lambda: (yield)', []],
    ['def f():\n    class A:\n        def m(self):\n            return 1', []],
    ['def f():\n    yield 1', ['yield yield 1']],
    ['async def f():\n    await g()\n    async with a: pass', ['await await', 'await async']],
    ['def f():\n    async def g():\n        await h()', []],
    ['def f():\n    nonlocal a', ['nonlocal nonlocal']],
    ['def f(é): pass', ['parameter-name é']],
    ['def f(json, x): pass', ['shadowed-json json']],
    ['def f(*, x): pass', ['unbound-parameters x']],
    ['def f(*args): pass', ['unbound-parameters args']],
    ['def f(y, *, x): pass', []],
    ['def f(x="it\'"): pass', ['unsafe-value "it\'"']],
    ['def f(x="a\\\\"): pass', ['unsafe-value "a\\\\"']],
    ["def f(x=\"a'''b\"): pass", ["unsafe-value \"a'''b\""]],
    ['def f(x: str = "42", y: int = "42", z: str = "a"): pass', ['not-converted "42"']],
    [
      'def f(x: Optional[str], y: int | None = None, z: str | None = "a"): pass',
      ['optional-default x', 'optional-default z'],
    ],
    ['def f(x: Annotated[str, Parameter(name="a")]): pass', ['annotated x']],
    ['# lost\ndef f():\n    # kept\n    x\n# kept too', ['comment-outside # lost']],
    ['def f():\n    """A\n  b\n    """\n    x', ['docstring-indentation b']],
    ['def f():\n    """A\n\n    b\n    """\n    x = """\ny"""', []],
    ['def f():\n    def g():\n        "d\\\nq"\n    g()', ['docstring-indentation q"']],
  ])('%j', (code, expected) => {
    expect(traps(code)).toEqual(expected)
  })

  it('says what to do', () => {
    const fn = parseFunction('def f():\n    return 1')
    expect(fn.ok && findPythonTraps(fn.value)[0]?.message).toContain('print(…)')
  })
})

describe('explainUnsafeValue', () => {
  it('knows what breaks a raw string', () => {
    for (const value of ["a'", 'a\\', "a'''b"]) expect(explainUnsafeValue(value)).toBeDefined()
    for (const value of ['', "it's", 'a\\b', '"', 'a\nb'])
      expect(explainUnsafeValue(value)).toBeUndefined()
  })
})
