import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Interpreter, ScriptRun } from '../../../../src/simulate/index.ts'
import { LOADING, loadRealPython, runScript, type RanScript } from '../../../support/scripts.ts'

const interrupt = new Uint8Array(1)
let python: Interpreter
/** The one that was loaded first, and gave its memory to the other. */
let first: Interpreter

beforeAll(async () => {
  let memory = new Uint8Array()
  first = await loadRealPython({ onMemory: (made) => void (memory = made.slice()) })
  python = await loadRealPython({ memory, interrupt })
}, LOADING)

/** Runs lines of Python. */
function run(source: string | readonly string[], more?: Partial<ScriptRun>): Promise<RanScript> {
  return runScript(python, typeof source === 'string' ? source : source.join('\n'), more)
}

describe('a script', () => {
  test('writes to two streams', async () => {
    const ran = await run(['import sys', 'print("héads 🪙")', 'sys.stderr.write("oops")'])
    expect(ran).toMatchObject({ exitCode: 0, out: 'héads 🪙\n', error: 'oops', files: [] })
    expect(ran.failure).toBeUndefined()
  })

  test('is the main program, where Argo lays it', async () => {
    const source = [
      'import os, sys',
      'print(__name__, __file__, sys.argv, os.getcwd(), sys.path[0], open(__file__).readline(), sep="|", end="")',
    ]
    const { out } = await run(source, { args: ['-v', 'a b'] })
    const path = '/argo/staging/script'
    expect(out).toBe(`__main__|${path}|['${path}', '-v', 'a b']|/|/argo/staging|import os, sys\n`)
  })

  test('runs in its folder', async () => {
    const source = 'import os; open("a", "w").write("x"); print(os.getcwd())'
    const ran = await run(source, { workingDir: '/home/me/space', outputs: ['/home/me/space/a'] })
    expect(ran).toMatchObject({ out: '/home/me/space\n', texts: { '/home/me/space/a': 'x' } })
  })

  test('has its own environment and none of this process', async () => {
    const { out } = await run(
      'import os; print(os.environ["COLOUR"], "PATH" in os.environ, len(os.environ))',
      {
        env: { COLOUR: 'red' },
      },
    )
    expect(out).toBe('red True 5\n')
  })

  test('gets parameters as Hera’s preamble reads them', async () => {
    const source = (value: string) => [
      'import os',
      'import sys',
      'sys.path.append(os.getcwd())',
      'import json',
      `try: a = json.loads(r'''${value}''')`,
      `except: a = r'''${value}'''`,
      '',
      'print(type(a).__name__, a)',
    ]
    expect((await run(source('{"b": [1]}'))).out).toBe("dict {'b': [1]}\n")
    expect((await run(source('Hello!'))).out).toBe('str Hello!\n')
  })

  test('reads nothing', async () => {
    const { out, failure } = await run(['import sys', 'print(repr(sys.stdin.read()))', 'input()'])
    expect(out).toBe("''\n")
    expect(failure).toMatchObject({ kind: 'exception', line: 3 })
  })

  test('ends what it began: files, functions for the end, finalizers', async () => {
    const source = [
      'import atexit',
      'class Last:',
      '    def __del__(self): print("gone")',
      'last = Last()',
      'atexit.register(lambda: print("end"))',
      'out = open("/tmp/result", "w")',
      'out.write("written")',
    ]
    const ran = await run(source, { outputs: ['/tmp/result'] })
    expect(ran).toMatchObject({ out: 'end\ngone\n', texts: { '/tmp/result': 'written' } })
  })
})

test('runs the same when Python was loaded from its memory', async () => {
  const source =
    'import json, random, sys\nprint(random.random(), {"a", "b"}, sys.path)\nraise ValueError(json.dumps([1]))'
  const again = await run(source)
  expect(await runScript(first, source)).toEqual(again)
  expect(again.failure?.message).toBe('ValueError: [1]')
})

