import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import {
  generatePreamble,
  parseFunction,
  splitSource,
  toFunction,
  toTemplate,
  type FunctionTemplate,
  type ScriptTemplate,
} from '../../../src/hera/index.ts'

function template(code: string): FunctionTemplate {
  const fn = parseFunction(code)
  if (!fn.ok) throw new Error(JSON.stringify(fn.error))
  return toTemplate(fn.value)
}

/** The source that comes back when a template is shown as a function and read again. */
function roundTrip(script: ScriptTemplate): string | undefined {
  const code = toFunction(script)
  const fn = code === undefined ? undefined : parseFunction(code)
  const split = splitSource(script.source, script.parameters)
  return fn?.ok && split ? toTemplate(fn.value, split).source : undefined
}

const path = 'import os\nimport sys\nsys.path.append(os.getcwd())\n'

describe("Hera's guide", () => {
  it('echo', () => {
    expect(template('def echo(message: str):\n    print(message)\n')).toEqual({
      name: 'echo',
      parameters: [{ name: 'message', default: undefined, enum: undefined }],
      source: `${path}import json\ntry: message = json.loads(r'''{{inputs.parameters.message}}''')\nexcept: message = r'''{{inputs.parameters.message}}'''\n\nprint(message)`,
    })
  })

  it('flip, with the body as it was typed', () => {
    const code = `def flip():
    import random

    result = "heads" if random.randint(0, 1) == 0 else "tails"
    print(result)
`
    const { name, parameters, source } = template(code)
    expect({ name, parameters }).toEqual({ name: 'flip', parameters: [] })
    expect(source).toBe(
      `${path}import random\n\nresult = "heads" if random.randint(0, 1) == 0 else "tails"\nprint(result)`,
    )
    expect(toFunction({ templateName: 'flip', parameters, source })).toBe(code.trimEnd())
  })

  it('it-was', () => {
    const { name, parameters, source } = template(
      "def it_was(coin_result):\n    print(f'it was {coin_result}')\n",
    )
    expect({ name, names: parameters.map((p) => p.name) }).toEqual({
      name: 'it-was',
      names: ['coin_result'],
    })
    expect(source).toBe(
      `${path}import json\ntry: coin_result = json.loads(r'''{{inputs.parameters.coin_result}}''')\nexcept: coin_result = r'''{{inputs.parameters.coin_result}}'''\n\nprint(f'it was {coin_result}')`,
    )
    expect(toFunction({ templateName: name, parameters, source })).toBe(
      "def it_was(coin_result):\n    print(f'it was {coin_result}')",
    )
  })
})

describe('toTemplate', () => {
  it('writes defaults and enums as Hera does', () => {
    const { parameters } = template(
      'def f(a, b="hi", c=1.0, d=None, e: Literal["x", 2] = "x", *, g={"k": [True]}):\n    pass',
    )
    expect(parameters.map((p) => [p.name, p.default, p.enum])).toEqual([
      ['a', undefined, undefined],
      ['b', 'hi', undefined],
      ['c', '1.0', undefined],
      ['d', 'null', undefined],
      ['e', 'x', ['x', '2']],
      ['g', '{"k": [true]}', undefined],
    ])
  })

  it('binds nothing for keyword-only functions, and all inputs otherwise', () => {
    expect(template('def f(*, a): pass').source).toBe(`${path}pass`)
    expect(template('def f(b, *args, a=1): pass').source).toMatch(
      /try: a =[^]*try: args =[^]*try: b =/,
    )
  })
})

