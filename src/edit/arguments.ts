import type { Path } from '../base/index.ts'
import type { JsonValue } from '../yaml/index.ts'
import type { GraphKey } from './graph-nodes.ts'
import type { Destination, StepAddress, StepKey, TemplateKey } from './places.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a command's arguments out of JSON of unknown origin. What is wrong is kept, and reading goes on with an empty value, so
 * that a command's reader is a plain expression; `problem` says in the end what was wrong first, arguments nobody asked for included.
 */
export class ArgumentReader {
  private readonly fields: Fields
  private readonly asked = new Set<string>()
  private wrong: string | undefined

  constructor(given: unknown) {
    const isMap = isFields(given)
    this.fields = isMap ? given : {}
    if (!isMap) this.report('The arguments must be a map of names to values.')
  }

  /** What is wrong with the arguments; nothing when they are good. */
  get problem(): string | undefined {
    if (this.wrong !== undefined) return this.wrong
    const unknown = Object.keys(this.fields).find((key) => !this.asked.has(key))
    if (unknown === undefined) return undefined
    return `There is no argument ${unknown}; there are ${[...this.asked].join(', ')}.`
  }

  /** Says that something is wrong, unless something was before. */
  report(message: string): void {
    this.wrong ??= message
  }

  has(key: string): boolean {
    return this.ask(key) !== undefined
  }

  isNull(key: string): boolean {
    return this.ask(key) === null
  }

  isList(key: string): boolean {
    return Array.isArray(this.ask(key))
  }

  isText(key: string): boolean {
    return typeof this.ask(key) === 'string'
  }

  text(key: string): string {
    return this.optionalText(key) ?? this.missing(key, '')
  }

  optionalText(key: string): string | undefined {
    const value = this.ask(key)
    return value === undefined || typeof value === 'string' ? value : this.bad(key, 'a text', '')
  }

  /** A text, or null. */
  textOrNull(key: string): string | null {
    const value = this.ask(key)
    if (value === undefined) return this.missing(key, null)
    return value === null || typeof value === 'string' ? value : this.bad(key, 'a text or null', '')
  }

  /** A text; numbers and booleans are taken for their text, as Argo takes them. Or null. */
  valueOrNull(key: string): string | null {
    const value = this.ask(key)
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    return this.textOrNull(key)
  }

  optionalFlag(key: string): boolean | undefined {
    const value = this.ask(key)
    return value === undefined || typeof value === 'boolean'
      ? value
      : this.bad(key, 'true or false', false)
  }

  /** A whole number from 0. */
  whole(key: string): number {
    return this.optionalWhole(key) ?? this.missing(key, 0)
  }

  optionalWhole(key: string): number | undefined {
    const value = this.ask(key)
    return value === undefined || isWhole(value) ? value : this.bad(key, WHOLE, 0)
  }

  oneOf<T extends string>(key: string, words: readonly T[]): T | undefined {
    const value = this.ask(key)
    if (value === undefined) return undefined
    const found = words.find((word) => word === value)
    if (found === undefined) this.report(`The argument ${key} must be one of ${words.join(', ')}.`)
    return found
  }

  /** Any value that JSON can hold, null included. */
  json(key: string): JsonValue {
    const value = this.ask(key)
    if (value === undefined) return this.missing(key, null)
    return isJson(value) ? value : this.bad(key, 'a JSON value', null)
  }

  /** A map of JSON values. */
  optionalObject(key: string): Readonly<Record<string, JsonValue>> | undefined {
    const value = this.ask(key)
    if (value === undefined) return undefined
    return isFields(value) && isJsonFields(value) ? value : this.bad(key, 'a map', {})
  }

  /** The arguments inside an argument that is a map, read by the same rules. */
  optionalNested<T>(key: string, read: (reader: ArgumentReader) => T): T | undefined {
    const value = this.ask(key)
    return value === undefined ? undefined : this.readWith(key, value, read)
  }

