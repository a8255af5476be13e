import { err, type Path, type Result } from '../../src/base/index.ts'
import { readManifest, templateAddressOf, type TemplateAddress } from '../../src/argo/index.ts'
import { runCommand, type Edit, type Refusal } from '../../src/edit/index.ts'
import type { FlowSymbol } from '../../src/flow/index.ts'
import type { Designer } from '../store/index.ts'

/** Renames a thing with all that refers to it, as one step of the history. Refused for what has no command for that. */
export function renameSymbol(
  designer: Designer,
  symbol: FlowSymbol,
  name: string,
): Result<Edit, Refusal> {
  const planned = commandFor(designer, symbol)
  if (planned === undefined)
    return err({
      message: `The name of a global output is changed in the text, at its globalName.`,
    })
  const { id, args } = planned
  return designer.actions.execute(`command.${id}`, ({ tree }) =>
    runCommand({ tree, document: symbol.document }, id, { ...args, name }),
  )
}

function commandFor(
  designer: Designer,
  symbol: FlowSymbol,
): { readonly id: string; readonly args: object } | undefined {
  const { path, kind } = symbol
  const document = designer.scene().tree.documents[symbol.document]
  const template = (owner: Path): TemplateAddress | undefined =>
    document && templateAddressOf(readManifest(document), owner)
  switch (kind) {
    case 'template':
      return { id: 'renameTemplate', args: { template: template(path) } }
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
      const args = {
        template: isWorkflow ? null : template(path.slice(0, -3)),
        kind: isWorkflow ? 'arguments' : `${kind}s`,
        parameter: symbol.name,
        artifact: symbol.of === 'artifact',
      }
      return { id: 'renameParameter', args }
    }
    case 'workflow-output':
      return undefined
  }
}
