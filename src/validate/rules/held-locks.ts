import { stepGroups, stepsIn, type FieldReader, type TemplateView } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'

/**
 * A template waits for ever for a mutex that a template which calls it, or the workflow, holds until it has ended (Argo: `TryAcquire` knows
 * holders by their nodes). Semaphores are let be, since their sizes are not known here.
 */
export const checkHeldLocks: DocumentRule = ({ manifest, reader, templates }) => {
  const { spec, specPath } = manifest
  const wanting = spec.templates.flatMap((template, index) => {
    const mutexes = mutexesOf(template, reader)
    return mutexes.length === 0 ? [] : [{ template, index, mutexes }]
  })
  if (wanting.length === 0) return []
  const starts = [spec.entrypoint, spec.onExit].flatMap((name) => name ?? [])
  const around: readonly Holder[] = [
    { name: 'the workflow', holds: mutexesIn(spec.node, reader), calls: starts },
    ...wanting.map(({ template, mutexes }) => ({
      name: `the template ${template.name ?? ''}, which calls it,`,
      holds: mutexes,
      calls: callsOf(template),
    })),
  ]
  const inside = around
    .filter(({ holds }) => holds.length > 0)
    .map((holder) => ({ holder, called: calledBelow(holder.calls, templates) }))
  return wanting.flatMap(({ template, index, mutexes }): Finding[] => {
    for (const { holder, called } of inside) {
      const mutex = called.has(template) ? sharedOf(mutexes, holder.holds) : undefined
      if (mutex !== undefined)
        return [finding(mutex, holder.name, [...specPath, 'templates', index, ...mutex.path])]
    }
    return []
  })
}

/** Who holds mutexes while templates run that it calls. */
interface Holder {
  readonly name: string
  readonly holds: readonly Mutex[]
  readonly calls: readonly string[]
}

interface Mutex {
  readonly name: string
  /** With its namespace, if it has one of its own. */
  readonly key: string
  /** From who wants it. */
  readonly path: Path
}

function finding({ name }: Mutex, holder: string, path: Path): Finding {
  const message = `This waits for the mutex ${name} for ever: ${holder} holds it to its end. Let only one of the two have it.`
  return { code: 'lock-held', message, path }
}

function sharedOf(wanted: readonly Mutex[], held: readonly Mutex[]): Mutex | undefined {
  return wanted.find(({ key }) => held.some((other) => other.key === key))
}

const known = new WeakMap<TemplateView, readonly Mutex[]>()
const none: readonly Mutex[] = []

function mutexesOf(template: TemplateView, reader: FieldReader): readonly Mutex[] {
  const found = known.get(template)
  if (found !== undefined) return found
  const made = mutexesIn(template.node, reader)
  known.set(template, made)
  return made
}

function mutexesIn(node: YamlNode | undefined, reader: FieldReader): readonly Mutex[] {
  const synchronization = reader.field(node, 'synchronization')
  if (synchronization === undefined) return none
  const single = reader.field(synchronization, 'mutex')
  const list = reader.items(reader.field(synchronization, 'mutexes'))
  return [
    ...(single === undefined ? [] : [{ mutex: single, path: ['mutex'] }]),
    ...list.map((mutex, index) => ({ mutex, path: ['mutexes', index] })),
  ].flatMap(({ mutex, path }) => {
    const name = reader.text(mutex, 'name') ?? ''
    const key = `${reader.text(mutex, 'namespace') ?? ''}/${name}`
    // Which one it is when it is made of tags shows only at run time.
    return name === '' || key.includes('{{')
      ? []
      : [{ name, key, path: ['synchronization', ...path, 'name'] }]
  })
}

/** All templates that run within those of some names. */
function calledBelow(
  names: readonly string[],
  templates: ReadonlyMap<string, TemplateView>,
): ReadonlySet<TemplateView> {
  const found = new Set<TemplateView>()
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const template = templates.get(name)
    if (template === undefined || found.has(template)) continue
    found.add(template)
    open.push(...callsOf(template))
  }
  return found
}

/** Names of the templates that the steps or tasks of one call, those of templates in place included. */
function callsOf(template: TemplateView): readonly string[] {
  return stepGroups(template)
    .flatMap(stepsIn)
    .flatMap(({ template: name, inline }) => [
      ...(name === undefined ? [] : [name]),
      ...(inline === undefined ? [] : callsOf(inline)),
    ])
}