  /** A list, each item read by a function. */
  list<T>(key: string, read: (value: unknown) => T | undefined, wanted: string): readonly T[] {
    const value = this.ask(key)
    if (value === undefined) return this.missing(key, [])
    if (!Array.isArray(value)) return this.bad(key, `a list of ${wanted}`, [])
    return value.flatMap((item: unknown): T[] => {
      const found = read(item)
      return found === undefined ? this.bad(key, `a list of ${wanted}`, []) : [found]
    })
  }

  /** Keys and indices from the document's root. */
  path(key = 'path'): Path {
    return this.list(key, pathPart, 'keys and indices')
  }

  /** `template`: a name, an index, or the path of an inline one. */
  template(key = 'template'): TemplateKey {
    const value = this.ask(key)
    if (value === undefined) return this.missing(key, '')
    return typeof value === 'string' || isWhole(value) || isPath(value)
      ? value
      : this.bad(key, 'the name of a template', '')
  }

  /** `template` and `step`, or `template`, `lane` and `index`, or `template` and `task`. */
  step(): StepAddress {
    const template = this.template()
    if (!this.has('step') && this.has('task')) return { template, task: this.whole('task') }
    if (!this.has('step') && (this.has('lane') || this.has('index')))
      return { template, lane: this.whole('lane'), index: this.whole('index') }
    return { template, step: this.text('step') }
  }

  /** `steps`: names, or places `{lane, index}` or `{task}`. */
  steps(): readonly StepKey[] {
    return this.list('steps', stepKey, 'names of steps')
  }

  /** A task or container: its name, or its index. */
  graphKey(key: string): GraphKey {
    const value = this.ask(key)
    if (value === undefined) return this.missing(key, '')
    return graphKey(value) ?? this.bad(key, 'a name', '')
  }

  graphKeys(key: string): readonly GraphKey[] {
    return this.list(key, graphKey, 'names')
  }

  optionalGraphKeys(key: string): readonly GraphKey[] | undefined {
    return this.has(key) ? this.graphKeys(key) : undefined
  }

  /** `to`, in its two forms. */
  destination(): Destination {
    return this.optionalDestination() ?? this.missing('to', { newLane: 0 })
  }

  optionalDestination(): Destination | undefined {
    return this.optionalNested('to', (to): Destination => {
      if (to.has('newLane')) return { newLane: to.whole('newLane') }
      return { lane: to.whole('lane'), index: to.optionalWhole('index') }
    })
  }

  private readWith<T>(key: string, value: unknown, read: (reader: ArgumentReader) => T): T {
    const inner = new ArgumentReader(value)
    const result = read(inner)
    if (inner.problem !== undefined) this.report(`In ${key}: ${inner.problem}`)
    return result
  }

  private ask(key: string): unknown {
    this.asked.add(key)
    return Object.hasOwn(this.fields, key) ? this.fields[key] : undefined
  }

  private missing<T>(key: string, instead: T): T {
    this.report(`The argument ${key} is missing.`)
    return instead
  }

  private bad<T>(key: string, wanted: string, instead: T): T {
    this.report(`The argument ${key} must be ${wanted}.`)
    return instead
  }
}

const WHOLE = 'a whole number from 0'

/** A key or an index of a path; nothing for what is neither. */
export function pathPart(value: unknown): string | number | undefined {
  return typeof value === 'string' || isWhole(value) ? value : undefined
}

function stepKey(value: unknown): StepKey | undefined {
  if (typeof value === 'string') return value
  if (!isFields(value)) return undefined
  const { lane, index, task } = value
  if (isWhole(task)) return { task }
  return isWhole(lane) && isWhole(index) ? { lane, index } : undefined
}

function graphKey(value: unknown): GraphKey | undefined {
  return typeof value === 'string' || isWhole(value) ? value : undefined
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || isWhole(part))
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function isJsonFields(value: Fields): value is Readonly<Record<string, JsonValue>> {
  return Object.values(value).every(isJson)
}

/** Whether a value is what JSON can hold. */
export function isJson(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  return Array.isArray(value) ? value.every(isJson) : isFields(value) && isJsonFields(value)
}
