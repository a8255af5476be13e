import type { Path, TextRange } from '../../base/index.ts'
import { dependencyCycle, type DependencyMap, type FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'

/** A place where something is named that must end before: an item of `dependencies`, or a part of a `depends`. */
export interface NamedDependency {
  readonly name: string
  readonly path: Path
  readonly within?: TextRange
}

/** The items of the `dependencies` of a task or container at a path; those without text are left out. */
export function listedDependencies(
  reader: FieldReader,
  node: YamlNode,
  path: Path,
): readonly NamedDependency[] {
  return reader.items(reader.field(node, 'dependencies')).flatMap((item, index) => {
    const name = reader.textOf(item)
    return name === undefined || name === ''
      ? []
      : [{ name, path: [...path, 'dependencies', index] }]
  })
}

/** A finding for each name that none of the known ones is. Names of tasks that are made of tags are looked at where more is known. */
export function unknownDependencies(
  named: readonly NamedDependency[],
  what: 'task' | 'container',
  known: DependencyMap,
): readonly Finding[] {
  return named.flatMap(({ name, ...place }): Finding[] => {
    if (known.has(name) || (what === 'task' && name.includes('{{'))) return []
    const message = `There is no ${what} ${name} in this template. Name one that is there, or remove it.`
    return [{ code: 'dependency-unknown', message, ...place }]
  })
}

/**
 * A finding for the first circle of dependencies, with the way around it: Argo refuses a template that has one. It is where the first
 * along the way names the next; `placesOf` gives what something of a name depends on.
 */
export function cycleOf(
  map: DependencyMap,
  what: 'task' | 'container',
  placesOf: (name: string) => readonly NamedDependency[],
): readonly Finding[] {
  const way = dependencyCycle(map)
  const [first, next] = way ?? []
  if (way === undefined || first === undefined || next === undefined) return []
  const place = placesOf(first).find(({ name }) => name === next)
  if (place === undefined) return []
  const { path, within } = place
  const message =
    first === next
      ? `The ${what} ${first} waits for itself, so it never starts. Remove this.`
      : `These ${what}s wait for each other, so none ever starts: ${shown(way)}. Remove one of these dependencies.`
  return [{ code: 'dependency-cycle', message, path, ...(within && { within }) }]
}

const MAX_SHOWN = 8

function shown(way: readonly string[]): string {
  const names =
    way.length > MAX_SHOWN ? [...way.slice(0, MAX_SHOWN - 2), '…', ...way.slice(-1)] : way
  return names.join(' → ')
}
