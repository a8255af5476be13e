import { findTags } from '../../expression/index.ts'
import type { Path } from '../../base/index.ts'
import type { FixMaker } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/**
 * The `parameter` of an output names what a step gave: Argo looks its text up when the steps have run (`getTemplateOutputsFromScope`). Inputs and
 * what is known of the workflow are filled in before that, and then their value is looked up as if it were a name, which nothing has.
 */
export const checkEarlyOutputs: OwnRule = ({ type, outputs }, reader) => {
  if (type !== 'steps' && type !== 'dag') return []
  return outputs.parameters.flatMap(({ node, name = '' }, index): Finding[] => {
    const valueFrom = reader.field(node, 'valueFrom')
    const text = reader.text(valueFrom, 'parameter')
    const source = text === undefined ? undefined : filledInBefore(text)
    if (source === undefined) return []
    const path = ['outputs', 'parameters', index, 'valueFrom']
    const end =
      reader.field(valueFrom, 'default') === undefined
        ? 'the run ends in an error'
        : 'it always has its default'
    const message = `The output ${name} takes over \`${source}\`, which is filled in before anybody looks for it, so ${end}. Under \`parameter\` Argo finds only what steps give.`
    const at = [...path, 'parameter']
    return [{ code: 'output-early', message, path: at, fixes: byExpression(source, path) }]
  })
}

/** What the only tag of a text refers to, if it is known before the steps run. */
function filledInBefore(text: string): string | undefined {
  const [tag, other] = findTags(text)
  if (tag?.kind !== 'simple' || other !== undefined) return undefined
  return /^(?:inputs|workflow(?!\.outputs\.))\./.test(tag.body) ? tag.body : undefined
}

/** An expression finds the inputs of its template; what it cannot find gets no fix. */
function byExpression(source: string, path: Path): readonly FixMaker[] {
  const name = /^inputs\.parameters\.([\w-]+)$/.exec(source)?.[1]
  if (name === undefined) return []
  const value = name.includes('-') ? `inputs.parameters['${name}']` : source
  return [
    (place) => ({
      title: 'Take it over by an expression',
      command: 'setFields',
      args: {
        fields: [
          { path: [...place.path, ...path, 'parameter'], value: null },
          { path: [...place.path, ...path, 'expression'], value },
        ],
      },
      isSafe: true,
    }),
  ]
}
