import type { Path, TextRange } from '../base/index.ts'

/**
 * The syntax tree of a YAML text. Nodes are immutable and hold no absolute position: a child's place
 * is an offset from its parent's start. So an edit makes new nodes only along one path from the root,
 * every other node keeps its identity, and whatever is derived from a node can be memoised on it.
 */
export type YamlNode = YamlScalar | YamlAlias | YamlEmpty | YamlMap | YamlSeq

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

interface NodeBase {
  /** Characters from the node's start (its anchor or tag, if it has one) to the end of its value. */
  readonly length: number
  /** Anchor and tag before the value; absent when the node has neither. */
  readonly props?: YamlProps
}

/** What may stand before a value: `&anchor`, `!tag`. */
export interface YamlProps {
  /** Characters from the node's start to its value's start. */
  readonly length: number
  readonly anchor?: string
  readonly tag?: string
}

/** A scalar with its text resolved (quotes, escapes and folding gone) but not typed: see `resolveScalar`. */
export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
  readonly value: string
}

/** `*name`. */
export interface YamlAlias extends NodeBase {
  readonly kind: 'alias'
  readonly name: string
}

/** Nothing where a value could stand, as after `key:`. */
export interface YamlEmpty extends NodeBase {
  readonly kind: 'empty'
}

export interface YamlMap extends NodeBase {
  readonly kind: 'map'
  /** Written with braces. */
  readonly flow: boolean
  /** In the order of the text; duplicate keys are all there. */
  readonly entries: readonly YamlEntry[]
}

export interface YamlEntry {
  /** Where the entry begins (its key, or the `?` before it), from the map's start. */
  readonly at: number
  readonly key: YamlNode
  readonly keyAt: number
  readonly value: YamlNode
  readonly valueAt: number
}

export interface YamlSeq extends NodeBase {
  readonly kind: 'seq'
  /** Written with brackets. */
  readonly flow: boolean
  readonly items: readonly YamlItem[]
}

export interface YamlItem {
  /** Where the item begins (its dash, or in a flow sequence its value), from the sequence's start. */
  readonly at: number
  readonly value: YamlNode
  readonly valueAt: number
}

/** One document of a stream; its `---` and `...` lines and the comments around it are not part of `root`. */
export interface YamlDocument {
  /** Where the document begins in the stream's text, leading comments and directives included. */
  readonly at: number
  /** Characters from `at` to the document's end. */
  readonly length: number
  readonly root: YamlNode
  /** Where the root node begins, from `at`. */
  readonly rootAt: number
  /** Whether any anchor or alias stands in the document. */
  readonly hasAnchors: boolean
  /** Of an item of a list (`kind: List`): the document that it is a part of. Then `hasAnchors` is that one's. */
  readonly outer?: YamlDocument
}

/** What is wrong with a text as YAML. `error` means that it does not parse; `warning` that it does. */
export interface YamlProblem {
  readonly code: YamlProblemCode
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly range: TextRange
}

export type YamlProblemCode =
  'yaml-syntax' | 'yaml-duplicate-key' | 'yaml-unknown-alias' | 'yaml-too-deep' | 'yaml-too-large'

/** A parsed text. There is always one, however broken the text is: see `problems`. */
export interface YamlTree {
  readonly text: string
  /** Those of the stream in their order; behind them the items of lists, which are documents to all who read. */
  readonly documents: readonly YamlDocument[]
  readonly problems: readonly YamlProblem[]
  /** Set while nobody has read the text as a whole, as `provisionalTree` says. */
  readonly isProvisional?: true
}

/** A node together with its absolute place in the text. */
export interface Located<T extends YamlNode = YamlNode> {
  readonly node: T
  /** Absolute offset of the node's start, props included. */
  readonly start: number
  /** Absolute offset after the node's last character. */
  readonly end: number
}

/** Where something is in a stream. */
export interface Address {
  /** Index into `YamlTree.documents`. */
  readonly document: number
  readonly path: Path
}
