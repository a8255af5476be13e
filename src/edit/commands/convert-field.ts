import type { Path } from '../../base/index.ts'
import { itemsOf, locate, renameKey, setSource, setValue, sourceOf } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'

export interface ConvertFieldArguments {
  /** Keys and indices from the document's root; the last is the key of the field. */
  readonly path: Path
  /** What the field is called afterwards. */
  readonly name: string
  /** `list`: its value becomes the one item of a list. `single`: the one item of its list becomes its value. */
  readonly form: 'list' | 'single'
}

/**
 * Makes a field for one thing into one for a list of them, or back, under another name; what is written in it stays as it is. Refused when the map has
 * the new key already, and of a list that has not exactly one item.
 */
export const convertField: Command<ConvertFieldArguments> = (context, { path, name, form }) => {
  const draft = new Draft(context)
  const { document } = draft
  const address = { document, path: [...path.slice(0, -1), name] }
  draft.plan((tree) => renameKey(tree, { document, path }, name))
  if (form === 'list') nest(draft, address)
  else unnest(draft, address)
  return draft.finish(draft.refused ? [] : [address])
}

type Field = Parameters<typeof sourceOf>[1]

function nest(draft: Draft, address: Field): void {
  draft.plan((tree) => {
    const source = sourceOf(tree, address)
    return setSource(tree, address, `- ${(source ?? '').replaceAll('\n', '\n  ')}`)
  })
}

function unnest(draft: Draft, address: Field): void {
  if (draft.refused) return
  const [item, ...others] = itemsOf(locate(draft.tree, address)?.node)
  if (item === undefined || others.length > 0) {
    draft.refuse('Only a list of one item can become one value.', address)
    return
  }
  draft.plan((tree) => {
    const source = sourceOf(tree, { ...address, path: [...address.path, 0] })
    return source === undefined ? setValue(tree, address, null) : setSource(tree, address, source)
  })
}

export function readConvertField(read: ArgumentReader): ConvertFieldArguments {
  const form = read.oneOf('form', ['list', 'single'] as const)
  return { path: read.path(), name: read.text('name'), form: form ?? 'list' }
}
