import { err, ok, type Path, type Result } from '../../src/base/index.ts'
import { readManifest, templateAddressOf, type TemplateAddress } from '../../src/argo/index.ts'
import {
  runCommand,
  type CommandId,
  type Refusal,
  type RenameSubject,
} from '../../src/edit/index.ts'
import type { FlowSymbol } from '../../src/flow/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { Designer, Planner } from './designer.ts'
import { renameInFiles } from './rename-files.ts'

/**
 * Renames a thing with all that refers to it, in other open files too where those can, as one step of the history. The thing is in the file on the
 * canvas, or in another open one. A refusal is the caller's to tell; where a text is shared, the person has been asked.
 */
export function renameSymbol(
  designer: Designer,
  symbol: FlowSymbol,
  name: string,
  file = designer.workspace.store.getState().active,
): Result<void, Refusal> {
  const tree = designer.workspace.entries().find(({ id }) => id === file)?.tree
  const { id, subject, args } = planFor(tree, symbol)
  const event = `command.${id}`
  if (subject !== undefined)
    return renameInFiles(designer, subject, name, event, { file, document: symbol.document })
  const { lock } = designer.scene()
  if (lock !== undefined) return err({ message: lock })
  const plan: Planner = (context) =>
    runCommand({ tree: context.tree, document: symbol.document }, id, { ...args, name })
  const planned = plan(designer.scene())
  if (!planned.ok && planned.error.shared === undefined) return planned
  const done = designer.actions.execute(event, plan)
  return done.ok ? ok(undefined) : done
}

/** The command for a symbol: with a subject, what other files may refer to; else its arguments. */
interface RenamePlan {
  readonly id: CommandId
  readonly subject?: RenameSubject
  readonly args?: object
}

function planFor(tree: YamlTree | undefined, symbol: FlowSymbol): RenamePlan {
  const { path, kind } = symbol
  const document = tree?.documents[symbol.document]
  const template = (owner: Path): TemplateAddress =>
    (document && templateAddressOf(readManifest(document), owner)) ?? owner
  switch (kind) {
    case 'template':
      return { id: 'renameTemplate', subject: { kind, template: template(path) } }
    case 'step': {
      const [list, second, third] = path.slice(-3)
      const owner = template(path.slice(0, -3))
      return list === 'steps'
        ? { id: 'renameStep', args: { template: owner, lane: second, index: third } }
        : { id: 'renameStep', args: { template: owner, task: third } }
    }
    case 'container': {
      const args = { template: template(path.slice(0, -3)), container: symbol.name }
      return { id: 'renameContainer', args }
    }
    case 'input':
    case 'output':
    case 'workflow-input': {
      const isWorkflow = kind === 'workflow-input'
      const artifact = symbol.of === 'artifact'
      const port = {
        template: isWorkflow ? null : template(path.slice(0, -3)),
        kind: isWorkflow ? ('arguments' as const) : (`${kind}s` as const),
        parameter: symbol.name,
        artifact,
      }
      return {
        id: artifact ? 'renameArtifact' : 'renameParameter',
        subject: { kind: 'port', port },
      }
    }
    case 'workflow-output':
      return {
        id: 'renameGlobalOutput',
        args: { output: symbol.name, artifact: symbol.of === 'artifact' },
      }
  }
}
