import type { ScopeSource, ScopeType, ScopeValue } from '../argo/index.ts'
import type { Path } from '../base/index.ts'
import { taskResults } from '../expression/index.ts'
import { functionChoices, isBare } from './function-choices.ts'
import { runsAfter } from './ancestors.ts'
import { describeIn, scopeIn } from './scope.ts'
import type { NamedSource } from './declared.ts'
import type { Description } from './describe.ts'
import { ownerAt, stepAt, type Flow } from './owner.ts'

/** A text in which something is being written. */
export interface WrittenText {
  /** Of the text in its document; it need not lead to anything yet. */
  readonly path: Path
  /** The text, or the line of it in which the cursor is. */
  readonly text: string
  readonly offset: number
  /** Whether all of the text is an expression, without braces around it. */
  readonly isExpression?: boolean
  /** A quote that must not stand in what is put in, since it would end the text. */
  readonly quote?: string | undefined
  /** Other files in which called templates may be. */
  readonly sources?: readonly NamedSource[]
}

/** Something that could be written at a cursor. */
export interface ReferenceChoice {
  /** As it is known: `steps.flip.outputs.result`, a task, a result. */
  readonly label: string
  /** What is put in, with braces where they are not there yet. */
  readonly insert: string
  readonly type: ScopeType | 'task' | 'result' | 'function'
  /** Nothing for what `depends` takes, and for functions. */
  readonly source: ScopeSource | undefined
  /** What it is and where it comes from. */
  readonly describe: () => Description
}

export interface ReferenceChoices {
  /** What is replaced, in the text. */
  readonly from: number
  readonly to: number
  /** The nearest first. */
  readonly items: readonly ReferenceChoice[]
  /** Whether there are more, which show when more of their name is written. */
  readonly isPartial: boolean
}

/** Outputs of so many steps are offered at once. */
const MOST_STEPS = 40

/**
 * What could be written where a tag, or an expression, is begun: the values in scope there. Nothing outside of tags, but for texts that are
 * expressions as a whole. What a tag lacks of its closing braces is put in with the reference.
 */
export function completeReference(flow: Flow, written: WrittenText): ReferenceChoices | undefined {
  const { text, offset, isExpression = false } = written
  const tag = openTag(text, offset)
  if (tag === undefined) return isExpression ? expressionChoices(flow, written, 0, '') : undefined
  if (text[tag] === '=') return expressionChoices(flow, written, tag + 1, closing(text, offset))
  const blanks = /^\s*/.exec(text.slice(tag))?.[0].length ?? 0
  const from = Math.min(tag + blanks, offset)
  const typed = text.slice(from, offset)
  if (/[^\w.\-/]/.test(typed)) return undefined
  const to = offset + (/^[\w.\-/]*/.exec(text.slice(offset))?.[0].length ?? 0)
  const half = /^\s*\}(?!\})/.exec(text.slice(to))?.[0].length ?? 0
  const isClosed = /^\s*\}\}/.test(text.slice(to))
  const end = isClosed ? '' : blanks > 0 ? ' }}' : '}}'
  const { values, isPartial } = valuesFor(flow, written, typed)
  return {
    from,
    to: to + half,
    items: values.map((value) => choiceOf(flow, written, value, value.reference + end)),
    isPartial,
  }
}

/** The values in scope as whole tags, for a text in which there is nothing yet. */
export function wholeReferences(flow: Flow, written: WrittenText): ReferenceChoices {
  const { offset } = written
  const { values, isPartial } = valuesFor(flow, written, '')
  const items = values.map((value) => choiceOf(flow, written, value, `{{${value.reference}}}`))
  return { from: offset, to: offset, items, isPartial }
}

/** Where the body of the tag begins that is open at an offset; behind the braces. */
function openTag(text: string, offset: number): number | undefined {
  const before = text.slice(0, offset)
  const open = before.lastIndexOf('{{')
  if (open < 0 || before.indexOf('}}', open) >= 0) return undefined
  // A simple tag is one word: what comes lines later is something else.
  if (text[open + 2] !== '=' && before.includes('\n', open)) return undefined
  return open + 2
}

function closing(text: string, offset: number): string {
  const rest = text.slice(offset)
  const next = rest.indexOf('{{')
  return (next < 0 ? rest : rest.slice(0, next)).includes('}}') ? '' : '}}'
}

