import type { ArgoVersion, Field, ObjectType } from '../../schema/index.ts'
import { keyText, valueOf, type YamlMap, type YamlNode } from '../../yaml/index.ts'
import { renamingField, settingField } from '../fix.ts'
import { convertingToList, convertingToSingle } from '../plural-fields.ts'
import type { Finding } from '../problem.ts'
import { similarName } from '../similar.ts'
import { checkValue } from './values.ts'

/** Whether a version of Argo has a field. */
export function isThere({ since, until }: Field, target: ArgoVersion): boolean {
  return (since === undefined || since <= target) && (until === undefined || until > target)
}

/** A key that its object does not have. */
export interface UnknownKey {
  readonly owner: ObjectType
  readonly key: string
  /** The map that has the key. */
  readonly map: YamlMap
  readonly target: ArgoVersion
  /** Whether Argo leaves it out without a word, as it does below a step. */
  readonly isIgnored: boolean
  /** The version with which the field came, if that is later. */
  readonly since?: ArgoVersion
}

/** A name that no field of the object has in that version of Argo. (Argo: `unknown field`.) */
export function unknownField({ owner, key, map, target, isIgnored, since }: UnknownKey): Finding {
  const meant = since === undefined ? nearestField(owner, key, map, target) : undefined
  const fact =
    since === undefined
      ? `\`${owner.name}\` has no field \`${key}\`.`
      : `\`${key}\` came with Argo ${since}, and Argo ${target} does not know it.`
  const advice = meant === undefined ? '' : ` Did you mean \`${meant}\`?`
  const isCase = meant?.toLowerCase() === key.toLowerCase()
  const message = `${fact}${advice} ${outcomeOf(isIgnored, isCase, owner)}`
  const mending =
    since !== undefined
      ? convertingToSingle(map, key, [])
      : meant === undefined
        ? []
        : [renamingField(`Rename it to ${meant}`, [], meant)]
  return {
    code: 'field-unknown',
    message,
    path: [],
    marks: 'key',
    fixes: [...mending, settingField(`Remove ${key}`, [], null)],
    ...(isIgnored ? { severity: 'warning' } : {}),
  }
}

function outcomeOf(isIgnored: boolean, isCase: boolean, { name }: ObjectType): string {
  if (isIgnored && isCase)
    return 'Below a step Argo takes letters of any case, but hardly anything else does.'
  if (isIgnored)
    return 'Argo leaves it out without a word, for it reads what is below a step leniently.'
  if (name === 'WorkflowStep') return 'Argo refuses a step with it.'
  return 'The command line refuses the file; the server leaves it out without a word.'
}

/** A field that a version of Argo has no more. */
export function removedField(
  { until, deprecated = '' }: Field,
  key: string,
  map: YamlMap,
  isIgnored: boolean,
): Finding {
  const outcome = isIgnored
    ? 'Below a step it is left out without a word, so nothing comes of it.'
    : 'The command line refuses the file; the server leaves the field out without a word, so nothing comes of it.'
  const advice = deprecated === '' ? '' : `${deprecated} `
  const converting = convertingToList(map, key, [])
  const message = `Argo ${until ?? ''} and later have no \`${key}\`. ${advice}${outcome}`
  return {
    code: 'field-removed',
    message,
    path: [],
    marks: 'key',
    fixes: converting.length > 0 ? converting : [settingField(`Remove ${key}`, [], null)],
    ...(isIgnored ? { severity: 'warning' } : {}),
  }
}

/** The field that somebody may have meant, of those that the version has and the map does not, and that take such a value. */
function nearestField(
  { fields }: ObjectType,
  key: string,
  map: YamlMap,
  target: ArgoVersion,
): string | undefined {
  const taken = new Set(map.entries.map(keyText))
  const value = valueOf(map, key)
  const free = [...fields].flatMap(([name, field]) =>
    isThere(field, target) && !taken.has(name) && takes(field, value) ? [name] : [],
  )
  const lower = key.toLowerCase()
  return free.find((name) => name.toLowerCase() === lower) ?? similarName(key, free)
}

function takes({ type }: Field, value: YamlNode | undefined): boolean {
  return value === undefined || checkValue(value, type, '').every(({ code }) => code !== 'shape')
}
