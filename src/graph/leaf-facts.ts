import { scriptLanguage, type TemplateView } from '../argo/index.ts'
import { isJsonArray, parseTree, toValue, type JsonValue } from '../yaml/index.ts'

/** Something that matters about a template that runs, as against one that has steps. */
export interface LeafFact {
  readonly label: string
  readonly value: string
  /** Code or a name, as against words; `block` goes over lines. */
  readonly look: 'words' | 'code' | 'block'
}

const SOURCE_LINES = 8

/** What a template does, by its type, in the words of a person: what it runs, waits for, makes, asks or gathers. Empty for steps and dags. */
export function leafFacts(template: TemplateView): readonly LeafFact[] {
  const { type, node, script, container } = template
  if (type === undefined) return []
  const body = fieldOf(toValue(node, new Map()), type)
  switch (type) {
    case 'script':
      return [
        words('Language', languages[scriptLanguage(script ?? { command: [], image: undefined })]),
        ...code('Image', script?.image),
        ...block('Source', firstLines(script?.source ?? '')),
      ]
    case 'container':
      return [
        ...code('Image', container?.image),
        ...block(
          'Runs',
          [...(container?.command ?? []), ...(container?.args ?? [])].map(shellWord).join(' '),
        ),
      ]
    case 'containerSet':
      return listOf(fieldOf(body, 'containers')).map((each) => ({
        label: textOf(fieldOf(each, 'name')) ?? '(no name)',
        value: [textOf(fieldOf(each, 'image')), after(each)].filter(Boolean).join(', '),
        look: 'words',
      }))
    case 'suspend':
      return [words('Waits', waitWords(textOf(fieldOf(body, 'duration')))), ...choicesOf(template)]
    case 'resource':
      return resourceFacts(body)
    case 'http':
      return [
        ...code(
          'Request',
          `${textOf(fieldOf(body, 'method')) ?? 'GET'} ${textOf(fieldOf(body, 'url')) ?? ''}`,
        ),
        ...code('Succeeds when', textOf(fieldOf(body, 'successCondition'))),
      ]
    case 'data':
      return [
        ...code('Files from', sourceWords(fieldOf(fieldOf(body, 'source'), 'artifactPaths'))),
        ...listOf(fieldOf(body, 'transformation')).flatMap((each) =>
          code('Then', textOf(fieldOf(each, 'expression'))),
        ),
      ]
    case 'plugin':
      return Object.entries(body !== null && typeof body === 'object' ? body : {}).flatMap(
        ([name, value]) => [
          ...code('Plugin', name),
          ...block('With', JSON.stringify(value, null, 2)),
        ],
      )
    default:
      return []
  }
}

/** What else is special about how a template runs, each in a word or two with its meaning. */
export function runFacts({ node }: TemplateView): readonly LeafFact[] {
  const fields = toValue(node, new Map())
  const retry = fieldOf(fields, 'retryStrategy')
  const limit = textOf(fieldOf(retry, 'limit'))
  const number = (label: string, key: string): LeafFact[] =>
    code(label, textOf(fieldOf(fields, key)))
  return [
    ...(retry === undefined
      ? []
      : [words('Retries', limit === undefined ? 'without limit' : `up to ${limit} times`)]),
    ...number('Timeout', 'timeout'),
    ...number('Deadline in seconds', 'activeDeadlineSeconds'),
    ...number('At most at once', 'parallelism'),
    ...(fieldOf(fields, 'daemon') === true
      ? [words('Daemon', 'runs beside the steps after it')]
      : []),
    ...(fieldOf(fields, 'memoize') === undefined
      ? []
      : code('Remembers results by', textOf(fieldOf(fieldOf(fields, 'memoize'), 'key')) ?? '?')),
    ...(fieldOf(fields, 'synchronization') === undefined
      ? []
      : [words('Synchronization', 'waits for its locks')]),
  ]
}

const languages = {
  python: 'Python',
  shell: 'Shell',
  javascript: 'JavaScript',
  plaintext: 'Not known from its command',
} as const

function words(label: string, value: string): LeafFact {
  return { label, value, look: 'words' }
}

function code(label: string, value: string | undefined): LeafFact[] {
  return value === undefined || value === '' ? [] : [{ label, value, look: 'code' }]
}

function block(label: string, value: string): LeafFact[] {
  return value === '' ? [] : [{ label, value, look: 'block' }]
}

function firstLines(source: string): string {
  const lines = source.split('\n')
  return lines.length <= SOURCE_LINES ? source : [...lines.slice(0, SOURCE_LINES), '…'].join('\n')
}

/** A word as one types it into a shell. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

function after(container: JsonValue): string {
  const names = listOf(fieldOf(container, 'dependencies')).flatMap((name) => textOf(name) ?? [])
  return names.length === 0 ? 'starts at once' : `after ${names.join(' and ')}`
}

const UNITS = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const

/** How long a suspend waits, in words. A bare number counts seconds. */
function waitWords(duration: string | undefined): string {
  if (duration === undefined) return 'until a person resumes it'
  const match = /^(\d+)([smhd]?)$/.exec(duration)
  const count = match?.[1]
  if (count === undefined) return `for ${duration}`
  const unit =
    { s: UNITS.s, m: UNITS.m, h: UNITS.h, d: UNITS.d, '': UNITS.s }[match?.[2] ?? ''] ?? ''
  return `for ${count} ${unit}${count === '1' ? '' : 's'}`
}

/** What a person can choose from who resumes it: inputs with choices whose outputs are supplied. */
function choicesOf({ inputs, outputs }: TemplateView): LeafFact[] {
  const supplied = new Set(outputs.parameters.map(({ name }) => name))
  return inputs.parameters
    .filter(({ name, enum: choices }) => supplied.has(name) && choices.length > 0)
    .map(({ name, enum: choices, default: preset }) =>
      words(
        `Asks for ${name ?? '?'}`,
        choices.join(' or ') + (preset === undefined ? '' : `; ${preset} unless chosen`),
      ),
    )
}

function resourceFacts(body: JsonValue | undefined): LeafFact[] {
  const [document] = parseTree(textOf(fieldOf(body, 'manifest')) ?? '').documents
  const manifest = document === undefined ? undefined : toValue(document.root, new Map())
  const metadata = fieldOf(manifest, 'metadata')
  const name = textOf(fieldOf(metadata, 'name')) ?? textOf(fieldOf(metadata, 'generateName'))
  return [
    ...code('Action', textOf(fieldOf(body, 'action'))),
    ...code('Object', [textOf(fieldOf(manifest, 'kind')), name].filter(Boolean).join(' ')),
    ...code('Succeeds when', textOf(fieldOf(body, 'successCondition'))),
    ...code('Fails when', textOf(fieldOf(body, 'failureCondition'))),
  ]
}

function sourceWords(source: JsonValue | undefined): string {
  const store = ['s3', 'gcs', 'oss', 'azure', 'git', 'http', 'hdfs', 'artifactory'].find(
    (key) => fieldOf(source, key) !== undefined,
  )
  const at = fieldOf(source, store ?? '')
  const place = ['bucket', 'repo', 'url', 'key'].flatMap((key) => textOf(fieldOf(at, key)) ?? [])
  return [store ?? textOf(fieldOf(source, 'name')) ?? '', ...place].join(' ').trim()
}

function fieldOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (value === null || typeof value !== 'object' || isJsonArray(value)) return undefined
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return value !== undefined && isJsonArray(value) ? value : []
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null || typeof value === 'object'
    ? undefined
    : String(value)
}