describe('toFunction', () => {
  const inputs = [{ name: 'message', default: '42', enum: ['42', 'x'] }, { name: 'to' }]
  const preamble = generatePreamble(['message', 'to'], {
    addCwdToSysPath: true,
    hasPositional: true,
  })
  const source = `${preamble}print(message)`

  it('rebuilds a signature', () => {
    expect(toFunction({ templateName: '1st-step', parameters: inputs, source })).toBe(
      'def _1st_step(to, message: Literal[42, "x"] = 42):\n    print(message)',
    )
  })

  it('uses the remembered signature while it still fits', () => {
    const signature = 'def say(to: str, message: Literal[42, "x"] = 42) -> None:  # note'
    const say = { templateName: 'say', parameters: inputs, source, signature }
    expect(toFunction(say)).toBe(`${signature}\n    print(message)`)
    expect(toFunction({ ...say, templateName: 'tell-it' })).toMatch(/^def tell_it\(to: str/)
    const changed = [{ name: 'message', default: '43' }, { name: 'to' }]
    expect(toFunction({ ...say, parameters: changed })).toMatch(/^def say\(to, message=43\):\n/)
    expect(toFunction({ ...say, signature: 'def (' })).toMatch(/^def say\(to, message: Literal/)
  })

  it('keeps keywords, value-from inputs and settings apart', () => {
    expect(toFunction({ templateName: 'class', parameters: [], source: `${path}pass` })).toBe(
      'def class_():\n    pass',
    )
    const parameters = [...inputs, { name: 'not-bound', hasValueFrom: true }]
    expect(toFunction({ templateName: 'f', parameters, source })).toMatch(/^def f\(to, message: /)
    const plain = source.slice(path.length)
    expect(roundTrip({ templateName: 'f', parameters: inputs, source: `${plain}\n` })).toBe(
      `${plain}\n`,
    )
  })

  it('has no function for what none can hold', () => {
    const odd = generatePreamble(['in-put'], { addCwdToSysPath: true, hasPositional: true })
    expect(
      toFunction({ templateName: 'f', parameters: [{ name: 'in-put' }], source: `${odd}x` }),
    ).toBeUndefined()
    for (const body of ['', '# c', '  x', 'x\n  y', 'x = (', 'def f(:', 'print "x"', 'x\n\ty']) {
      expect(toFunction({ templateName: 'f', parameters: [], source: path + body })).toBeUndefined()
    }
    expect(toFunction({ templateName: 'f', parameters: [], source: 'x' })).toBeUndefined()
  })

  it('gives back the source of any function that it shows', () => {
    const line = fc.constantFrom(
      'print(x)',
      '',
      '  ',
      '# comment',
      '  # odd comment',
      'if x:\n    y = 1\n\n    # c\nelse:\n  z = 2',
      's = """a\n  b\nc"""',
      '"""Doc\n\n    string\n"""',
      "f'''{\n x}'''",
      'g(\n  1,\n2)',
      "a = 'x\\\n   y'",
      'def h():\n\treturn 1',
      'x = 1 \\\n  + 2',
      'y = "é😀"  ',
    )
    const input = fc.record(
      {
        name: fc.constantFrom('a', 'b_1', 'Z', 'json'),
        default: fc.oneof(fc.string(), fc.json(), fc.constantFrom('1.0', 'null', "it's")),
        enum: fc.array(fc.constantFrom('x', '1', '1.5', 'null', '[1]'), {
          minLength: 1,
          maxLength: 3,
        }),
      },
      { requiredKeys: ['name'] },
    )
    const inputs = fc.uniqueArray(input, { maxLength: 3, selector: (one) => one.name })
    const end = fc.constantFrom('', '\n', '\n\n  \n')
    fc.assert(
      fc.property(
        inputs,
        fc.array(line, { maxLength: 6 }),
        end,
        fc.boolean(),
        (parameters, lines, tail, cwd) => {
          const addCwdToSysPath = cwd || parameters.length === 0
          const names = parameters.map((one) => one.name)
          const head = generatePreamble(names, { addCwdToSysPath, hasPositional: true })
          const text = `${head}${['pass', ...lines].join('\n')}${tail}`
          const script = { templateName: 'my-step', parameters, source: text }
          expect(roundTrip(script)).toBe(text)
          // The shown function is stable too: types and all come back as typed.
          const shown = toFunction(script) ?? ''
          const typed = parseFunction(shown)
          if (!typed.ok) throw new Error(shown)
          const { signature } = typed.value
          expect(toFunction({ ...script, signature })).toBe(shown)
        },
      ),
    )
  })

  it('gives back bodies as they were typed', () => {
    const body = fc
      .array(
        fc.constantFrom(
          '    x = 1',
          '',
          '    # c',
          '    if x:\n        y',
          '    s = """\nq\n    r"""',
          '    z  ',
        ),
        {
          maxLength: 5,
        },
      )
      .map((lines) => ['    pass', ...lines].join('\n').trimEnd())
    fc.assert(
      fc.property(body, (typed) => {
        const signature = 'def f(a: str, b: int = 2) -> None:'
        const made = template(`${signature}\n${typed}`)
        const { name, parameters, source } = made
        expect(toFunction({ templateName: name, parameters, source, signature })).toBe(
          `${signature}\n${typed}`,
        )
      }),
    )
  })
})

describe('the corpus', () => {
  const corpus = '../shared/corpus/hera'

  it('shows every inline script of Hera as a function, and gives its source back', () => {
    if (!existsSync(corpus)) {
      console.log(`skipped: ${corpus} is absent`)
      return
    }
    let recognised = 0
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.yaml'))) {
      for (const document of parseAllDocuments(readFileSync(join(corpus, file), 'utf8'))) {
        const manifest: unknown = 'toJS' in document ? document.toJS() : undefined
        for (const script of scriptsOf(manifest)) {
          if (!script.source.includes('json.loads(r')) continue
          recognised++
          expect({ file, source: roundTrip(script) }).toEqual({ file, source: script.source })
        }
      }
    }
    expect(recognised).toBeGreaterThan(15)
  })
})

/** All script templates in a manifest, wherever they are. */
function scriptsOf(value: unknown): ScriptTemplate[] {
  if (Array.isArray(value)) return value.flatMap(scriptsOf)
  if (!isRecord(value)) return []
  const nested = Object.values(value).flatMap(scriptsOf)
  const { script, inputs, name } = value
  if (!isRecord(script) || typeof script['source'] !== 'string' || typeof name !== 'string')
    return nested
  const list = isRecord(inputs) && Array.isArray(inputs['parameters']) ? inputs['parameters'] : []
  const parameters = list.filter(isRecord).map((parameter) => ({
    name: String(parameter['name']),
    hasValueFrom: parameter['valueFrom'] !== undefined,
    default: typeof parameter['default'] === 'string' ? parameter['default'] : undefined,
    enum: Array.isArray(parameter['enum']) ? parameter['enum'].map(String) : undefined,
  }))
  return [...nested, { templateName: name, parameters, source: script['source'] }]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
