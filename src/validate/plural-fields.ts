import type { Path } from '../base/index.ts'
import { entryOf, itemsOf, type YamlMap } from '../yaml/index.ts'
import type { FixMaker } from './fix.ts'

/** Fields for one thing, and what the list is called that takes their place from Argo 3.6 on. Argo 4.0 has only the lists. */
export const plurals = [
  ['mutex', 'mutexes'],
  ['semaphore', 'semaphores'],
  ['schedule', 'schedules'],
] as const

/**
 * Writes a field for one thing as a list of it; none where there is no such list, or it is in the map already. `path` leads to the field from
 * what the rule was asked about.
 */
export function convertingToList(map: YamlMap, key: string, path: Path): readonly FixMaker[] {
  const list = plurals.find(([single]) => single === key)?.[1]
  if (list === undefined || entryOf(map, list) !== undefined) return []
  return [converting(path, list, 'list')]
}

/** Writes a list of one as a field for that; none where there are several, or the field is there already. */
export function convertingToSingle(map: YamlMap, key: string, path: Path): readonly FixMaker[] {
  const single = plurals.find(([, list]) => list === key)?.[0]
  const isOne = itemsOf(entryOf(map, key)?.value).length === 1
  if (single === undefined || !isOne || entryOf(map, single) !== undefined) return []
  return [converting(path, single, 'single')]
}

function converting(path: Path, to: string, form: 'list' | 'single'): FixMaker {
  return (place) => ({
    title: `Write it as ${to}`,
    command: 'convertField',
    args: { path: [...place.path, ...path], name: to, form },
    isSafe: true,
  })
}
