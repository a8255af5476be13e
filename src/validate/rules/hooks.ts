import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, StepRule } from '../scope.ts'

/** Hooks of a workflow must say when they run, all but `exit`, which runs at the end. (Argo: validateHooks.) */
export const checkWorkflowHooks: DocumentRule = ({ manifest: { spec, specPath }, reader }) =>
  withoutExpression(reader, spec.node, specPath)

/** So must those of steps and tasks. Lint does not look at tasks, but the controller ends them in an error. */
export const checkStepHooks: StepRule = ({ node, hooks }, reader) =>
  hooks.length === 0 ? [] : withoutExpression(reader, node, [])

function withoutExpression(
  reader: FieldReader,
  owner: YamlNode | undefined,
  path: Path,
): readonly Finding[] {
  const hooks = reader.field(owner, 'hooks')
  return reader.keys(hooks).flatMap((name): Finding[] => {
    if (name === 'exit') return []
    if ((reader.text(reader.field(hooks, name), 'expression') ?? '') !== '') return []
    const message = `The hook ${name} does not say when it runs. Give it an \`expression\`, or name it exit if it is to run at the end.`
    const at = [...path, 'hooks', name]
    return [{ code: 'hook-expression-missing', message, path: at, marks: 'key' }]
  })
}
