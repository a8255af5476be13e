import type { TextRange } from '../../base/index.ts'
import { isBuiltin } from './builtin-names.ts'

/** A name with hyphens behind a dot, where they are minus signs to expr-lang. */
export interface HyphenatedName {
  readonly name: string
  /** The name with its dot. */
  readonly range: TextRange
  /** What is to be written in its place. */
  readonly insert: string
}

const step = String.raw`(?:\??\.[A-Za-z_]\w*|(?:\?\.)?\[\s*["'\x60]_*["'\x60]\s*\])`
const names = new RegExp(
  String.raw`(?<![\w$.\])"'\x60-])(?:steps|tasks|inputs|outputs|workflow|item|payload)${step}*?(\?)?\.([A-Za-z_]\w*(?:-\w+)+)`,
  'g',
)

/**
 * The names of an expression that were meant to have hyphens: `steps.my-step.status` takes `step.status`, which nobody has, from `steps.my`.
 * What may be a subtraction, as `item.a-1` and `item.a-inputs.parameters.b`, is left out.
 */
export function findHyphens(text: string, variables: ReadonlySet<string>): HyphenatedName[] {
  const masked = text.replaceAll(
    /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`|\/\/[^\n]*|\/\*[^]*?\*\//g,
    (part) => (part.startsWith('/') ? ' '.repeat(part.length) : masking(part)),
  )
  return [...masked.matchAll(names)].flatMap((match) => {
    const [whole, optional = '', name = ''] = match
    const to = match.index + whole.length
    const [, second = ''] = name.split('-')
    const isNumber = /^\d/.test(second)
    const isName = variables.has(second) || isBuiltin(second) || masked[to] === '('
    if (isNumber ? masked[to] !== '.' && masked[to] !== '[' : isName) return []
    const range = { from: to - name.length - 1 - optional.length, to }
    return [{ name, range, insert: `${optional === '' ? '' : '?.'}['${name}']` }]
  })
}

function masking(text: string): string {
  const quote = text.charAt(0)
  return `${quote}${'_'.repeat(text.length - 2)}${quote}`
}
