import { templateAt, templatePath } from '../../argo/index.ts'
import {
  removeEntry,
  removeItems,
  renameKey,
  setEntry,
  setValue,
  valueOf,
} from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findTemplate, nameOf, type TemplateKey } from '../places.ts'
import { programOf } from '../refactor/programs.ts'

export interface ContainerToScriptArguments {
  readonly template: TemplateKey
}

/**
 * Makes a container that runs a text, such as `bash -c` with one argument, a script with that text as its source. Refused for containers
 * that run anything else, or give the text arguments of its own.
 */
export const containerToScript: Command<ContainerToScriptArguments> = (context, { template }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const index = manifest && draft.take(findTemplate(manifest, template))
  const view = index === undefined ? undefined : templateAt(manifest, index)
  if (manifest === undefined || index === undefined || view === undefined) return draft.finish()
  const { container } = view
  const name = nameOf(view, index)
  const path = templatePath(manifest, index)
  if (container === undefined) return draft.refuse(`The template ${name} is no container.`).finish()
  if (valueOf(view.node, 'container')?.kind !== 'map')
    draft.refuse(
      `The container of ${name} stands behind an alias. Replace the alias by its own text first.`,
    )
  const { command, args } = container
  const program = programOf(command[0])
  const words = [...command, ...args]
  const flag = program === undefined ? -1 : words.indexOf(program.flag)
  const source = words[flag + 1]
  if (program === undefined || flag < 0 || source === undefined)
    return draft
      .refuse(
        `The container ${name} runs no text, such as \`sh -c\` with one argument, that could be the source of a script.`,
      )
      .finish()
  if (words.length > flag + 2)
    draft.refuse(
      `The container ${name} gives its text arguments of its own, which a script cannot have.`,
    )
  const options = words.slice(1, flag)
  const strange = options.find((word) => !/^-/.test(word))
  if (strange !== undefined)
    draft.refuse(
      `The container ${name} has ${strange} between its program and ${program.flag}, which a script cannot have.`,
    )
  const owner = [...path, 'container']
  const isArgument = command.length <= flag + 1
  if (isArgument) {
    draft.plan((tree) => renameKey(tree, { document, path: [...owner, 'args'] }, 'source'))
    draft.plan((tree) => setValue(tree, { document, path: [...owner, 'source'] }, source))
  } else {
    draft.plan((tree) => removeEntry(tree, { document, path: [...owner, 'args'] }))
    draft.plan((tree) => setEntry(tree, { document, path: owner }, 'source', source))
  }
  const spare = command.map((_, at) => at).filter((at) => at >= flag)
  draft.plan((tree) => removeItems(tree, { document, path: [...owner, 'command'] }, spare))
  draft.plan((tree) => renameKey(tree, { document, path: owner }, 'script'))
  return draft.finish([{ document, path }])
}

export function readContainerToScript(read: ArgumentReader): ContainerToScriptArguments {
  return { template: read.template() }
}
