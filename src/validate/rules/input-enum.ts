import type { Path } from '../../base/index.ts'
import { settingField, type FixMaker } from '../fix.ts'
import { givenBy, givenToEntrypoint, type Given } from '../given.ts'
import { literalsGiven, type Loop } from '../literal-values.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule, PlacedStepRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/** What is given for an input with an enum should be one of its values. Argo looks at the enums of arguments only, never at those of inputs. */
export const checkGivenEnums: PlacedStepRule = (step, around, reader) => {
  const given = givenBy(step, around)
  return given.length === 0 ? none : given.flatMap((one) => outside(one, { step, reader }))
}

/** The same of what a workflow gives to its entrypoint. */
export const checkEntrypointEnums: DocumentRule = (scope) =>
  givenToEntrypoint(scope).flatMap((given) => outside(given, undefined))

/** An input that nobody gives has its default, which should be one of the values too. */
export const checkInputEnums: OwnRule = ({ inputs }) =>
  inputs.parameters.flatMap((parameter, index): readonly Finding[] => {
    const { name = 'without a name', enum: allowed, value, default: fallback } = parameter
    const text = value ?? fallback
    if (text === undefined || isAllowed(text, allowed)) return none
    const field = value === undefined ? 'default' : 'value'
    const path = ['inputs', 'parameters', index, field]
    const message = `The ${field} ${shownValue(text)} of the input ${name} is none of its enum, ${shown(allowed)}, and Argo takes it all the same. Take one of them, or add it.`
    return [{ code: 'input-enum', message, path, fixes: choices(text, allowed, path) }]
  })

const none: readonly Finding[] = []

function outside(given: Given, loop: Loop | undefined): readonly Finding[] {
  const { called, calledName, who } = given
  if (called.enums.length === 0) return none
  const enums = new Map(called.enums)
  return literalsGiven(given, loop).flatMap(({ name, value: { text, path } }) => {
    const allowed = enums.get(name)
    if (allowed === undefined || isAllowed(text, allowed)) return none
    const message = `The ${who} gives ${shownValue(text)} for ${name}, but ${calledName} is made for ${shown(allowed)} only. Argo does not look at that: it runs with this value.`
    return [{ code: 'input-enum', message, path, fixes: choices(text, allowed, path) }]
  })
}

function isAllowed(text: string, allowed: readonly string[]): boolean {
  // Values that are made of tags are known to nobody before a run.
  return allowed.length === 0 || [text, ...allowed].some(hasTag) || allowed.includes(text)
}

function hasTag(text: string): boolean {
  return text.includes('{{')
}

const MAX_CHOICES = 6

function shown(allowed: readonly string[]): string {
  const some = allowed.slice(0, MAX_CHOICES).map(shownValue).join(', ')
  return allowed.length > MAX_CHOICES ? `${some}, …` : some
}

const MAX_SHOWN = 40

function shownValue(text: string): string {
  if (text === '') return 'an empty text'
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

/** One fix for each value, the one that may be meant first. */
function choices(text: string, allowed: readonly string[], path: Path): readonly FixMaker[] {
  const similar = similarName(text, allowed)
  const sorted = similar === undefined ? allowed : [similar, ...allowed]
  return [...new Set(sorted)]
    .slice(0, MAX_CHOICES)
    .map((value) => settingField(`Write ${shownValue(value)}`, path, value))
}
