import { calledFacts, readHooks } from '../../argo/index.ts'
import { settingField } from '../fix.ts'
import { givenBy, givenTo, removingArgument, type Given } from '../given.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, PlacedStepRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/** What is given to a template that does not declare it gets lost: Argo accepts it and looks at it nowhere. */
export const checkSurplusArguments: PlacedStepRule = (step, around) => {
  const given = givenBy(step, around)
  return given.length === 0 ? none : given.flatMap(surplusIn)
}

/** The same of hooks of a workflow. */
export const checkSurplusHookArguments: DocumentRule = ({ manifest, templates, reader }) => {
  const { spec, specPath } = manifest
  return readHooks(reader, spec.node).flatMap((hook) => {
    const template = hook.templateRef === undefined && templates.get(hook.template ?? '')
    if (!template) return []
    const path = [...specPath, 'hooks', hook.name, 'arguments']
    const who = `hook ${hook.name} of the workflow`
    return givenTo(hook, calledFacts(template), who, path).flatMap(surplusIn)
  })
}

function surplusIn(given: Given): readonly Finding[] {
  const { parameters, artifacts, called } = given
  const ofParameters = surplus(given, 'parameter', parameters, called.declared)
  const ofArtifacts = surplus(given, 'artifact', artifacts, called.declaredArtifacts)
  return ofParameters.length + ofArtifacts.length === 0 ? none : [...ofParameters, ...ofArtifacts]
}

const none: readonly Finding[] = []

function surplus(
  { who, path, calledName }: Given,
  word: 'parameter' | 'artifact',
  list: readonly { readonly name: string | undefined }[],
  declared: readonly string[],
): readonly Finding[] {
  if (list.length === 0) return none
  return list.flatMap(({ name = '' }, index): readonly Finding[] => {
    if (name === '' || name.includes('{{') || declared.includes(name)) return []
    const free = declared.filter((input) => list.every((other) => other.name !== input))
    const similar = similarName(name, free)
    const meant = similar === undefined ? '' : ` Is ${similar} meant?`
    const message = `The ${who} gives the ${word} ${name}, but ${calledName} has no such input: Argo drops it without a word.${meant}`
    const at = [...path, `${word}s`, index]
    const fixes = [
      ...(similar === undefined
        ? []
        : [settingField(`Give ${similar} instead`, [...at, 'name'], similar)]),
      removingArgument(name, at),
    ]
    return [{ code: 'argument-surplus', message, path: [...at, 'name'], fixes }]
  })
}