describe('files', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

  test('of inputs are there, and those of outputs come back', async () => {
    const source = [
      'import os, pathlib, shutil',
      'text = pathlib.Path("/mnt/in/data.txt").read_text()',
      'os.makedirs("/out/deep/er")',
      'pathlib.Path("/out/deep/er/a").write_text(text.upper())',
      'pathlib.Path("/out/b").write_bytes(bytes([0, 255]))',
      'shutil.copy("/mnt/in/data.txt", "here")',
      'os.symlink("/out", "/out/loop")',
    ]
    const ran = await run(source, {
      files: [{ path: '/mnt/in/data.txt', content: bytes('data') }],
      outputs: ['/out/', '/here', '/nothing'],
    })
    expect(ran.exitCode).toBe(0)
    expect(ran.texts).toMatchObject({ '/out/deep/er/a': 'DATA', '/here': 'data' })
    const b = ran.files.find(({ path }) => path === '/out/b')
    expect([...(b?.content ?? [])]).toEqual([0, 255])
  })

  test('come back from a script that fails', async () => {
    const source = ['open("/tmp/a", "w").write("kept")', '1 / 0']
    const ran = await run(source, { outputs: ['/tmp/a'] })
    expect(ran).toMatchObject({ exitCode: 1, texts: { '/tmp/a': 'kept' } })
  })
})

describe('a failure', () => {
  test.each([
    ['import sys\nsys.exit(3)', 3, { kind: 'exit', line: 2 }, ''],
    ['import sys\nsys.exit(-1)', 255, { kind: 'exit' }, ''],
    ['raise SystemExit("no luck")', 1, { kind: 'exit', message: 'no luck' }, 'no luck\n'],
    ['raise SystemExit', 0, undefined, ''],
    ['import sys\nsys.exit(True)', 1, { kind: 'exit' }, ''],
    ['raise KeyboardInterrupt', 130, { kind: 'exception', line: 1 }, undefined],
    [
      'x = 1\nraise ValueError("a\\nb")',
      1,
      { kind: 'exception', message: 'ValueError: a\nb', line: 2 },
      undefined,
    ],
    ['import json\njson.loads("{")', 1, { kind: 'exception', line: 2 }, undefined],
    ['def f(): f()\nf()', 1, { kind: 'exception', line: 1 }, undefined],
  ] as const)('%j ends with %j', async (source, exitCode, failure, error) => {
    const ran = await run(source)
    expect(ran.exitCode).toBe(exitCode)
    if (failure === undefined) expect(ran.failure).toBeUndefined()
    else expect(ran.failure).toMatchObject(failure)
    if (error !== undefined) expect(ran.error).toBe(error)
  })

  test('has the traceback that CPython prints, with the lines of the body', async () => {
    const { error, failure } = await run(['def half(n):', '    return 1 / n', '', 'half(0)'])
    expect(failure).toEqual({
      kind: 'exception',
      message: 'ZeroDivisionError: division by zero',
      line: 2,
    })
    expect(error).toBe(`Traceback (most recent call last):
  File "/argo/staging/script", line 4, in <module>
    half(0)
    ~~~~^^^
  File "/argo/staging/script", line 2, in half
    return 1 / n
           ~~^~~
ZeroDivisionError: division by zero
`)
  })

  test('of the syntax too', async () => {
    const { error, failure } = await run(['print("never")', 'x = ('])
    expect(failure).toMatchObject({ message: "SyntaxError: '(' was never closed", line: 2 })
    expect(error).toBe(`  File "/argo/staging/script", line 2
    x = (
        ^
SyntaxError: '(' was never closed
`)
  })

  test('names a module that is not there', async () => {
    const { failure } = await run(['import json', 'import numpy.linalg'])
    expect(failure).toMatchObject({ kind: 'missing-module', module: 'numpy', line: 2 })
    expect(failure?.message).toContain('Mock this step')
    expect((await run('import json.nothing')).failure?.kind).toBe('exception')
    const caught = ['try: import yaml', 'except ImportError: print("without")']
    expect(await run(caught)).toMatchObject({ exitCode: 0, out: 'without\n' })
  })

  test.each([
    ['import threading\nthreading.Thread(target=print).start()', 'Threads'],
    ['from concurrent.futures import ThreadPoolExecutor as P\nP().submit(print)', 'Threads'],
    ['import subprocess\nsubprocess.run(["ls"])', 'Other programs'],
    ['import os\nos.system("ls")', 'Other programs'],
    ['import socket\nsocket.create_connection(("127.0.0.1", 1))', 'no network'],
    ['import urllib.request\nurllib.request.urlopen("http://127.0.0.1:1")', 'no network'],
  ])('%j says that it is not there', async (source, words) => {
    const { exitCode, failure } = await run(source)
    expect(exitCode).toBe(1)
    expect(failure?.message).toContain(words)
    expect(failure?.message).toContain('Mock this step')
    expect(failure?.line).toBe(2)
  })
})

