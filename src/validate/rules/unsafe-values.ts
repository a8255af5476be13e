import { explainUnsafeValue } from '../../hera/index.ts'
import { settingField } from '../fix.ts'
import { givenBy, givenToEntrypoint, type Given } from '../given.ts'
import { literalsGiven, type Loop } from '../literal-values.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, PlacedStepRule } from '../scope.ts'

/**
 * A script that Hera made of a function has each of its inputs in a text between three single quotes. Values that end that text make a program that
 * is no Python, so that the script fails before its first line.
 */
export const checkUnsafeValues: PlacedStepRule = (step, around, reader) => {
  const given = givenBy(step, around)
  return given.length === 0 ? none : given.flatMap((one) => unsafe(one, { step, reader }))
}

/** The same of what a workflow gives to its entrypoint. */
export const checkUnsafeEntrypointValues: DocumentRule = (scope) =>
  givenToEntrypoint(scope).flatMap((given) => unsafe(given, undefined))

const none: readonly Finding[] = []

function unsafe(given: Given, loop: Loop | undefined): readonly Finding[] {
  const { called, calledName } = given
  if (called.quoted.length === 0) return none
  return literalsGiven(given, loop).flatMap(({ name, value: { text, path } }) => {
    const reason = called.quoted.includes(name) ? explainUnsafeValue(text) : undefined
    if (reason === undefined) return none
    const message = `${reason} ${calledName} puts ${name} between three single quotes, so it fails before it begins. Write the value as JSON, which it reads too.`
    // An item may be for others as well.
    const fixes =
      path[0] === 'withItems' ? [] : [settingField('Write it as JSON', path, asJson(text))]
    return [{ code: 'value-unsafe', message, path, fixes }]
  })
}

/** A text as JSON in which nothing ends the text around it. */
function asJson(text: string): string {
  return JSON.stringify(text).replaceAll("'", String.raw`\u0027`)
}
