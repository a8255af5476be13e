import { fieldOrder, keysBefore } from '../../argo/index.ts'
import { removeEntry, setEntry } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findNodeAt, pathOf, type StepAddress } from '../places.ts'

export type SetWhenArguments = StepAddress & {
  /** The condition as it is; null or the empty text for none. */
  readonly when: string | null
}

/** Sets, changes or takes away the condition of a step. */
export const setWhen: Command<SetWhenArguments> = (context, { when, ...address }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const step = { document, path: pathOf(manifest, place) }
  draft.plan((tree) =>
    when === null || when === ''
      ? removeEntry(tree, { document, path: [...step.path, 'when'] })
      : setEntry(tree, step, 'when', when, { after: keysBefore(fieldOrder.step, 'when') ?? [] }),
  )
  return draft.finish([step])
}

export function readSetWhen(read: ArgumentReader): SetWhenArguments {
  return { ...read.step(), when: read.textOrNull('when') }
}
