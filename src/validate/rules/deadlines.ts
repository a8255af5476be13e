import { readDuration } from '../../schedule/index.ts'
import { resolvePlain, type YamlNode } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import { filledIn } from '../filled-in.ts'
import type { PlacedRule, PlacedStepRule } from '../scope.ts'
import { calledBy } from '../surroundings.ts'

const WHOLE = /^[+-]?\d+$/

/**
 * Timeouts are durations with units, and a deadline is a number of seconds. They may be tags, which must become that where their values are
 * known. (Argo: validateTemplate, validateLeaf.)
 */
export const checkDeadlines: PlacedRule = ({ node, type, lanes }, reader, { values }) => {
  // Steps without any are none when Argo looks.
  if (type === 'dag' || lanes.length > 0) return []
  const timeout = (field: string): readonly Finding[] =>
    checkDuration(field, filledIn(reader.text(node, field) ?? '', values))
  const seconds = reader.field(node, 'activeDeadlineSeconds')
  return [...timeout('timeout'), ...timeout('pendingTimeout'), ...checkSeconds(seconds, values)]
}

function checkDuration(field: string, text: string): readonly Finding[] {
  if (text === '' || text.includes('{{')) return []
  const path = [field]
  if (WHOLE.test(text)) {
    if (field !== 'timeout') return []
    const message = `A timeout needs a unit, and ${text} has none. Write ${text}s for seconds.`
    const fixes = [settingField(`Change it to ${text}s`, path, `${text}s`)]
    return [{ code: 'timeout-unreadable', message, path, fixes }]
  }
  const duration = readDuration(text)
  if (duration.ok) return []
  // Lint looks no further than at numbers, but the run does.
  const message = `${duration.error} The template would fail as soon as it is to run.`
  return [{ code: 'timeout-unreadable', message, path, severity: 'warning' }]
}

/** What a template takes for its timeout needs a unit, too, where a caller gives it. */
export const checkGivenTimeout: PlacedStepRule = (step, around) => {
  const timeout = calledBy(step, around)?.manner.find(([field]) => field === 'timeout')?.[1]
  const text = timeout?.kind === 'scalar' ? timeout.value : ''
  const name = /^\{\{\s*inputs\.parameters\.(\S+?)\s*\}\}$/.exec(text)?.[1]
  const index = step.parameters.findIndex((parameter) => parameter.name === name)
  const value = step.parameters[index]?.value ?? ''
  if (name === undefined || !WHOLE.test(value)) return []
  const path = ['arguments', 'parameters', index, 'value']
  const message = `${name} becomes a timeout, which needs a unit, and ${value} has none. Write ${value}s for seconds.`
  const fixes = [settingField(`Change it to ${value}s`, path, `${value}s`)]
  return [{ code: 'timeout-unreadable', message, path, fixes }]
}

function checkSeconds(
  field: YamlNode | undefined,
  values: ReadonlyMap<string, string>,
): readonly Finding[] {
  if (field?.kind !== 'scalar') return []
  const text = filledIn(field.value, values)
  // All inputs at once are a list in JSON.
  if (text.startsWith('{{') && !/^\{\{\s*inputs\.parameters\s*\}\}$/.test(text)) return []
  const value = field.style === 'plain' ? resolvePlain(text) : text
  if (typeof value === 'number' ? value >= 0 : /^[+]?\d+$/.test(text)) return []
  const is = text === '' ? 'this is empty' : `${text} is none`
  const message = `The deadline must be a number of seconds, not below 0, or a tag; ${is}.`
  return [{ code: 'number-out-of-range', message, path: ['activeDeadlineSeconds'] }]
}
