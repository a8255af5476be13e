import { fieldOrder, keysBefore } from '../../argo/index.ts'
import {
  insertItems,
  itemsOf,
  locate,
  newItem,
  removeEntry,
  removeItems,
  renameKey,
  setEntry,
  setValue,
  styleOf,
} from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'

export interface SetScheduleArguments {
  /** Which of the schedules; one more than there are adds one. */
  readonly index: number
  /** Null removes it. */
  readonly schedule: string | null
}

/**
 * Sets, adds or removes one of the times at which a CronWorkflow runs. The old field `schedule` is kept while it is the only one, and
 * becomes the list `schedules` when another is added.
 */
export const setSchedule: Command<SetScheduleArguments> = (context, { index, schedule }) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  if (manifest === undefined) return draft.finish()
  if (manifest.kind !== 'CronWorkflow')
    return draft.refuse('Only a CronWorkflow has schedules. Make it one first.').finish()
  if (schedule?.trim() === '')
    return draft.refuse('The schedule is empty. Remove it instead.').finish()
  const list = { document, path: ['spec', 'schedules'] }
  const single = { document, path: ['spec', 'schedule'] }
  const items = itemsOf(locate(tree, list)?.node)
  const isSingle = items.length === 0 && locate(tree, single) !== undefined
  const count = isSingle ? 1 : items.length
  if (index > count || (schedule === null && index === count)) {
    return draft
      .refuse(
        `There ${count === 1 ? 'is 1 schedule' : `are ${String(count)} schedules`}, and no number ${String(index + 1)}.`,
      )
      .finish()
  }
  const after = keysBefore(fieldOrder.cron, 'schedules') ?? []
  if (schedule === null) {
    if (count === 1) draft.plan((current) => removeEntry(current, isSingle ? single : list))
    else draft.plan((current) => removeItems(current, list, [index]))
  } else if (index < count) {
    const address = isSingle ? single : { document, path: [...list.path, index] }
    draft.plan((current) => setValue(current, address, schedule))
  } else if (count === 0) {
    draft.plan((current) =>
      setEntry(current, { document, path: ['spec'] }, 'schedules', [schedule], { after }),
    )
  } else if (isSingle) {
    const old = locate(tree, single)?.node
    if (old?.kind !== 'scalar')
      return draft.refuse('spec.schedule is no text. Write it as one first.').finish()
    draft.plan((current) => renameKey(current, single, 'schedules'))
    draft.plan((current) => setValue(current, list, [old.value, schedule]))
  } else {
    draft.plan((current) =>
      insertItems(current, list, index, [newItem(schedule, styleOf(current, document))]),
    )
  }
  return draft.finish()
}

export function readSetSchedule(read: ArgumentReader): SetScheduleArguments {
  return { index: read.whole('index'), schedule: read.textOrNull('schedule') }
}
