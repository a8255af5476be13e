import { beforeAll, describe, expect, test } from 'vitest'
import { loadJavaScript, type Interpreter, type ScriptRun } from '../../../../src/simulate/index.ts'
import { LOADING, runScript, type RanScript } from '../../../support/scripts.ts'

const interrupt = new Uint8Array(1)
let javascript: Interpreter

beforeAll(async () => {
  javascript = await loadJavaScript(interrupt)
}, LOADING)

/** Runs lines of JavaScript. */
function run(
  source: string | readonly string[],
  more: Partial<ScriptRun> = {},
): Promise<RanScript> {
  const body = typeof source === 'string' ? source : source.join('\n')
  return runScript(javascript, body, { language: 'javascript', ...more })
}

describe('a script', () => {
  test('writes to two streams', async () => {
    const ran = await run([
      'console.log("héads 🪙", 1)',
      'console.error("oops")',
      'process.stdout.write("x")',
    ])
    expect(ran).toMatchObject({ exitCode: 0, out: 'héads 🪙 1\nx', error: 'oops\n' })
    expect(ran.failure).toBeUndefined()
  })

  test('knows its arguments, its environment and its folder', async () => {
    const source = [
      'console.log(process.argv.slice(1).join(" "), process.env.COLOUR, process.cwd(), __filename)',
      'require("fs").writeFileSync("a", "x")',
    ]
    const more = {
      args: ['-v'],
      env: { COLOUR: 'red' },
      workingDir: '/home/me',
      outputs: ['/home/me/a'],
    }
    const ran = await run(source, more)
    expect(ran.out).toBe('/argo/staging/script -v red /home/me /argo/staging/script\n')
    expect(ran.texts).toEqual({ '/home/me/a': 'x' })
  })

  test.each([
    [
      '{ a: 1, "b-c": [1, 2], d: { e: { f: { g: 1 } } } }',
      "{ a: 1, 'b-c': [ 1, 2 ], d: { e: { f: [Object] } } }",
    ],
    ['["x", null, undefined, true, 1n, -0]', "[ 'x', null, undefined, true, 1n, -0 ]"],
    ['new Map([["a", new Set([1])]])', "Map(1) { 'a' => Set(1) { 1 } }"],
    [
      '[class A {}, function f() {}, () => {}]',
      '[ [class A], [Function: f], [Function (anonymous)] ]',
    ],
    ['Buffer.from("hi")', '<Buffer 68 69>'],
    ['new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['"it\'s %s: %d%%", "so", 50, [1]', "it's so: 50% [ 1 ]"],
    ['[{}, []]', '[ {}, [] ]'],
    ['new (class Point { x = 1 })()', 'Point { x: 1 }'],
    [
      'Object.fromEntries("abcdefgh".split("").map((k) => [k, "value of " + k]))',
      `{
  a: 'value of a',
  b: 'value of b',
  c: 'value of c',
  d: 'value of d',
  e: 'value of e',
  f: 'value of f',
  g: 'value of g',
  h: 'value of h'
}`,
    ],
  ])('prints %s as Node does', async (value, printed) => {
    expect((await run(`console.log(${value})`)).out).toBe(`${printed}\n`)
  })

  test('uses the modules that scripts of steps use', async () => {
    const source = [
      'const fs = require("node:fs"), path = require("path"), os = require("os")',
      'const { readFile } = require("fs/promises")',
      'fs.mkdirSync("/tmp/a/b", { recursive: true })',
      'fs.writeFileSync(path.join("/tmp/a", "b", "..", "c.json"), JSON.stringify({ n: 1 }))',
      'fs.appendFileSync("/tmp/a/c.json", "\\n")',
      'console.log(fs.readdirSync("/tmp/a"), fs.existsSync("/nope"), fs.statSync("/tmp/a/b").isDirectory())',
      'console.log(require("/tmp/a/c.json").n, JSON.parse(fs.readFileSync("/tmp/a/c.json")).n, os.EOL === "\\n")',
      'readFile("/tmp/a/c.json", "utf8").then((text) => console.log(text.trim()))',
      'try { fs.readFileSync("/nope") } catch (e) { console.log(e.code, e.message) }',
      'fs.rmSync("/tmp/a/b", { recursive: true })',
      'console.log(Buffer.from("héllo").toString("base64"), Buffer.from("aMOpbGxv", "base64").toString(), path.basename("/x/y.tar.gz", ".gz"))',
    ]
    const { out, error } = await run(source)
    expect(error).toBe('')
    expect(out).toBe(
      [
        "[ 'b', 'c.json' ] false true",
        '1 1 true',
        "ENOENT ENOENT: no such file or directory, open '/nope'",
        'aMOpbGxv héllo y.tar',
        '{"n":1}',
        '',
      ].join('\n'),
    )
  })

  test('may be a module', async () => {
    const source = [
      'import fs, { writeFileSync } from "node:fs"',
      'import { setTimeout as wait } from "timers/promises"',
      'await wait(5000)',
      'writeFileSync("/tmp/a", "b")',
      'console.log(fs.readFileSync("/tmp/a", "utf8"))',
    ]
    expect(await run(source)).toMatchObject({ exitCode: 0, out: 'b\n' })
    expect((await run('await 1; console.log(2)')).out).toBe('2\n')
  })

  test('goes on until nothing is left to be done', async () => {
    const source = [
      'setTimeout(() => console.log("late"), 3600000)',
      'setTimeout((a) => console.log(a), 10, "soon")',
      'let n = 0',
      'const timer = setInterval(() => { console.log(++n); if (n === 2) clearInterval(timer) }, 100)',
      'process.nextTick(() => console.log("next"))',
      'console.log("first")',
      'process.on("exit", (code) => console.log("exit", code))',
    ]
    const { out, elapsed } = await run(source)
    expect(out).toBe('first\nnext\nsoon\n1\n2\nlate\nexit 0\n')
    expect(Math.round(elapsed / 1000)).toBe(3600)
  })

  test('takes in files and gives them', async () => {
    const source = [
      'const fs = require("fs")',
      'fs.mkdirSync("/out/deep", { recursive: true })',
      'fs.writeFileSync("/out/deep/a", fs.readFileSync("/in/b").reverse())',
      'fs.writeFileSync("/out/c", "text")',
    ]
    const ran = await run(source, {
      files: [{ path: '/in/b', content: Uint8Array.of(0, 128, 255) }],
      outputs: ['/out', '/nothing'],
    })
    expect(ran.files.map(({ path, content }) => [path, [...content]])).toEqual([
      ['/out/deep/a', [255, 128, 0]],
      ['/out/c', [...new TextEncoder().encode('text')]],
    ])
  })
})

describe('a failure', () => {
  test.each([
    ['process.exit(3)', 3, { kind: 'exit' }],
    ['process.exitCode = 4', 4, { kind: 'exit' }],
    ['try { process.exit(5) } finally { for (;;); }', 5, { kind: 'exit' }],
    [
      'let a = 1\nthrow new TypeError("no")',
      1,
      { kind: 'exception', message: 'TypeError: no', line: 2 },
    ],
    ['throw "text"', 1, { kind: 'exception' }],
    ['\nnull.x', 1, { kind: 'exception', line: 2 }],
    ['let a =\n\nlet b', 1, { kind: 'exception', line: 3 }],
    ['import a from "b', 1, { kind: 'exception', line: 1 }],
    [
      'const main = async () => {\n  throw new Error("late")\n}\nmain()',
      1,
      { kind: 'exception', line: 2 },
    ],
    ['setTimeout(() => { throw new Error("later") }, 5)', 1, { kind: 'exception', line: 1 }],
    ['await 1\nthrow new Error("top")', 1, { kind: 'exception', line: 2 }],
    ['Promise.reject(new Error("a")).finally(() => {})', 1, { kind: 'exception' }],
    ['const f = () => f()\nf()', 1, { kind: 'exception', line: 1 }],
    ['require("lodash")', 1, { kind: 'missing-module', module: 'lodash', line: 1 }],
    ['import _ from "lodash"', 1, { kind: 'missing-module', module: 'lodash' }],
    [
      'require("child_process").execSync("ls")',
      1,
      { kind: 'missing-module', module: 'child_process' },
    ],
    [
      'let text = "x"\nconst all = []\nfor (;;) all.push((text += text.slice(0, 99999)))',
      1,
      { kind: 'memory-limit' },
    ],
  ] as const)('%j ends with %i', async (source, exitCode, failure) => {
    const ran = await run(source, { memoryLimit: 32 * 1024 * 1024 })
    expect(ran.failure).toMatchObject(failure)
    expect(ran.exitCode).toBe(failure.kind === 'memory-limit' ? 137 : exitCode)
    expect(await run('console.log(1)')).toMatchObject({ exitCode: 0, out: '1\n' })
  })

  test('is printed as Node prints it', async () => {
    const { error } = await run(['function half() {', '  throw new Error("odd")', '}', 'half()'])
    expect(error).toMatch(
      /^\/argo\/staging\/script:2\n {2}throw new Error\("odd"\)\n +\^\n\nError: odd\n {4}at half \(\/argo\/staging\/script:2:\d+\)\n {4}at .*\/argo\/staging\/script:4/,
    )
    expect(error).not.toContain('node:internal')
  })

  test('that is caught is none', async () => {
    const source =
      'const main = async () => { throw new Error("a") }\nmain().catch(() => console.log("caught"))'
    expect(await run(source)).toMatchObject({ exitCode: 0, out: 'caught\n' })
  })

  test('an interrupt ends a run, and the next one runs', async () => {
    interrupt[0] = 2
    expect((await run('for (;;);')).failure?.kind).toBe('exception')
    expect((await run('console.log(1)')).out).toBe('1\n')
  })
})

describe('the world of a run', () => {
  const source = [
    'console.log(Math.random(), crypto.randomUUID(), Date.now(), performance.now())',
    'const d = new Date(); console.log(d.toString(), d.getHours(), new Date(2030, 0, 2).toISOString(), new Date("2030-01-02T03:04:05").getTime())',
  ]

  test('is the same for the same seed', async () => {
    const first = await run(source, { seed: 3 })
    expect(await run(source, { seed: 3 })).toEqual(first)
    expect((await run(source, { seed: 4 })).out).not.toBe(first.out)
    expect(first.out).toContain(
      'Wed Jan 02 2030 03:04:05 GMT+0000 (Coordinated Universal Time) 3 2030-01-02T00:00:00.000Z',
    )
  })

  test('is left as it was', async () => {
    await run(
      'globalThis.x = 1; Array.prototype.map = null; require("fs").writeFileSync("/tmp/a", "x"); JSON.stringify = null',
    )
    const probe =
      'console.log(typeof x, [1].map((a) => a), require("fs").readdirSync("/tmp"), JSON.stringify([1]))'
    expect((await run(probe)).out).toBe('undefined [ 1 ] [] [1]\n')
  })

  test('has nothing of the outside', async () => {
    const names = [
      'fetch',
      'XMLHttpRequest',
      'postMessage',
      'importScripts',
      'WebAssembly',
      'Deno',
      'host',
      'std',
    ]
    const { out } = await run(
      `console.log(${JSON.stringify(names)}.filter((name) => name in globalThis))`,
    )
    expect(out).toBe('[]\n')
  })
})
