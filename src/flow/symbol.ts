import type { Path } from '../base/index.ts'
import type { PortKind } from '../expression/index.ts'

/**
 * A thing with a name that others refer to. `path` leads to the map that has the name; it and the document say which thing it is, the
 * rest is for convenience.
 */
export type FlowSymbol =
  | SymbolOf<'template'>
  | SymbolOf<'step'>
  /** A container of a containerSet. */
  | SymbolOf<'container'>
  | PortSymbol<'input'>
  | PortSymbol<'output'>
  /** An argument of the workflow. */
  | PortSymbol<'workflow-input'>
  /** An output that is known to the whole workflow by its `globalName`. */
  | PortSymbol<'workflow-output'>

interface SymbolOf<K extends string> {
  readonly kind: K
  /** Index of the document. */
  readonly document: number
  readonly path: Path
  readonly name: string
}

interface PortSymbol<K extends string> extends SymbolOf<K> {
  readonly of: PortKind
}

/** A text that is the same for two symbols only if they are the same. */
export function symbolKey({ kind, document, path }: FlowSymbol): string {
  return `${kind} ${String(document)} ${path.join('/')}`
}

/** The key under which a symbol's name stands. */
export function nameKey({ kind }: FlowSymbol): string {
  return kind === 'workflow-output' ? 'globalName' : 'name'
}

/** What a symbol is, in a few words without its name. */
export function symbolWords(symbol: FlowSymbol): string {
  switch (symbol.kind) {
    case 'template':
      return 'template'
    case 'step':
      return symbol.path.includes('tasks') && symbol.path.at(-2) === 'tasks' ? 'task' : 'step'
    case 'container':
      return 'container'
    case 'input':
      return `input ${symbol.of}`
    case 'output':
      return `output ${symbol.of}`
    case 'workflow-input':
      return `workflow ${symbol.of}`
    case 'workflow-output':
      return `global output ${symbol.of}`
  }
}