const CHAIN = /[A-Za-z_$][\w$]*(?:\??\.\w*|\[(?:'[^']*'?|"[^"]*"?)?\]?)*$/

function expressionChoices(
  flow: Flow,
  written: WrittenText,
  start: number,
  end: string,
): ReferenceChoices | undefined {
  const { path, text, offset, quote, isExpression = false } = written
  const before = text.slice(start, offset)
  const from = offset - (CHAIN.exec(before)?.[0].length ?? 0)
  const head = text.slice(start, from)
  // Within a text of the expression there are no references.
  if (isInString(head) || /[\w$'")\]]$/.test(head)) return undefined
  const to =
    offset + (/^(?:[\w$]|\.(?=\w)|\[['"]|['"]\])*/.exec(text.slice(offset))?.[0].length ?? 0)
  const typed = text
    .slice(from, offset)
    .replace(/\[['"]?/g, '.')
    .replace(/['"]?\]/g, '')
  const { values, isPartial } = valuesFor(flow, written, typed)
  const mark = quote === "'" ? '"' : "'"
  const known = isExpression && isBare(path) ? [] : values
  const references = known.map((value) =>
    choiceOf(flow, written, value, expressionReference(value.parts, mark) + end),
  )
  const functions = functionChoices(path, typed, text.slice(to), end)
  // All of Sprig's are offered once something is typed.
  const areMore = isPartial || typed === ''
  return { from, to, items: [...references, ...functions], isPartial: areMore }
}

function isInString(text: string): boolean {
  return /["'`]/.test(text.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, ''))
}

/** A reference as expr-lang has it, by the names of which it is made: those that are no identifiers stand in brackets and in `mark`. */
export function expressionReference(
  [first = '', ...rest]: readonly string[],
  mark: '"' | "'" = "'",
): string {
  return rest.reduce(
    (made, part) =>
      /^[A-Za-z_$][\w$]*$/.test(part) ? `${made}.${part}` : `${made}[${mark}${part}${mark}]`,
    first,
  )
}

function valuesFor(
  flow: Flow,
  { path, isExpression = false, sources }: WrittenText,
  typed: string,
): { readonly values: readonly ScopeValue[]; readonly isPartial: boolean } {
  // Of what is typed, the longest part that can be in the name of a step says which are wanted.
  const words = typed
    .toLowerCase()
    .split('.')
    .filter((word) => word !== '' && !/^(steps?|tasks?|outputs?|result|parameters?)$/.test(word))
  const wants = (name: string): boolean =>
    words.length === 0 || words.some((word) => isSubsequence(word, name.toLowerCase()))
  const near = scopeIn(flow, path, { mostSteps: MOST_STEPS + 1, sources })
  const wanted =
    words.length === 0 ? near : scopeIn(flow, path, { mostSteps: MOST_STEPS, wants, sources })
  const all = [...new Map([...wanted, ...near].map((value) => [value.reference, value])).values()]
  const kinds = kindsAt(path)
  const values = all.filter(({ kind }) => kinds.includes(kind))
  const steps = new Set(near.flatMap(({ source }) => (source.kind === 'step' ? source.name : [])))
  if (!isExpression || !kinds.includes('artifact'))
    return { values, isPartial: steps.size > MOST_STEPS }
  // An expression that makes an artifact is about artifacts first.
  const sorted = values.toSorted(
    (a, b) => Number(b.kind === 'artifact') - Number(a.kind === 'artifact'),
  )
  return { values: sorted, isPartial: steps.size > MOST_STEPS }
}

/** Artifacts can be taken whole in two fields only; everywhere else it is texts that are put in. */
function kindsAt(path: Path): readonly ScopeValue['kind'][] {
  const key = path.at(-1)
  if (key === 'from') return ['artifact']
  return key === 'fromExpression' ? ['artifact', 'parameter'] : ['parameter']
}

function isSubsequence(word: string, name: string): boolean {
  let at = 0
  for (const letter of word) {
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

function choiceOf(
  flow: Flow,
  { path, sources }: WrittenText,
  { reference, type, source }: ScopeValue,
  insert: string,
): ReferenceChoice {
  return {
    label: reference,
    insert,
    type,
    source,
    describe: () => describeIn(flow, path, reference, sources),
  }
}

/**
 * What could be written in the `depends` of a task: the tasks that it can wait for, which are all that do not wait for it, and after a dot the
 * results of a task. Those of a loop are offered for tasks that have one.
 */
export function completeDepends(flow: Flow, written: WrittenText): ReferenceChoices | undefined {
  const { path, text, offset } = written
  const step = stepAt(flow, path)
  const view = step && ownerAt(flow, step.path)?.view
  if (view === undefined) return undefined
  const [, name = '', dot] = /([A-Za-z0-9_][\w-]*)?(\.)?\w*$/.exec(text.slice(0, offset)) ?? []
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0
  const typed = /[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0
  const range = { from: offset - typed, to: offset + rest, isPartial: false }
  if (dot !== undefined) {
    const task = view.tasks.find((other) => other.name === name)
    const items = taskResults
      .filter((result) => task?.loop !== undefined || !loopResults.includes(result))
      .map((result) => plainChoice(result, 'result', resultWords[result].replace('%', name), []))
    return task === undefined ? undefined : { ...range, items }
  }
  const own = step?.view.name
  const items = view.tasks.flatMap((task) => {
    if (task.name === undefined || task.name === own) return []
    if (own !== undefined && runsAfter(view, task, own)) return []
    const calls = task.template ?? task.templateRef?.template
    const notes = calls === undefined ? [] : [`It calls the template ${calls}.`]
    return [plainChoice(task.name, 'task', `The task ${task.name}`, notes)]
  })
  return { ...range, items }
}

function plainChoice(
  label: string,
  type: 'task' | 'result',
  title: string,
  notes: readonly string[],
): ReferenceChoice {
  const describe = (): Description => ({ title, notes, problem: undefined })
  return { label, insert: label, type, source: undefined, describe }
}

const loopResults: readonly string[] = ['AnySucceeded', 'AllFailed']

const resultWords: Readonly<Record<(typeof taskResults)[number], string>> = {
  Succeeded: '% ended well',
  Failed: '% ended with an exit code other than 0',
  Errored: '% could not be run to its end',
  Skipped: 'The condition of % was not met',
  Omitted: 'What % waits for did not come about, so it never ran',
  Daemoned: '% is a daemon and is up',
  AnySucceeded: 'One turn at least of the loop of % ended well',
  AllFailed: 'All turns of the loop of % failed',
}
