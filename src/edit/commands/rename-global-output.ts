import { portNameProblem } from '../../argo/index.ts'
import { err, ok, type TextChange } from '../../base/index.ts'
import { setValue } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { followRename } from '../follow.ts'
import { scalarsUnder } from '../scalars.ts'

export interface RenameGlobalOutputArguments {
  /** Its `globalName` so far. */
  readonly output: string
  readonly artifact?: boolean | undefined
  /** The new name. */
  readonly name: string
}

/** Renames an output of the workflow: each `globalName` of that name, and what reads `workflow.outputs`. Refused for taken names. */
export const renameGlobalOutput: Command<RenameGlobalOutputArguments> = (
  context,
  { output, artifact = false, name },
) => {
  const draft = new Draft(context)
  const { document, manifest, tree } = draft
  if (manifest === undefined || draft.refused) return draft.finish()
  const list = artifact ? 'artifacts' : 'parameters'
  const names = scalarsUnder(tree, { document, path: manifest.specPath }).filter(
    ({ path }) => path.at(-1) === 'globalName' && path.at(-3) === list && path.at(-4) === 'outputs',
  )
  const found = names.filter(({ node }) => node.value === output)
  const problem = portNameProblem(name)
  if (problem !== undefined) draft.refuse(`“${name}” is no name. ${problem}`)
  if (found.length === 0)
    draft.refuse(`No template gives the workflow an output ${output} by globalName.`)
  if (names.some(({ node }) => node.value === name))
    draft.refuse(`The workflow has an output ${name} already.`)
  draft.plan((current) => {
    const changes: TextChange[] = []
    for (const { path } of found) {
      const plan = setValue(current, { document, path }, name)
      if (!plan.ok) return err(plan.error)
      changes.push(...plan.value)
    }
    return ok(changes)
  })
  const target = artifact
    ? ({ scope: 'workflow.outputs', artifact: output } as const)
    : ({ scope: 'workflow.outputs', parameter: output } as const)
  draft.plan((current) => followRename(current, { document, path: [] }, target, name))
  return draft.finish()
}

export function readRenameGlobalOutput(read: ArgumentReader): RenameGlobalOutputArguments {
  return {
    output: read.text('output'),
    artifact: read.optionalFlag('artifact'),
    name: read.text('name'),
  }
}