describe('the world outside', () => {
  test.each([
    'import js',
    'import pyodide_js',
    'from pyodide.code import run_js',
    'import _pyodide_core',
    'import micropip',
  ])('%s leads nowhere', async (source) => {
    expect((await run(source)).failure?.kind).toBe('missing-module')
  })

  test('cannot be found in what Python holds of it', async () => {
    const source = [
      'import gc, sys',
      'found = [o for o in gc.get_objects() if "JsProxy" in type(o).__mro__.__repr__()]',
      'def names(o):',
      '    try: return dir(o)',
      '    except BaseException: return []',
      'reach = {n for o in found for n in names(o)}',
      'print(sorted(reach & {"constructor", "eval", "fetch", "process", "require", "Function"}))',
    ]
    expect((await run(source)).out).toBe('[]\n')
  })

  test('runs no program and no JavaScript for C either', async () => {
    const source = [
      'import ctypes',
      'libc = ctypes.CDLL(None)',
      'print(libc.system(b"true") == 0)',
      'try: print(libc.emscripten_run_script_int(b"40 + 2") == 42)',
      'except AttributeError: print(False)',
    ]
    expect((await run(source)).out).toBe('False\nFalse\n')
  })
})

describe('time', () => {
  test('begins when it is told, is UTC and is moved on by sleeping', async () => {
    const source = [
      'import datetime, time',
      'start, up = time.time(), time.monotonic()',
      'print(datetime.datetime.now().isoformat(timespec="seconds"), time.tzname[0], time.localtime().tm_hour)',
      'time.sleep(3 * 24 * 3600)',
      'print(round((time.time() - start) / 3600, 1), round((time.monotonic() - up) / 3600, 1))',
    ]
    const { out, elapsed } = await run(source)
    expect(out).toBe('2030-01-02T03:04:05 UTC 3\n72.0 72.0\n')
    expect(elapsed / 3_600_000).toBeCloseTo(72, 1)
  })

  test('passes for those who wait by asking', async () => {
    const source = ['import time', 'end = time.time() + 5', 'while time.time() < end: pass']
    const { elapsed } = await run(source)
    expect(elapsed).toBeGreaterThanOrEqual(5000)
    expect(elapsed).toBeLessThan(5100)
  })

  test('passes in coroutines', async () => {
    const source = [
      'import asyncio',
      'async def nap(n):',
      '    await asyncio.sleep(n)',
      '    print(n)',
      'async def main():',
      '    await asyncio.gather(nap(60), nap(20), nap(40))',
      'asyncio.run(main())',
    ]
    const { out, elapsed } = await run(source)
    expect(out).toBe('20\n40\n60\n')
    expect(Math.round(elapsed / 1000)).toBe(60)
  })

  test('of files is that of the run', async () => {
    const source = [
      'import os, time',
      'open("/tmp/a", "w").close()',
      'print(abs(os.path.getmtime("/tmp/a") - time.time()) < 1)',
    ]
    expect((await run(source)).out).toBe('True\n')
  })
})

describe('chance', () => {
  const source = [
    'import os, random, secrets, time, uuid',
    'print(random.random(), random.Random().random(), os.urandom(4), secrets.token_hex(4), uuid.uuid4(), time.time())',
    'print({"a", "b", "c", "d"}, hash("a"), id(object()))',
  ]

  test('is the same for the same seed, whatever ran before', async () => {
    const first = await run(source, { seed: 7 })
    await run(
      'import random, decimal, statistics; random.seed(3); x = [object() for _ in range(99999)]',
    )
    const again = await run(source, { seed: 7 })
    expect(again).toEqual(first)
    expect((await run(source, { seed: 8 })).out).not.toBe(first.out)
  })

  test('brings up both sides of a coin', async () => {
    const flip = 'import random; print("heads" if random.randint(0, 1) == 0 else "tails", end="")'
    const sides = new Map<string, number>()
    for (let seed = 0; seed < 100; seed++) {
      const { out } = await run(flip, { seed })
      sides.set(out, (sides.get(out) ?? 0) + 1)
    }
    expect([...sides.keys()].sort()).toEqual(['heads', 'tails'])
    for (const count of sides.values()) expect(count).toBeGreaterThan(30)
  })
})

