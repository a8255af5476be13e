import { ok, type Path, type TextChange } from '../base/index.ts'
import { scriptLanguage, templateAt, templatePath, type TemplateAddress } from '../argo/index.ts'
import { generatePreamble, isPythonIdentifier, splitSource, variableUses } from '../hera/index.ts'
import { minimalChange } from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { scalarsUnder } from './scalars.ts'
import { changeScalar } from './splice-scalar.ts'

/**
 * Prepares that a script which reads its inputs into variables of their names (a Python function) follows when one of them is renamed. What
 * it gives is to be called when its tags have the new name: then the variable gets it as well. A new name that Python would not take leaves the
 * variable as it is; one that the script uses already is refused.
 */
export function variableFollower(
  draft: Draft,
  template: TemplateAddress,
  old: string,
  name: string,
): () => void {
  const { manifest, document } = draft
  const view = templateAt(manifest, template)
  const source = view?.script?.source
  const nothing = (): void => undefined
  if (manifest === undefined || view?.script === undefined || source === undefined) return nothing
  if (scriptLanguage(view.script) !== 'python' || !isPythonIdentifier(name)) return nothing
  const inputs = view.inputs.parameters.map((input) => ({
    name: input.name ?? '',
    hasValueFrom: input.hasValueFrom,
  }))
  const split = splitSource(source, inputs)
  if (split === undefined || inputs.some((input) => input.name === old && input.hasValueFrom))
    return nothing
  if (variableUses(split.body, name).length > 0)
    draft.refuse(`The script uses the name ${name} already. Choose another, or rename that first.`)
  const names = inputs.flatMap((input) =>
    input.hasValueFrom ? [] : [input.name === old ? name : input.name],
  )
  const { addCwdToSysPath } = split
  const preamble = generatePreamble(names, { addCwdToSysPath, hasPositional: true })
  const tag = (of: string): string => `{{inputs.parameters.${of}}}`
  const before = split.preamble.replaceAll(tag(old), tag(name))
  const path: Path = [...templatePath(manifest, template), 'script', 'source']
  return () => {
    draft.plan((tree) => {
      const [scalar] = scalarsUnder(tree, { document, path })
      if (scalar === undefined || !scalar.node.value.startsWith(before)) return ok([])
      const body = scalar.node.value.slice(before.length)
      const whole = { from: 0, to: before.length, insert: preamble }
      const changes: TextChange[] = [
        ...minimalChange(before, whole),
        ...variableUses(body, old).map(({ from, to }) => ({
          from: from + before.length,
          to: to + before.length,
          insert: name,
        })),
      ]
      return changeScalar(tree, document, scalar, changes)
    })
  }
}
