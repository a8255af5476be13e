import type { Path } from '../base/index.ts'
import {
  anchorsOf,
  entryOf,
  holdsAlias,
  itemsOf,
  resolvePlain,
  type YamlDocument,
  type YamlNode,
} from '../yaml/index.ts'
import type {
  ArtifactView,
  LaneView,
  ParameterView,
  SetContainerView,
  StepView,
  TemplateView,
} from './view.ts'

/** The views that are made once for each node. */
interface Views {
  readonly template: TemplateView
  readonly lane: LaneView
  readonly step: StepView
  readonly parameter: ParameterView
  readonly artifact: ArtifactView
  readonly container: SetContainerView
}

type Memories = { readonly [K in keyof Views]: WeakMap<YamlNode, Views[K]> }

function emptyMemories(): Memories {
  return {
    template: new WeakMap(),
    lane: new WeakMap(),
    step: new WeakMap(),
    parameter: new WeakMap(),
    artifact: new WeakMap(),
    container: new WeakMap(),
  }
}

const shared: Memories = emptyMemories()

/**
 * Reads fields of nodes, through aliases and merge keys (`<<`). A view is made once for each node, whatever document it is read for; but
 * what a node with an alias in it means depends on the whole document, so its views live no longer than the reader.
 */
export class FieldReader {
  private readonly anchors: ReadonlyMap<string, YamlNode>
  private readonly own: Memories | undefined

  /** Without a document, aliases mean nothing. */
  constructor(document?: YamlDocument) {
    const hasAnchors = document?.hasAnchors === true
    this.anchors = hasAnchors
      ? anchorsOf((document.outer ?? document).root)
      : new Map<string, YamlNode>()
    this.own = hasAnchors ? emptyMemories() : undefined
  }

  /** The node itself, or what an alias stands for. */
  resolve(node: YamlNode | undefined): YamlNode | undefined {
    let target = node
    // An anchor may hold an alias to another; no chain is longer than there are anchors.
    for (let hops = 0; target?.kind === 'alias' && hops <= this.anchors.size; hops++) {
      target = this.anchors.get(target.name)
    }
    return target?.kind === 'alias' ? undefined : target
  }

  /** The value of a field of a map, merged maps included; nothing for null and for nodes that are no map. */
  field(node: YamlNode | undefined, key: string): YamlNode | undefined {
    return this.lookUp(this.resolve(node), key, 0)
  }

  /** The node at a path below another, aliases on the way and at its end followed; nothing where the path leads nowhere. */
  at(node: YamlNode | undefined, path: Path): YamlNode | undefined {
    return path.reduce<YamlNode | undefined>(
      (found, part) =>
        typeof part === 'string' ? this.field(found, part) : this.resolve(this.items(found)[part]),
      node,
    )
  }

  /** The keys of a map in order, merged ones last. */
  keys(node: YamlNode | undefined): readonly string[] {
    const map = this.resolve(node)
    if (map?.kind !== 'map') return []
    return map.entries.flatMap(({ key }) =>
      key.kind === 'scalar' && key.value !== '<<' ? [key.value] : [],
    )
  }

  /** The items of a list; none for nodes that are no list. Items stay as written: aliases are not followed. */
  items(node: YamlNode | undefined): readonly YamlNode[] {
    const list = this.resolve(node)
    return itemsOf(list)
  }

  /** A field that is text; a number or boolean gives the text that Argo makes of it. */
  text(node: YamlNode | undefined, key: string): string | undefined {
    return this.textOf(this.field(node, key))
  }

  /** The text of a scalar node, as `text` has it. */
  textOf(node: YamlNode | undefined): string | undefined {
    const scalar = this.resolve(node)
    if (scalar?.kind !== 'scalar') return undefined
    if (scalar.style !== 'plain') return scalar.value
    const value = resolvePlain(scalar.value)
    if (value === null) return undefined
    return typeof value === 'boolean' ? String(value) : scalar.value
  }

  /** A field that is true or false; false when it is anything else. */
  flag(node: YamlNode | undefined, key: string): boolean {
    return this.text(node, key) === 'true'
  }

  /** A list of texts. */
  texts(node: YamlNode | undefined): readonly string[] {
    return this.items(node).map((item) => this.textOf(item) ?? '')
  }

  /** Makes a view of a node once; `kind` says which kind of view. */
  memo<K extends keyof Views>(
    kind: K,
    node: YamlNode,
    make: (node: YamlNode) => Views[K],
  ): Views[K] {
    const memories = this.own !== undefined && this.isOwn(node) ? this.own : shared
    const memory: WeakMap<YamlNode, Views[K]> = memories[kind]
    const known = memory.get(node)
    if (known !== undefined) return known
    const made = make(node)
    memory.set(node, made)
    return made
  }

  /** Whether what a node means depends on the rest of the document, so that it holds for this reader alone. */
  isOwn(node: YamlNode): boolean {
    return this.own !== undefined && holdsAlias(node)
  }

  private lookUp(map: YamlNode | undefined, key: string, depth: number): YamlNode | undefined {
    if (map?.kind !== 'map' || depth > 16) return undefined
    const own = entryOf(map, key)
    if (own !== undefined) {
      const value = this.resolve(own.value)
      const isNull =
        value === undefined ||
        value.kind === 'empty' ||
        (value.kind === 'scalar' && value.style === 'plain' && resolvePlain(value.value) === null)
      return isNull ? undefined : value
    }
    const merge = this.resolve(entryOf(map, '<<')?.value)
    if (merge === undefined) return undefined
    const sources = merge.kind === 'seq' ? merge.items.map((item) => item.value) : [merge]
    for (const source of sources) {
      const found = this.lookUp(this.resolve(source), key, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
}
