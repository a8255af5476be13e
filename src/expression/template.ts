import type { TextRange } from '../base/index.ts'
import { environmentOf, evaluateIn, type ExprFailure } from './expr/evaluate.ts'
import { lexExpr } from './expr/lexer.ts'
import { pathsIn } from './expr/names.ts'
import { parseExpr } from './expr/parser.ts'
import { toJson } from './go/json.ts'
import { GoMap, GoPanic, type GoValue } from './go/values.ts'
import { findTags, type Tag } from './tags.ts'

/** Texts by their dotted names. nil stands for the output of a step that did not run: it is known, and has no value. */
export interface TemplateVariables extends Iterable<readonly [string, string | null]> {
  get(name: string): string | null | undefined
}

/** What tags are replaced by. */
export interface TemplateScope {
  readonly variables: TemplateVariables
  /** Which names must be there: all, or those that begin with one of these words, such as `steps`. */
  readonly strict: 'all' | readonly string[]
  /** Milliseconds since 1970 for `now()`. */
  readonly now?: number
  readonly random?: () => number
}

/** A tag that has no value yet, or none at all. */
export interface UnresolvedTag {
  readonly range: TextRange
  /** The names that are not there. */
  readonly names: readonly string[]
  /** Argo stops at this tag and tries again later; any other it leaves as it is. */
  readonly strict: boolean
  /** Why an expression has no value. */
  readonly failure: ExprFailure | undefined
  /** The name is known to have no value, so Argo gives up, strict or not. */
  readonly isAbsent: boolean
}

export interface RenderedTemplate {
  /** With the tags that have no value as they were. */
  readonly text: string
  readonly unresolved: readonly UnresolvedTag[]
}

/** Names that Argo waits for, so that an expression is not taken for nothing before they are there. */
const awaited = [
  'item',
  'retries',
  'lastRetry.exitCode',
  'lastRetry.status',
  'lastRetry.duration',
  'lastRetry.message',
  'workflow.status',
  'workflow.failures',
]

/**
 * Replaces the tags of a text once, as Argo does when it enters a template: simple tags by their texts, `{{=…}}` by what
 * it gives, strings bare and all else as JSON. nil counts as no value. The text is a decoded value, not YAML source. A tag
 * that is not closed, which Argo refuses, is unresolved.
 */
export function renderTemplate(text: string, scope: TemplateScope): RenderedTemplate {
  const unresolved: UnresolvedTag[] = []
  let rendered = ''
  let last = 0
  for (const tag of findTags(text)) {
    const outcome = tag.closed ? resolve(tag, text, scope) : { ...unknown, names: [], strict: true }
    const isText = typeof outcome === 'string'
    const written = text.slice(tag.range.from, tag.range.to)
    rendered += text.slice(last, tag.range.from) + (isText ? outcome : written)
    last = tag.range.to
    if (!isText) unresolved.push({ range: tag.range, ...outcome })
  }
  return { text: rendered + text.slice(last), unresolved }
}

type Outcome = string | Omit<UnresolvedTag, 'range'>

const unknown = { failure: undefined, isAbsent: false } as const

function resolve(tag: Tag, text: string, scope: TemplateScope): Outcome {
  return tag.kind === 'simple' ? resolveName(tag, text, scope) : resolveExpression(tag, scope)
}

function resolveName(
  { body, range }: Tag,
  text: string,
  { variables, strict }: TemplateScope,
): Outcome {
  const value = variables.get(body)
  if (value === null) return absent(body)
  if (value !== undefined) return value
  // Of a tag in a tag, the inner one is replaced; the outer one is a tag of the next text.
  const written = text.slice(range.from + 2, range.to - 2)
  const inner = written.lastIndexOf('{{')
  const nested = inner > 0 ? variables.get(written.slice(inner + 2)) : undefined
  if (nested === null) return absent(written.slice(inner + 2))
  if (nested !== undefined) return `{{${written.slice(0, inner)}${nested}`
  const isArtifact = body.includes('.outputs.artifacts.')
  const mustBe = isStrict(body, strict) && (strict === 'all' || !isArtifact)
  return { ...unknown, names: [body], strict: mustBe }
}

function absent(name: string): Outcome {
  return { names: [name], strict: true, failure: undefined, isAbsent: true }
}

function isStrict(name: string, strict: TemplateScope['strict']): boolean {
  return strict === 'all' || strict.some((word) => name === word || name.startsWith(`${word}.`))
}

function resolveExpression({ body }: Tag, scope: TemplateScope): Outcome {
  const { variables, strict, now, random } = scope
  const exprScope = {
    variables: new Map(variables),
    ...(now === undefined ? {} : { now }),
    ...(random && { random }),
  }
  const environment = environmentOf(exprScope)
  const parsed = parseExpr(body)
  const { tree } = parsed
  const missing = tree
    ? [...new Set(pathsIn(tree).map(({ path }) => path))].filter((path) => !has(environment, path))
    : []
  const waits = missing.filter((name) => isStrict(name, strict))
  if (waits.length > 0) return { ...unknown, names: waits, strict: true }
  // Without strict names any failure is left for later, but for what cannot be read.
  const isLenient = tree !== undefined && (missing.length > 0 || strict.length === 0)
  const late = awaited.find((name) => mentions(body, name) && !has(environment, name))
  if (isLenient && late !== undefined) return { ...unknown, names: [late], strict: false }
  const result = evaluateIn(environment, parsed, exprScope)
  if (!result.ok) return { ...unknown, names: missing, strict: !isLenient, failure: result.error }
  const shown = result.value === null ? undefined : textOf(result.value)
  return shown ?? { ...unknown, names: missing, strict: !isLenient }
}

function textOf(value: GoValue): string | undefined {
  if (typeof value === 'string') return value
  try {
    return toJson(value)
  } catch (thrown) {
    if (thrown instanceof GoPanic) return undefined
    throw thrown
  }
}

/** Whether a name leads to something. Of a name that is cut at a dot, the longest first part that is there counts. */
function has(environment: ReadonlyMap<string, GoValue>, path: string): boolean {
  const [first = '', ...rest] = path.split('.')
  let at: GoValue | undefined = environment.get(first)
  for (const part of rest) at = at instanceof GoMap ? at.get(part) : undefined
  return at !== undefined
}

/** Whether the tokens of a name stand in an expression one behind the other. */
function mentions(body: string, name: string): boolean {
  if (!body.includes(name)) return false
  const values = (text: string): string[] =>
    lexExpr(text).tokens.flatMap(({ kind, value }) => (kind === 'end' ? [] : [`${kind} ${value}`]))
  const [all, sought] = [values(body), values(name)]
  return all.some((_, at) => sought.every((value, index) => all[at + index] === value))
}
