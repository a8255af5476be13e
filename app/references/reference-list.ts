import {
  definitionAt,
  definitionRange,
  flowOf,
  nameKey,
  symbolAt,
  type FlowSymbol,
} from '../../src/flow/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { Designer, ReferenceSearch } from '../store/index.ts'
import { linesFor, type FoundLine } from './reference-lines.ts'

/** What was found of a thing, in the present texts. */
export interface FoundReferences {
  /** Another number for another search. */
  readonly id: number
  readonly title: string
  /** What it is now; nothing when it is not there any more. */
  readonly symbol: FlowSymbol | undefined
  /** Of the file that it is in. */
  readonly file: number
  readonly lines: readonly FoundLine[]
}

/** The references of what was searched for last. */
export interface ReferenceList {
  readonly getSnapshot: () => FoundReferences | undefined
  readonly subscribe: (listener: () => void) => () => void
}

const lists = new WeakMap<Designer, ReferenceList>()

/** The list of a designer; always the same object. It follows the thing through edits by the place of its name. */
export function referenceList(designer: Designer): ReferenceList {
  const known = lists.get(designer)
  if (known !== undefined) return known
  const made = create(designer)
  lists.set(designer, made)
  return made
}

/** The thing that is searched for, in the text in which it was seen last. */
interface Target {
  readonly search: ReferenceSearch
  readonly tree: YamlTree
  readonly symbol: FlowSymbol
  readonly id: number
}

function create(designer: Designer): ReferenceList {
  const { session, view, workspace } = designer
  let target: Target | undefined
  /** Where the name of the thing begins in the present text of its file, while that is on the canvas. */
  let anchor: number | undefined
  /** The state that the anchor is of: others may ask in the middle of an edit, before it is heard of here. */
  let heard = session.state
  let last: { readonly trees: readonly unknown[]; readonly found: FoundReferences } | undefined

  const isHere = (): boolean => target?.search.file === workspace.store.getState().active
  const settle = (next: Target): void => {
    target = next
    anchor = isHere() ? definitionRange(next.tree, next.symbol)?.from : undefined
  }
  const follow = (): void => {
    const search = view.getState().search
    if (search === target?.search) return
    if (search === undefined) target = undefined
    else settle({ search, tree: search.tree, symbol: search.symbol, id: (target?.id ?? 0) + 1 })
  }
  session.subscribe(({ changes, userEvent }, next) => {
    heard = next
    if (userEvent === 'open.resume') {
      // Another file is on the canvas: the one that is searched, with the text that was seen last, or one where nothing is.
      anchor = undefined
      if (target?.tree === next.tree) settle(target)
    } else if (anchor !== undefined && !changes.isEmpty)
      anchor = userEvent === 'open' ? undefined : changes.mapPosition(anchor)
  })

  /** What is searched for, in the present text of its file; nothing when it is not there. */
  const present = ({ symbol, tree, ...rest }: Target, now: YamlTree): FlowSymbol | undefined => {
    if (tree === now) return symbol
    const found = isHere() && anchor !== undefined ? definedAt(now, anchor) : samePlace(now, symbol)
    if (found?.kind !== symbol.kind) return undefined
    settle({ ...rest, tree: now, symbol: found })
    return found
  }

  return {
    getSnapshot: () => {
      follow()
      if (target === undefined) return undefined
      if (last !== undefined && heard !== session.state) return last.found
      const entries = workspace.entries()
      const { id, search } = target
      const { active } = workspace.store.getState()
      const trees = [id, active, ...entries.map(({ tree }) => tree)]
      // While a text does not parse, its tree is the last one that did.
      if (last !== undefined && isSameList(last.trees, trees)) return last.found
      const own = entries.find((entry) => entry.id === search.file)
      const symbol = own && present(target, own.tree)
      const found: FoundReferences =
        own === undefined || symbol === undefined
          ? { id, title: search.symbol.name, symbol: undefined, file: search.file, lines: [] }
          : { id, symbol, file: own.id, ...linesFor(designer, own, symbol) }
      last = { trees, found }
      return found
    },
    subscribe: (listener) => {
      const ends = [
        session.subscribe(listener),
        view.subscribe(listener),
        workspace.store.subscribe(listener),
      ]
      return () => ends.forEach((end) => end())
    },
  }
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}

function definedAt(tree: YamlTree, anchor: number): FlowSymbol | undefined {
  const at = symbolAt(tree, anchor)
  return at?.reference === undefined ? at?.symbol : undefined
}

/** A thing of a file that nobody looks at is where it was. */
function samePlace(tree: YamlTree, symbol: FlowSymbol): FlowSymbol | undefined {
  const flow = flowOf(tree, symbol.document)
  return flow && definitionAt(flow, [...symbol.path, nameKey(symbol)])
}