describe('runs know nothing of each other', () => {
  /** Says all that a run could have found changed. */
  const probe = [
    'import builtins, gc, json, os, random, sys, warnings',
    'print(sorted(sys.modules), sorted(globals()), len(dir(builtins)), sys.path, sys.argv, sorted(os.environ))',
    'print([(p, sorted(d), sorted(f)) for p, d, f in os.walk("/") if not p.startswith("/proc")], os.getcwd())',
    'print(json.dumps([1]), random.random(), len(gc.get_objects()) // 1000, os.open("/tmp", 0), sys.getrecursionlimit(), warnings.filters)',
  ]

  /** What scripts do to the interpreter they run in. */
  const deeds: readonly string[] = [
    'import builtins; builtins.len = lambda x: 1; builtins.print = None; del builtins.sorted',
    'import json; json.dumps = lambda x: "patched"; json.JSONEncoder.encode = None',
    'import random; random.random = lambda: 4',
    'import sys; sys.modules.clear()',
    'import sys, os; sys.path.clear(); sys.meta_path.clear(); os.environ.clear(); os.chdir("/tmp")',
    'import sys; sys.modules["json"] = None; sys.stdout.close(); sys.stderr = None',
    'import sys; sys.setrecursionlimit(50); sys.excepthook = None; sys.settrace(lambda *a: None)',
    'import os, shutil\nfor f in ("/tmp", "/etc", "/lib"): shutil.rmtree(f, ignore_errors=True)',
    'import os; os.makedirs("/tmp/a/b"); open("/tmp/a/b/c", "w").write("x"); os.rename("/tmp/a", "/srv/a"); os.remove("/lib/python314.zip")',
    'open("/lib/python314.zip", "r+b").write(b"broken" * 99)',
    'keep = [open("/tmp/%d" % i, "w") for i in range(50)]; import builtins; builtins.keep = keep',
    'import gc; gc.disable(); gc.unfreeze(); a = []; a.append(a); del a; gc.collect()',
    'import decimal, csv, sqlite3, unittest, xml.dom; decimal.getcontext().prec = 3',
    'import ctypes; ctypes.memset(id(True), 1, 4); 1 / 0',
    'import warnings, signal; warnings.simplefilter("error"); signal.signal(signal.SIGINT, signal.SIG_IGN)',
    'def f(): return f()\nf()',
    'x = bytearray(60_000_000)',
    'raise SystemExit(4)',
    'x = (',
  ]

  test('whatever they do', async () => {
    const untouched = await run(probe)
    expect(untouched.failure).toBeUndefined()
    const order = fc.shuffledSubarray([...deeds], { minLength: deeds.length })
    for (const deed of fc.sample(order, 1)[0] ?? []) {
      const { isWorn } = await run(deed, {
        files: [{ path: '/tmp/in', content: new Uint8Array(9) }],
      })
      expect(isWorn, deed).toBe(false)
      expect(await run(probe), deed).toEqual(untouched)
    }
  })
})

describe('limits', () => {
  test('of memory are held', async () => {
    const { exitCode, failure } = await run('x = bytearray(300_000_000)')
    expect(exitCode).toBe(137)
    expect(failure).toMatchObject({ kind: 'memory-limit', line: 1 })
    const caught = ['try: x = bytearray(300_000_000)', 'except MemoryError: print("less")']
    expect(await run(caught)).toMatchObject({ exitCode: 0, out: 'less\n' })
  })

  test('a run that is interrupted ends there, and the next one runs', async () => {
    interrupt[0] = 2
    const source = ['while True:', '    pass']
    expect(await run(source)).toMatchObject({ exitCode: 130, failure: { kind: 'exception' } })
    expect((await run('print(1)')).out).toBe('1\n')
  })
})

test('a crash is told, and wears the interpreter out', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  const source = ['print("before", flush=True)', 'import ctypes', 'ctypes.string_at(0xfffffff0)']
  const ran = await run(source)
  expect(ran).toMatchObject({ exitCode: 137, isWorn: true, failure: { kind: 'broken' } })
  expect(ran.out).toMatch(/^before\n/)
  quiet.mockRestore()
})
