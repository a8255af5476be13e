import type { TextRange } from '../base/index.ts'

/** A task that a `depends` names. */
export interface DependsName {
  readonly name: string
  readonly range: TextRange
  /** `Succeeded` in `build.Succeeded`. */
  readonly result: string | undefined
}

/**
 * The tasks that an expression of `depends` names, in order. It has names, results after a dot, `&&`, `||`, `!` and parentheses; Argo
 * reads hyphens as parts of names.
 */
export function dependsNames(text: string): readonly DependsName[] {
  const names: DependsName[] = []
  for (const match of text.matchAll(/([A-Za-z0-9_][A-Za-z0-9_-]*)(?:\.([A-Za-z]+))?/g)) {
    const [, name = '', result] = match
    names.push({ name, range: { from: match.index, to: match.index + name.length }, result })
  }
  return names
}

/** The tasks that a list of names parted by blanks means, as `target` of a dag has it. */
export function listedNames(text: string): readonly DependsName[] {
  return [...text.matchAll(/[^\s{}]+/g)].map(({ 0: name, index }) => ({
    name,
    range: { from: index, to: index + name.length },
    result: undefined,
  }))
}
