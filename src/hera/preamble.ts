/** What the preamble depends on besides the names. */
export interface PreambleOptions {
  /** The three `sys.path` lines, which Hera writes unless told otherwise. */
  readonly addCwdToSysPath: boolean
  /** Whether the function has positional parameters: without one, Hera binds no parameter at all. */
  readonly hasPositional: boolean
}

/** An input parameter as far as the preamble cares. */
export interface InputParameter {
  readonly name: string
  /** Given by `valueFrom`: Hera does not bind these. */
  readonly hasValueFrom?: boolean
}

export interface SplitSource {
  readonly preamble: string
  /** Without blank lines at the end. */
  readonly body: string
  /** The blank lines at the end: with a source in block style `|` there is one line end. */
  readonly end: string
  readonly addCwdToSysPath: boolean
}

const sysPath = 'import os\nimport sys\nsys.path.append(os.getcwd())\n'

/**
 * What Hera writes before the body of a function: the lines that make the working folder importable, then for
 * each parameter, sorted by name, one attempt to read its value as JSON and the plain text otherwise.
 */
export function generatePreamble(names: readonly string[], options: PreambleOptions): string {
  const path = options.addCwdToSysPath ? sysPath : ''
  if (!options.hasPositional || names.length === 0) return path
  const lines = names.toSorted(byCodePoint).map((name) => {
    const value = `r'''{{inputs.parameters.${name}}}'''`
    return `try: ${name} = json.loads(${value})\nexcept: ${name} = ${value}\n`
  })
  return `${path}import json\n${lines.join('')}\n`
}

/**
 * Takes a script's source apart when it begins with exactly the preamble of its inputs. Undefined for a plain
 * script. A source without inputs is recognised by the `sys.path` lines; one with inputs must bind them all.
 */
export function splitSource(
  source: string,
  inputs: readonly InputParameter[],
): SplitSource | undefined {
  const names = inputs.filter((input) => !input.hasValueFrom).map((input) => input.name)
  for (const addCwdToSysPath of [true, false]) {
    const preamble = generatePreamble(names, { addCwdToSysPath, hasPositional: true })
    if (preamble === '' || !source.startsWith(preamble)) continue
    const rest = source.slice(preamble.length)
    const end = /(?:\n[^\S\n]*)*$/.exec(rest)?.[0] ?? ''
    return { preamble, body: rest.slice(0, rest.length - end.length), end, addCwdToSysPath }
  }
  return undefined
}

/** Python sorts texts by code points, JavaScript by code units. */
function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
