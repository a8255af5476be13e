import { parse, type Node, type Program } from 'acorn'

/** A body, ready to be run. */
export interface PreparedSource {
  readonly isModule: boolean
  readonly code: string
}

/** Why a body cannot be run. */
export interface SourceProblem {
  readonly message: string
  /** From 1. */
  readonly line: number
  /** From 0. */
  readonly column: number
}

/** What the calls that nobody waits for are wrapped in. */
const WATCH = '__watch'

/**
 * Reads a body as Node does: as CommonJS, and as a module if it only reads as one. Calls whose value nobody takes are wrapped in a function that watches the promise
 * they may give: Node ends with a rejection that nobody handles, and the engine does not tell of them. Lines stay where they are.
 */
export function prepareSource(source: string): PreparedSource | SourceProblem {
  const body = source.replace(/^#!/, '//')
  const script = read(body, false)
  if (!('message' in script)) return { isModule: false, code: watched(body, script) }
  const module = read(body, true)
  if (!('message' in module)) return { isModule: true, code: watched(body, module) }
  return /^\s*(?:import|export)\b/m.test(body) ? module : script
}

function read(code: string, isModule: boolean): Program | SourceProblem {
  try {
    return parse(code, {
      ecmaVersion: 'latest',
      sourceType: isModule ? 'module' : 'script',
      allowReturnOutsideFunction: !isModule,
    })
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('loc' in error)) throw error
    const { line, column } = positionOf(error.loc)
    return { message: error.message.replace(/ \(\d+:\d+\)$/, ''), line, column }
  }
}

function positionOf(place: unknown): { line: number; column: number } {
  const at = (key: string): number => {
    const value: unknown = typeof place === 'object' && place ? Reflect.get(place, key) : 0
    return typeof value === 'number' ? value : 0
  }
  return { line: at('line'), column: at('column') }
}

function watched(code: string, program: Program): string {
  const inserted: { at: number; text: string }[] = []
  visit(program, (node) => {
    const { type, expression } = node
    if (type !== 'ExpressionStatement' || expression?.type !== 'CallExpression') return
    // `super()` has to stay where it is.
    if (expression.callee?.type === 'Super') return
    inserted.push({ at: expression.start, text: `${WATCH}(` }, { at: expression.end, text: ')' })
  })
  inserted.sort((a, b) => a.at - b.at)
  let result = ''
  let from = 0
  for (const { at, text } of inserted) {
    result += code.slice(from, at) + text
    from = at
  }
  return result + code.slice(from)
}

interface AnyNode extends Node {
  readonly expression?: AnyNode
  readonly callee?: AnyNode
}

function visit(node: AnyNode, see: (node: AnyNode) => void): void {
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see)
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
