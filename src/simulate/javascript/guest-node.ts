/** JavaScript that is run before a script: what Node adds to the language, as far as scripts of steps use it, and how a script begins and ends. */
export const guestNode: string = String.raw`
class Events {
  #heard = new Map()
  on(name, hear) { this.#heard.set(name, [...(this.#heard.get(name) ?? []), hear]); return this }
  addListener(name, hear) { return this.on(name, hear) }
  off(name, hear) { this.#heard.set(name, (this.#heard.get(name) ?? []).filter((one) => one !== hear && one.of !== hear)); return this }
  removeListener(name, hear) { return this.off(name, hear) }
  removeAllListeners(name) { name === undefined ? this.#heard.clear() : this.#heard.delete(name); return this }
  once(name, hear) { const first = (...values) => { this.off(name, first); hear.apply(this, values) }; first.of = hear; return this.on(name, first) }
  emit(name, ...values) {
    const heard = this.#heard.get(name) ?? []
    if (name === 'error' && heard.length === 0) throw values[0]
    for (const hear of [...heard]) hear.apply(this, values)
    return heard.length > 0
  }
  listenerCount(name) { return (this.#heard.get(name) ?? []).length }
}
Events.EventEmitter = Events

const stream = (number) => Object.assign(new Events(), {
  fd: number, isTTY: false, writable: true,
  write(data, encoding, done) { fs.writeFileSync(number, data); const tell = done ?? encoding; if (typeof tell === 'function') process.nextTick(tell); return true },
  end(data) { if (data !== undefined) this.write(data) },
})
const process = Object.assign(new Events(), {
  argv: [], argv0: 'node', execArgv: [], execPath: '/usr/local/bin/node', env: {}, pid: 1, ppid: 0, platform: 'linux', arch: 'x64', title: 'node', exitCode: undefined,
  version: 'v22.0.0', versions: { node: '22.0.0' }, release: { name: 'node' },
  cwd: () => cwd,
  chdir(p) { if (nodes.get(full(p)) !== true) fail('ENOENT', 'chdir', p); cwd = full(p) },
  exit(code = process.exitCode ?? 0) {
    if (!process.leaving) { process.leaving = true; process.exitCode = code; process.emit('exit', code) }
    host.exit(Number(process.exitCode ?? 0))
    for (;;);
  },
  abort: () => process.exit(134),
  nextTick: (job, ...values) => void Promise.resolve().then(() => job(...values)).catch(uncaught),
  uptime: () => host.uptime() / 1000,
  hrtime: Object.assign((before = [0, 0]) => { const ms = host.uptime(); return [Math.floor(ms / 1000) - before[0], Math.round((ms % 1000) * 1e6) - before[1]] }, { bigint: () => BigInt(Math.round(host.uptime() * 1e6)) }),
  memoryUsage: () => ({ rss: 5e7, heapTotal: 2e7, heapUsed: 1e7, external: 0, arrayBuffers: 0 }),
  emitWarning: (text) => console.error('(node:1) Warning: ' + text),
  stdout: stream(1), stderr: stream(2),
  stdin: Object.assign(new Events(), { fd: 0, isTTY: false, setEncoding() { return this }, resume() { return this }, async *[Symbol.asyncIterator]() {} }),
})
const endOfInput = process.stdin.on
process.stdin.on = function (name, hear) { if (name === 'end' || name === 'close') timers.setImmediate(hear); return endOfInput.call(this, name, hear) }

let indent = ''
const counts = new Map(), stopwatches = new Map()
const say = (number) => (...values) => host.write(number, indent + format(...values).replace(/\n/g, '\n' + indent) + '\n')
const console = {
  log: say(1), info: say(1), debug: say(1), error: say(2), warn: say(2),
  dir: (value, options) => host.write(1, inspect(value, options) + '\n'),
  table: (value) => console.log(value),
  trace: (...values) => console.error('Trace: ' + format(...values)),
  assert: (holds, ...values) => { if (!holds) console.error('Assertion failed' + (values.length > 0 ? ': ' + format(...values) : '')) },
  group(...values) { if (values.length > 0) console.log(...values); indent += '  ' },
  groupEnd() { indent = indent.slice(2) },
  count(name = 'default') { counts.set(name, (counts.get(name) ?? 0) + 1); console.log(name + ': ' + counts.get(name)) },
  time(name = 'default') { stopwatches.set(name, host.uptime()) },
  timeLog(name = 'default') { console.log(name + ': ' + (host.uptime() - (stopwatches.get(name) ?? 0)) + 'ms') },
  timeEnd(name = 'default') { console.timeLog(name); stopwatches.delete(name) },
}
console.groupCollapsed = console.group

/** What is to be done later, and at which time of the run. */
let agenda = []
let counter = 0
class Timer {
  constructor(job, wait, again) { Object.assign(this, { job, again, wait: Math.max(1, Number(wait) || 0), order: counter++ }); this.due = host.uptime() + this.wait; agenda.push(this) }
  ref() { return this }
  unref() { this.isIdle = true; return this }
  hasRef() { return !this.isIdle }
  refresh() { this.due = host.uptime() + this.wait; return this }
  close() { timers.clearTimeout(this) }
  [Symbol.toPrimitive]() { return this.order }
}
const timers = {
  setTimeout: (job, wait, ...values) => new Timer(() => job(...values), wait),
  setInterval: (job, wait, ...values) => new Timer(() => job(...values), wait, true),
  setImmediate: (job, ...values) => new Timer(() => job(...values), 0),
  clearTimeout(timer) { agenda = agenda.filter((one) => one !== timer && one.order !== timer) },
}
timers.clearInterval = timers.clearImmediate = timers.clearTimeout
const wait = (ms, value) => new Promise((done) => timers.setTimeout(done, ms, value))

/** Does what is due next; false when nothing is left to do. */
function goOn() {
  if (!agenda.some((timer) => !timer.isIdle)) return false
  const next = agenda.reduce((first, one) => (one.due < first.due || (one.due === first.due && one.order < first.order) ? one : first))
  host.advance(Math.max(0, next.due - host.uptime()))
  if (next.again) next.due = host.uptime() + next.wait
  else timers.clearTimeout(next)
  try { next.job() } catch (error) { uncaught(error) }
  return true
}

/** An error that nobody caught ends the script, unless it listens for those. */
function uncaught(error) {
  if (process.emit('uncaughtException', error)) return
  host.fail(error instanceof Error ? String(error.name) : '', error instanceof Error ? String(error.message) : inspect(error), error instanceof Error ? stackOf(error) : '', String(error?.missing ?? ''))
  for (;;);
}
const watch = (value) => {
  if (value instanceof Promise) value.then(undefined, (error) => { if (!process.emit('unhandledRejection', error, value)) uncaught(error) })
  return value
}

class AssertionError extends Error {
  constructor(message) { super(message); this.name = 'AssertionError'; this.code = 'ERR_ASSERTION' }
}
const same = (a, b) => Object.is(a, b) || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && inspect(a, { depth: 50 }) === inspect(b, { depth: 50 }))
const assert = Object.assign((holds, message) => { if (!holds) throw message instanceof Error ? message : new AssertionError(message ?? 'The expression evaluated to a falsy value') }, {
  AssertionError,
  equal: (a, b, message) => assert(a == b, message ?? inspect(a) + ' == ' + inspect(b)),
  strictEqual: (a, b, message) => assert(Object.is(a, b), message ?? 'Expected values to be strictly equal:\n\n' + inspect(a) + ' !== ' + inspect(b)),
  notStrictEqual: (a, b, message) => assert(!Object.is(a, b), message ?? 'Expected values to be different'),
  deepStrictEqual: (a, b, message) => assert(same(a, b), message ?? 'Expected values to be strictly deep-equal:\n\n' + inspect(a) + '\n\n' + inspect(b)),
  deepEqual: (a, b, message) => assert(same(a, b), message ?? 'Expected values to be loosely deep-equal'),
  throws(job, message) { let threw = false; try { job() } catch { threw = true } assert(threw, typeof message === 'string' ? message : 'Missing expected exception.') },
  fail: (message) => assert(false, message ?? 'Failed'),
})
assert.ok = assert
assert.strict = assert

const randomBytes = (size) => Buffer.from(Array.from({ length: size }, () => Math.floor(Math.random() * 256)))
function randomUUID() {
  const digits = randomBytes(16)
  digits[6] = (digits[6] & 15) | 64
  digits[8] = (digits[8] & 63) | 128
  return digits.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
const promisify = (job) => (...values) => new Promise((done, fail) => job(...values, (error, value) => (error ? fail(error) : done(value))))

const modules = {
  assert, 'assert/strict': assert,
  buffer: { Buffer },
  console,
  crypto: { randomBytes, randomUUID, randomInt: (from, to) => (to === undefined ? Math.floor(Math.random() * from) : from + Math.floor(Math.random() * (to - from))) },
  events: Events,
  fs, 'fs/promises': fs.promises,
  os: { EOL: '\n', tmpdir: () => '/tmp', homedir: () => '/root', hostname: () => 'dry-run', platform: () => 'linux', type: () => 'Linux', arch: () => 'x64', cpus: () => [{ model: 'dry run', speed: 0 }], totalmem: () => 2 ** 30, freemem: () => 2 ** 29, availableParallelism: () => 1 },
  path, 'path/posix': path,
  perf_hooks: { performance: { now: () => host.uptime() } },
  process,
  timers, 'timers/promises': { setTimeout: wait, setImmediate: (value) => wait(0, value), scheduler: { wait } },
  util: { inspect, format, promisify, isDeepStrictEqual: same, types: { isPromise: (value) => value instanceof Promise, isDate: (value) => value instanceof Date }, TextEncoder, TextDecoder, inherits: (a, b) => Object.setPrototypeOf(a.prototype, b.prototype) },
}
const notThere = (name) => Object.assign(new Error("Cannot find module '" + name + "'"), { code: 'MODULE_NOT_FOUND', missing: name })

/** Files that were required, by path. */
const required = new Map()
function requireFrom(folder) {
  const require = (name) => {
    const builtIn = modules[name.replace(/^node:/, '')]
    if (builtIn !== undefined) return builtIn
    if (!/^\.{0,2}\//.test(name)) throw notThere(name)
    const found = ['', '.js', '.cjs', '.json', '/index.js'].map((ending) => path.resolve(folder, name) + ending).find((p) => nodes.get(p) instanceof Uint8Array)
    if (found === undefined) throw notThere(name)
    if (required.has(found)) return required.get(found).exports
    const text = fs.readFileSync(found, 'utf8')
    const module = { exports: {}, filename: found, id: found }
    required.set(found, module)
    if (found.endsWith('.json')) module.exports = JSON.parse(text)
    else new Function('exports', 'require', 'module', '__filename', '__dirname', text).call(module.exports, module.exports, requireFrom(path.dirname(found)), module, found, path.dirname(found))
    return module.exports
  }
  require.resolve = (name) => name
  require.cache = {}
  return require
}

const performance = modules.perf_hooks.performance
const crypto = { ...modules.crypto, getRandomValues(target) { for (let i = 0; i < target.length; i++) target[i] = Math.floor(Math.random() * 2 ** 32); return target } }
function structuredClone(value) {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(structuredClone)
  if (value instanceof Date) return new Date(value)
  if (value instanceof Map) return new Map([...value].map(([k, v]) => [structuredClone(k), structuredClone(v)]))
  if (value instanceof Set) return new Set([...value].map(structuredClone))
  if (ArrayBuffer.isView(value)) return value.slice()
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, structuredClone(v)]))
}

// The local time is UTC.
for (const name of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']) {
  Date.prototype['get' + name] = Date.prototype['getUTC' + name]
  if (name !== 'Day') Date.prototype['set' + name] = Date.prototype['setUTC' + name]
}
Date.prototype.getTimezoneOffset = () => 0
Date.prototype.toString = function () { return Number.isNaN(this.getTime()) ? 'Invalid Date' : this.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (.*) GMT$/, '$1 $3 $2 $4 $5 GMT+0000 (Coordinated Universal Time)') }
Date.prototype.toDateString = function () { return this.toString().slice(0, 15) }
Date.prototype.toTimeString = function () { return this.toString().slice(16) }
const zoned = (text) => (/T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? text + 'Z' : text)
globalThis.Date = new Proxy(Date, {
  construct: (Its, values, target) => Reflect.construct(Its, values.length > 1 ? [Date.UTC(...values)] : values.map((one) => (typeof one === 'string' ? zoned(one) : one)), target),
  apply: () => new Date().toString(),
  get: (Its, name) => (name === 'parse' ? (text) => Its.parse(zoned(text)) : Its[name]),
})
Date.prototype.constructor = globalThis.Date
Math.random = host.random

Object.assign(globalThis, { Buffer, TextEncoder, TextDecoder, console, crypto, performance, process, structuredClone, ...timers, global: globalThis, queueMicrotask: (job) => process.nextTick(job) })
Object.defineProperty(globalThis, '__watch', { value: watch })
Object.defineProperty(globalThis, '__moduleOf', { value: (name) => modules[name.replace(/^node:/, '')] })

/** For the outside: files in and out, modules as they are imported, the beginning and the end. */
return {
  put(p, buffer) { makeFolders(path.dirname(p)); touch(p, new Uint8Array(buffer)) },
  prepare(text) {
    const { args, env, workingDir, script } = JSON.parse(text)
    for (const folder of ['/etc', '/home', '/mnt', '/opt', '/root', '/run', '/srv', '/tmp', '/usr/local/bin', '/var/log', '/var/run', '/var/tmp', workingDir]) makeFolders(folder)
    Object.assign(process.env, env)
    process.argv.push(process.execPath, script, ...args)
    cwd = workingDir
    const begin = (body) => {
      const module = { exports: {}, id: '.', filename: script }
      const folder = path.dirname(script)
      const require = requireFrom(folder)
      require.main = module
      try { body.call(module.exports, module.exports, require, module, script, folder) } catch (error) { uncaught(error) }
    }
    Object.defineProperty(globalThis, '__begin', { value: begin })
  },
  missing: notThere,
  watch,
  goOn,
  end() { process.emit('beforeExit', process.exitCode ?? 0); return goOn() },
  leave: () => process.exit(),
  uncaught,
  namesOf(name) {
    const module = modules[name.replace(/^node:/, '')]
    return module === undefined ? '' : JSON.stringify(Object.keys(module).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== 'default'))
  },

  found(text) {
    const chosen = new Map()
    for (const p of JSON.parse(text).map(full)) for (const name of [p, ...below(p)]) if (nodes.get(name) instanceof Uint8Array) chosen.set(name, nodes.get(name))
    return JSON.stringify([...chosen.keys()])
  },
  take: (p) => nodes.get(p).slice().buffer,
}
`
