import type { Path } from '../base/index.ts'
import { findExpressionReferences, findReferences } from '../expression/index.ts'
import {
  entryOf,
  itemsOf,
  keyText,
  valueOf,
  type YamlNode,
  type YamlScalar,
} from '../yaml/index.ts'
import { dependsNames, listedNames } from './depends.ts'
import type { Mention, What } from './mention.ts'

/** Where a walk is. */
interface Here {
  readonly path: Path
  readonly inlines: readonly Path[]
  readonly step: Path | undefined
}

const known = new WeakMap<YamlNode, readonly Mention[]>()

/** What a step or task names. Kept with its node, so that an edit of one step costs no more than that step. */
export function mentionsOfStep(step: YamlNode): readonly Mention[] {
  return kept(step, (collector) => collector.step(step, { path: [], inlines: [], step: undefined }))
}

/** What a field of a template names, but for the fields that hold its steps: `steps`, and `dag.tasks`. Kept with the field's node. */
export function mentionsOfField(key: string, value: YamlNode): readonly Mention[] {
  return kept(value, (collector) =>
    collector.templateField(key, value, { path: [key], inlines: [], step: undefined }, false),
  )
}

/** What a field of a spec, or of what stands around it, names. Kept with the field's node. */
export function mentionsOfSpecField(key: string, value: YamlNode): readonly Mention[] {
  return kept(value, (collector) =>
    collector.specField(key, value, { path: [key], inlines: [], step: undefined }),
  )
}

function kept(node: YamlNode, walk: (collector: Collector) => void): readonly Mention[] {
  const found = known.get(node)
  if (found !== undefined) return found
  const collector = new Collector()
  walk(collector)
  const mentions = collector.found.length === 0 ? none : collector.found
  known.set(node, mentions)
  return mentions
}

const none: readonly Mention[] = []

/** Keys whose values are expressions as a whole, without braces around them. */
const expressionKeys: ReadonlySet<string | number> = new Set(['expression', 'fromExpression'])

/** Walks over nodes. What stands behind an alias is found where it is defined. */
class Collector {
  readonly found: Mention[] = []

  step(node: YamlNode, here: Here): void {
    const own = { ...here, step: here.path }
    this.fields(node, own, (key, value, at) => {
      if (key === 'template') this.call(value, at, here.path)
      else if (key === 'templateRef') this.reference(value, at, here.path)
      else if (key === 'onExit') this.call(value, at, [...here.path, 'onExit'])
      else if (key === 'arguments') this.given(value, at, here.path)
      else if (key === 'hooks') this.hooks(value, at)
      else if (key === 'inline')
        this.template(value, { ...at, inlines: [...here.inlines, at.path] })
      else if (key === 'depends') this.control(value, at, 'task', dependsNames)
      else if (key === 'dependencies')
        this.list(value, at, (item, place) => this.control(item, place, 'task', listedNames))
      else if (key !== 'name') this.texts(value, at)
    })
  }

  template(node: YamlNode, here: Here): void {
    this.fields(node, here, (key, value, at) => this.templateField(key, value, at, true))
  }

  templateField(key: string, value: YamlNode, at: Here, withSteps: boolean): void {
    if (key === 'steps') {
      if (withSteps)
        this.list(value, at, (lane, inLane) =>
          this.list(lane, inLane, (step, place) => this.step(step, place)),
        )
    } else if (key === 'dag') this.dag(value, at, withSteps)
    else if (key === 'containerSet') this.containerSet(value, at)
    else if (key === 'resource') this.resource(value, at)
    else this.texts(value, at)
  }

  specField(key: string, value: YamlNode, at: Here): void {
    if (key === 'entrypoint' || key === 'onExit') this.call(value, at, [key])
    else if (key === 'hooks') this.hooks(value, at)
    else if (key !== 'templates' && key !== 'workflowSpec') this.texts(value, at)
  }

  private dag(node: YamlNode, here: Here, withSteps: boolean): void {
    this.fields(node, here, (key, value, at) => {
      if (key === 'target') this.control(value, at, 'task', listedNames)
      else if (key !== 'tasks') this.texts(value, at)
      else if (withSteps) this.list(value, at, (task, place) => this.step(task, place))
    })
  }

