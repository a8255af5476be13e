import { templateAt, templatePath } from '../../argo/index.ts'
import { insertItems, newItem, renameKey, setValue, styleOf, valueOf } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findTemplate, nameOf, type TemplateKey } from '../places.ts'
import { programOf, MAX_ARGUMENT } from '../refactor/programs.ts'

export interface ScriptToContainerArguments {
  readonly template: TemplateKey
}

/**
 * Makes a script a container that runs the same text: `bash` with a source becomes `bash -c` with an argument. Refused for programs that
 * take no text as an argument, for sources that ask for their own file, and for what is too long for a command line.
 */
export const scriptToContainer: Command<ScriptToContainerArguments> = (context, { template }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const index = manifest && draft.take(findTemplate(manifest, template))
  const view = index === undefined ? undefined : templateAt(manifest, index)
  if (manifest === undefined || index === undefined || view === undefined) return draft.finish()
  const { script } = view
  const name = nameOf(view, index)
  const path = templatePath(manifest, index)
  const source = script?.source
  if (script === undefined || source === undefined)
    return draft.refuse(`The template ${name} is no script with a source.`).finish()
  const [command] = script.command
  const program = programOf(command)
  if (valueOf(view.node, 'script')?.kind !== 'map')
    draft.refuse(
      `The script of ${name} stands behind an alias. Replace the alias by its own text first.`,
    )
  if (command === undefined)
    draft.refuse(
      `The script ${name} has no command, so its image decides how the source is run. Set a command first.`,
    )
  else if (program === undefined)
    draft.refuse(`${command} is not known to take a text as an argument, as bash does with -c.`)
  if (script.args.length > 0)
    draft.refuse(
      `The script ${name} has args, which would come before its source. Remove them first.`,
    )
  const ownFile = program?.ownFile.exec(source)?.[0]
  if (ownFile !== undefined)
    draft.refuse(
      `The source of ${name} reads ${ownFile}, the file in which it stands, and a container has none.`,
    )
  if (source.length > MAX_ARGUMENT)
    draft.refuse(`The source of ${name} is longer than a command line may be.`)
  if (program === undefined || draft.refused) return draft.finish()
  const owner = [...path, 'script']
  draft.plan((tree) => renameKey(tree, { document, path: [...owner, 'source'] }, 'args'))
  draft.plan((tree) => setValue(tree, { document, path: [...owner, 'args'] }, [source]))
  const words = { document, path: [...owner, 'command'] }
  draft.plan((tree) =>
    insertItems(tree, words, script.command.length, [
      newItem(program.flag, styleOf(tree, document)),
    ]),
  )
  draft.plan((tree) => renameKey(tree, { document, path: owner }, 'container'))
  return draft.finish([{ document, path }])
}

export function readScriptToContainer(read: ArgumentReader): ScriptToContainerArguments {
  return { template: read.template() }
}
