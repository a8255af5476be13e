/** JavaScript that is run before a script: `path` and the small file system with `fs`, as far as scripts of steps use them. */
export const guestFiles: string = String.raw`
const path = {
  sep: '/',
  delimiter: ':',
  isAbsolute: (p) => p.startsWith('/'),
  normalize(p) {
    const parts = []
    for (const part of p.split('/')) {
      if (part === '' || part === '.') continue
      if (part === '..' && (p.startsWith('/') || (parts.length > 0 && parts.at(-1) !== '..'))) parts.pop()
      else parts.push(part)
    }
    return (p.startsWith('/') ? '/' : '') + parts.join('/') + (p.endsWith('/') && parts.length > 0 ? '/' : '') || '.'
  },
  join: (...all) => path.normalize(all.filter((p) => p !== '').join('/') || '.'),
  resolve(...all) {
    let found = ''
    for (const p of [cwd, ...all]) found = p.startsWith('/') ? p : found + '/' + p
    return path.normalize(found).replace(/(?<=.)\/$/, '')
  },
  dirname: (p) => p.replace(/\/+$/, '').replace(/\/?[^/]*$/, '') || (p.startsWith('/') ? '/' : '.'),
  basename(p, ending = '') {
    const name = p.replace(/\/+$/, '').split('/').at(-1)
    return ending !== '' && name !== ending && name.endsWith(ending) ? name.slice(0, -ending.length) : name
  },
  extname: (p) => /(?<=[^/])\.[^./]*$/.exec(p)?.[0] ?? '',
  relative(from, to) {
    const [a, b] = [from, to].map((p) => path.resolve(p).split('/').filter(Boolean))
    let same = 0
    while (same < a.length && a[same] === b[same]) same++
    return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/')
  },
  parse(p) {
    const base = path.basename(p), ext = path.extname(base), dir = path.dirname(p)
    return { root: p.startsWith('/') ? '/' : '', dir: p.includes('/') ? dir : '', base, ext, name: path.basename(base, ext) }
  },
  format: ({ dir, root = '', base, name = '', ext = '' }) => (dir ? dir + (dir === '/' ? '' : '/') : root) + (base ?? name + ext),
}
path.posix = path

/** Nodes by path: bytes of a file, or true for a folder. */
const nodes = new Map([['/', true]])
const times = new Map()
let cwd = '/'

const numbers = { ENOENT: [2, 'no such file or directory'], EEXIST: [17, 'file already exists'], ENOTDIR: [20, 'not a directory'], EISDIR: [21, 'illegal operation on a directory'], ENOTEMPTY: [39, 'directory not empty'] }
function fail(code, call, p) {
  const [number, words] = numbers[code]
  throw Object.assign(new Error(code + ': ' + words + ', ' + call + (p === undefined ? '' : " '" + p + "'")), { errno: -number, code, syscall: call, path: p })
}
const full = (p) => path.resolve(p instanceof Uint8Array ? decode(p) : typeof p === 'object' && p !== null && 'pathname' in p ? p.pathname : String(p))
const below = (p) => [...nodes.keys()].filter((name) => name.startsWith(p === '/' ? '/' : p + '/') && name !== p)
const touch = (p, node) => { nodes.set(p, node); times.set(p, Date.now()) }
function needFolder(p, call, given) {
  const node = nodes.get(path.dirname(p))
  if (node === undefined) fail('ENOENT', call, given)
  if (node !== true) fail('ENOTDIR', call, given)
}
function makeFolders(p) {
  if (nodes.get(p) === true) return undefined
  if (nodes.has(p)) fail('EEXIST', 'mkdir', p)
  const first = makeFolders(path.dirname(p))
  touch(p, true)
  return first ?? p
}
const encodingOf = (options) => (typeof options === 'string' ? options : options?.encoding)
const bytesOf = (data, options) => typeof data === 'string' ? fromText(data, encodingOf(options) ?? 'utf8') : ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() : encode(String(data))
/** Numbers of open files, and where each is. */
const open = new Map()

class Stats {
  constructor(p) {
    const node = nodes.get(p)
    const at = times.get(p) ?? 0
    Object.assign(this, { size: node === true ? 4096 : node.length, mode: node === true ? 0o40755 : 0o100644, mtimeMs: at, atimeMs: at, ctimeMs: at, mtime: new Date(at), atime: new Date(at), ctime: new Date(at) })
    Object.defineProperty(this, 'isIt', { value: node === true })
  }
  isDirectory() { return this.isIt }
  isFile() { return !this.isIt }
  isSymbolicLink() { return false }
}

const fs = {
  constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 },
  existsSync: (p) => nodes.has(full(p)),
  accessSync(p) { if (!nodes.has(full(p))) fail('ENOENT', 'access', p) },
  readFileSync(p, options) {
    if (p === 0 || p === '/dev/stdin') return encodingOf(options) ? '' : Buffer.alloc(0)
    const node = nodes.get(typeof p === 'number' ? open.get(p)?.path : full(p))
    if (node === undefined) fail('ENOENT', 'open', p)
    if (node === true) fail('EISDIR', 'read')
    const encoding = encodingOf(options)
    const copy = Buffer.wrap(node.slice())
    return encoding && encoding !== 'buffer' ? copy.toString(encoding) : copy
  },
  writeFileSync(p, data, options) {
    if (options?.flag?.startsWith('a')) return fs.appendFileSync(p, data, options)
    if (p === 1 || p === 2) return void host.write(p, typeof data === 'string' ? data : decode(bytesOf(data)))
    if (p === '/dev/stdout' || p === '/dev/stderr') return fs.writeFileSync(p.endsWith('t') ? 1 : 2, data)
    const at = typeof p === 'number' ? open.get(p).path : full(p)
    needFolder(at, 'open', p)
    if (nodes.get(at) === true) fail('EISDIR', 'open', p)
    touch(at, bytesOf(data, options))
  },
  appendFileSync(p, data, options) {
    if (p === 1 || p === 2 || p === '/dev/stdout' || p === '/dev/stderr') return fs.writeFileSync(p, data)
    const at = typeof p === 'number' ? open.get(p).path : full(p)
    const old = nodes.get(at)
    if (old === true) fail('EISDIR', 'open', p)
    fs.writeFileSync(at, Buffer.concat([old ?? new Uint8Array(), bytesOf(data, options)]))
  },
  mkdirSync(p, options) {
    const at = full(p)
    if (typeof options === 'object' && options?.recursive) return makeFolders(at)
    if (nodes.has(at)) fail('EEXIST', 'mkdir', p)
    needFolder(at, 'mkdir', p)
    touch(at, true)
  },
  mkdtempSync(start) {
    const at = full(start) + Array.from({ length: 6 }, () => alphabet[Math.floor(Math.random() * 52)]).join('')
    fs.mkdirSync(at)
    return at
  },
  readdirSync(p, options) {
    const at = full(p)
    const node = nodes.get(at)
    if (node === undefined) fail('ENOENT', 'scandir', p)
    if (node !== true) fail('ENOTDIR', 'scandir', p)
    const start = at === '/' ? 1 : at.length + 1
    const names = below(at).map((name) => name.slice(start)).filter((name) => options?.recursive || !name.includes('/')).sort()
    if (!options?.withFileTypes) return names
    return names.map((name) => {
      const isFolder = nodes.get(path.join(at, name)) === true
      return { name: path.basename(name), parentPath: path.dirname(path.join(at, name)), path: path.dirname(path.join(at, name)), isDirectory: () => isFolder, isFile: () => !isFolder, isSymbolicLink: () => false }
    })
  },
  statSync(p, options) {
    const at = full(p)
    if (nodes.has(at)) return new Stats(at)
    if (options?.throwIfNoEntry !== false) fail('ENOENT', 'stat', p)
  },
  lstatSync: (p, options) => fs.statSync(p, options),
  realpathSync: (p) => (nodes.has(full(p)) ? full(p) : fail('ENOENT', 'realpath', p)),
  unlinkSync(p) {
    const at = full(p)
    if (!nodes.has(at)) fail('ENOENT', 'unlink', p)
    if (nodes.get(at) === true) fail('EISDIR', 'unlink', p)
    nodes.delete(at)
  },
  rmdirSync(p) {
    const at = full(p)
    if (!nodes.has(at)) fail('ENOENT', 'rmdir', p)
    if (nodes.get(at) !== true) fail('ENOTDIR', 'rmdir', p)
    if (below(at).length > 0) fail('ENOTEMPTY', 'rmdir', p)
    nodes.delete(at)
  },
  rmSync(p, options) {
    const at = full(p)
    if (!nodes.has(at)) return options?.force ? undefined : fail('ENOENT', 'rm', p)
    if (nodes.get(at) === true && !options?.recursive) fail('EISDIR', 'rm', p)
    for (const name of [...below(at), at]) nodes.delete(name)
  },
  renameSync(from, to) {
    const [a, b] = [full(from), full(to)]
    if (!nodes.has(a)) fail('ENOENT', 'rename', from)
    needFolder(b, 'rename', to)
    for (const name of [a, ...below(a)]) {
      touch(b + name.slice(a.length), nodes.get(name))
      nodes.delete(name)
    }
  },
  copyFileSync: (from, to) => fs.writeFileSync(to, fs.readFileSync(from)),
  cpSync(from, to, options) {
    const [a, b] = [full(from), full(to)]
    if (!nodes.has(a)) fail('ENOENT', 'cp', from)
    if (nodes.get(a) === true && !options?.recursive) fail('EISDIR', 'cp', from)
    makeFolders(path.dirname(b))
    for (const name of [a, ...below(a)]) touch(b + name.slice(a.length), nodes.get(name) === true ? true : nodes.get(name).slice())
  },
  openSync(p, flags = 'r') {
    const at = full(p)
    if (flags.startsWith('r') && !nodes.has(at)) fail('ENOENT', 'open', p)
    if (flags.startsWith('w') || !nodes.has(at)) fs.writeFileSync(at, '')
    const number = 3 + open.size
    open.set(number, { path: at })
    return number
  },
  writeSync(number, data) {
    if (number <= 2) fs.writeFileSync(number, data)
    else fs.appendFileSync(open.get(number).path, data)
    return bytesOf(data).length
  },
  closeSync(number) { open.delete(number) },
  fsyncSync() {},
  chmodSync() {},
  utimesSync() {},
  truncateSync(p, size = 0) { fs.writeFileSync(p, fs.readFileSync(p).subarray(0, size)) },
}
fs.promises = {}
for (const name of Object.keys(fs).filter((name) => name.endsWith('Sync') && name !== 'existsSync')) {
  const plainName = name.slice(0, -4)
  fs.promises[plainName] = async (...values) => fs[name](...values)
  fs[plainName] = (...values) => {
    const tell = values.pop()
    fs.promises[plainName](...values).then((value) => tell(null, value), (error) => tell(error))
  }
}
fs.promises.constants = fs.constants
`