  private containerSet(node: YamlNode, here: Here): void {
    this.fields(node, here, (key, value, at) => {
      if (key !== 'containers') return this.texts(value, at)
      this.list(value, at, (container, inList) =>
        this.fields(container, inList, (field, inner, place) => {
          if (field !== 'dependencies') return this.texts(inner, place)
          this.list(inner, place, (item, last) =>
            this.control(item, last, 'container', listedNames),
          )
        }),
      )
    })
  }

  private resource(node: YamlNode, here: Here): void {
    this.fields(node, here, (key, value, at) => {
      const name = key === 'manifestFrom' ? valueOf(valueOf(value, 'artifact'), 'name') : undefined
      if (name?.kind === 'scalar') {
        const place = { ...at, path: [...at.path, 'artifact', 'name'] }
        this.add(name, place, { role: 'input', of: 'artifact', name: name.value })
      } else this.texts(value, at)
    })
  }

  private hooks(node: YamlNode, here: Here): void {
    this.fields(node, here, (_, hook, inHooks) =>
      this.fields(hook, inHooks, (key, value, at) => {
        if (key === 'template') this.call(value, at, inHooks.path)
        else if (key === 'templateRef') this.reference(value, at, inHooks.path)
        else if (key === 'arguments') this.given(value, at, inHooks.path)
        else this.texts(value, at)
      }),
    )
  }

  private given(node: YamlNode, here: Here, caller: Path): void {
    this.fields(node, here, (key, list, at) => {
      const of = key === 'parameters' ? 'parameter' : key === 'artifacts' ? 'artifact' : undefined
      if (of === undefined) return this.texts(list, at)
      this.list(list, at, (item, inList) =>
        this.fields(item, inList, (field, value, place) => {
          if (field === 'name' && value.kind === 'scalar')
            this.add(value, place, { role: 'argument', of, name: value.value, caller })
          else this.texts(value, place)
        }),
      )
    })
  }

  private reference(node: YamlNode, here: Here, caller: Path): void {
    this.fields(node, here, (key, value, at) => {
      if (key === 'template') this.call(value, at, caller)
      else this.texts(value, at)
    })
  }

  private call(node: YamlNode, here: Here, caller: Path): void {
    if (node.kind !== 'scalar' || node.value.includes('{{')) this.texts(node, here)
    else if (node.value !== '') this.add(node, here, { role: 'call', name: node.value, caller })
  }

  private control(
    node: YamlNode,
    here: Here,
    of: 'task' | 'container',
    read: typeof dependsNames,
  ): void {
    if (node.kind !== 'scalar' || node.value.includes('{{')) return this.texts(node, here)
    for (const { name, range } of read(node.value))
      this.found.push({ ...here, within: range, what: { role: 'control', name, of } })
  }

  /** Everything else: tags wherever they are, expressions by their keys. */
  private texts(node: YamlNode, here: Here): void {
    if (node.kind === 'seq') this.list(node, here, (item, at) => this.texts(item, at))
    else if (node.kind === 'map') this.fields(node, here, (_, value, at) => this.texts(value, at))
    else if (node.kind === 'scalar') {
      const isExpression = expressionKeys.has(here.path.at(-1) ?? '')
      if (!isExpression && !node.value.includes('{{')) return
      const read = isExpression ? findExpressionReferences : findReferences
      for (const { reference, form } of read(node.value))
        this.found.push({
          ...here,
          within: reference.range,
          what: { role: 'data', reference, form },
        })
    }
  }

  private add(node: YamlScalar, here: Here, what: What): void {
    this.found.push({ ...here, within: { from: 0, to: node.value.length }, what })
  }

  private fields(
    node: YamlNode,
    here: Here,
    act: (key: string, value: YamlNode, at: Here) => void,
  ): void {
    if (node.kind !== 'map') return this.texts(node, here)
    for (const entry of node.entries) {
      const key = keyText(entry)
      // Of duplicate keys only the last one has an address.
      if (key === undefined || entryOf(node, key) !== entry) continue
      act(key, entry.value, { ...here, path: [...here.path, key] })
    }
  }

  private list(node: YamlNode, here: Here, act: (item: YamlNode, at: Here) => void): void {
    if (node.kind !== 'seq') return this.texts(node, here)
    for (const [index, item] of itemsOf(node).entries())
      act(item, { ...here, path: [...here.path, index] })
  }
}
