/**
 * JavaScript that is run before a script, in its engine: text, bytes and how values are printed. The engine has none of what Node adds to the language. `host` is
 * the door to the outside.
 */
export const guestValues: string = String.raw`
const encode = (text) => new Uint8Array(host.encode(String(text)))
const decode = (bytes) => host.decode(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function toBase64(bytes) {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let j = 0; j < 4; j++) text += i + j > bytes.length ? '=' : alphabet[(group >> (18 - 6 * j)) & 63]
  }
  return text
}

function fromBase64(text) {
  const digits = [...text.replace(/-/g, '+').replace(/_/g, '/')].map((c) => alphabet.indexOf(c)).filter((n) => n >= 0)
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  for (let i = 0; i < bytes.length; i++) {
    const at = Math.floor((i * 4) / 3)
    const pair = (digits[at] << 6) | (digits[at + 1] ?? 0)
    bytes[i] = pair >> (4 - 2 * (i % 3))
  }
  return bytes
}

class Buffer extends Uint8Array {
  static from(value, encoding) {
    if (typeof value === 'string') return Buffer.wrap(fromText(value, encoding))
    if (value instanceof ArrayBuffer) return new Buffer(value)
    return Buffer.wrap(Uint8Array.from(value))
  }
  static wrap(bytes) { return new Buffer(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  static alloc(size, fill = 0) { return new Buffer(size).fill(fill) }
  static allocUnsafe(size) { return new Buffer(size) }
  static isBuffer(value) { return value instanceof Buffer }
  static byteLength(value, encoding) { return typeof value === 'string' ? fromText(value, encoding).length : value.byteLength }
  static concat(list) {
    const all = new Buffer(list.reduce((sum, one) => sum + one.length, 0))
    let at = 0
    for (const one of list) { all.set(one, at); at += one.length }
    return all
  }
  toString(encoding = 'utf8', from = 0, to = this.length) {
    const bytes = this.subarray(from, to)
    if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    if (encoding === 'base64') return toBase64(bytes)
    if (encoding === 'base64url') return toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
    if (encoding === 'latin1' || encoding === 'binary' || encoding === 'ascii') return String.fromCharCode(...bytes)
    return decode(bytes)
  }
  equals(other) { return this.length === other.length && this.every((byte, i) => byte === other[i]) }
  toJSON() { return { type: 'Buffer', data: [...this] } }
}

function fromText(text, encoding = 'utf8') {
  if (encoding === 'hex') return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
  if (encoding === 'base64' || encoding === 'base64url') return fromBase64(text)
  if (encoding === 'latin1' || encoding === 'binary' || encoding === 'ascii') return Uint8Array.from(text, (c) => c.charCodeAt(0))
  return encode(text)
}

class TextEncoder { encode(text = '') { return encode(text) } }
class TextDecoder { decode(bytes = new Uint8Array()) { return decode(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes) } }

const quote = (text) => {
  const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('\u0060') ? '\u0060' : "'"
  const inner = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"')
  return mark + (mark === "'" ? inner.replace(/'/g, "\\'") : inner) + mark
}
const keyText = (key) => typeof key === 'symbol' ? '[' + String(key) + ']' : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)

/** As Node prints a value, for those that scripts print; long lists of numbers stand in one column. */
function inspect(value, { depth = 2 } = {}) {
  const seen = []
  const show = (value, level) => {
    if (value === null || value === undefined) return String(value)
    if (typeof value === 'string') return quote(value)
    if (typeof value === 'bigint') return value + 'n'
    if (Object.is(value, -0)) return '-0'
    if (typeof value === 'symbol') return String(value)
    if (typeof value === 'function') {
      const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'Function'
      return kind === 'class' ? '[class ' + (value.name || '(anonymous)') + ']' : '[Function' + (value.name ? ': ' + value.name : ' (anonymous)') + ']'
    }
    if (typeof value !== 'object') return String(value)
    if (seen.includes(value)) return '[Circular *1]'
    if (value instanceof Error) return stackOf(value)
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
    if (value instanceof RegExp) return String(value)
    if (value instanceof Promise) return 'Promise { <pending> }'
    const name = Object.getPrototypeOf(value) === null ? '[Object: null prototype]' : (value.constructor?.name ?? 'Object')
    const isList = Array.isArray(value)
    if (level > depth) return isList ? '[Array]' : '[' + name + ']'
    seen.push(value)
    const parts = []
    let head = isList || name === 'Object' ? '' : name + ' '
    let from = Reflect.ownKeys(value).filter((key) => Object.getOwnPropertyDescriptor(value, key).enumerable)
    if (value instanceof Buffer) { seen.pop(); return '<Buffer' + Array.from(value.subarray(0, 50), (b) => ' ' + b.toString(16).padStart(2, '0')).join('') + '>' }
    if (isList || ArrayBuffer.isView(value)) {
      if (!isList) head = name + '(' + value.length + ') '
      for (let i = 0; i < Math.min(value.length, 100); i++) parts.push(i in value ? show(value[i], level + 1) : '<1 empty item>')
      if (value.length > 100) parts.push('... ' + (value.length - 100) + ' more item' + (value.length > 101 ? 's' : ''))
      from = from.filter((key) => typeof key === 'symbol' || !/^\d+$/.test(key))
    }
    if (value instanceof Map) { head = 'Map(' + value.size + ') '; for (const [k, v] of value) parts.push(show(k, level + 1) + ' => ' + show(v, level + 1)) }
    if (value instanceof Set) { head = 'Set(' + value.size + ') '; for (const v of value) parts.push(show(v, level + 1)) }
    for (const key of from) {
      const { get, set, value: held } = Object.getOwnPropertyDescriptor(value, key)
      parts.push(keyText(key) + ': ' + (get || set ? (get && set ? '[Getter/Setter]' : get ? '[Getter]' : '[Setter]') : show(held, level + 1)))
    }
    seen.pop()
    const [open, close] = isList || (ArrayBuffer.isView(value)) ? ['[', ']'] : ['{', '}']
    if (parts.length === 0) return head + open + close
    const line = head + open + ' ' + parts.join(', ') + ' ' + close
    if (line.length <= 72 && !line.includes('\n')) return line
    return head + open + '\n' + parts.map((part) => '  ' + part.replace(/\n/g, '\n  ')).join(',\n') + '\n' + close
  }
  return show(value, 0)
}

function stackOf(error) {
  const lines = String(error.stack ?? '').trimEnd().split('\n').filter((line) => line !== '' && !line.includes('(native)') && !line.includes('node:'))
  const title = String(error.name) + (error.message ? ': ' + error.message : '')
  return [title, ...lines].join('\n') + (error.cause === undefined ? '' : ' {\n  [cause]: ' + inspect(error.cause).replace(/\n/g, '\n  ') + '\n}')
}

function format(...values) {
  if (typeof values[0] === 'string' && values.length > 1) {
    const [pattern, ...rest] = values
    const text = pattern.replace(/%[sdifjoOc%]/g, (mark) => {
      if (mark === '%%') return '%'
      if (rest.length === 0) return mark
      const value = rest.shift()
      if (mark === '%s') return typeof value === 'object' && value !== null ? inspect(value, { depth: 0 }) : String(value)
      if (mark === '%d') return String(Number(value))
      if (mark === '%i') return String(parseInt(value))
      if (mark === '%f') return String(parseFloat(value))
      if (mark === '%j') return JSON.stringify(value)
      return mark === '%c' ? '' : inspect(value)
    })
    return [text, ...rest.map(plain)].join(' ')
  }
  return values.map(plain).join(' ')
}
const plain = (value) => (typeof value === 'string' ? value : inspect(value))
`
