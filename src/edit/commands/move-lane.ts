import { lanePath, templateAt } from '../../argo/index.ts'
import { insertItems, itemText, removeItems } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findStepsTemplate, nameOf, type TemplateKey } from '../places.ts'
import { lanesAddress, listAt } from '../step-texts.ts'

export interface MoveLaneArguments {
  readonly template: TemplateKey
  readonly lane: number
  /** Before which lane it goes, counted before the move; the number of lanes for the end. */
  readonly to: number
}

/** Moves a whole lane with its comments. */
export const moveLane: Command<MoveLaneArguments> = (context, { template, lane, to }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const index = manifest && draft.take(findStepsTemplate(manifest, template))
  if (manifest === undefined || index === undefined) return draft.finish()
  const view = templateAt(manifest, index)
  const lanes = lanesAddress(manifest, document, index)
  const count = view?.lanes.length ?? 0
  if (lane >= count || to > count) {
    return draft
      .refuse(`The template ${nameOf(view, index)} has ${String(count)} lanes, counted from 0.`)
      .finish()
  }
  if (to === lane || to === lane + 1) return draft.refuse('The lane is there already.').finish()
  draft.plan((tree) => {
    const list = listAt(tree, lanes)
    const own = list === undefined ? undefined : itemText(tree.text, list, lane)
    return insertItems(tree, lanes, to, own === undefined ? [] : [own])
  })
  draft.plan((tree) => removeItems(tree, lanes, [to <= lane ? lane + 1 : lane]))
  return draft.finish([{ document, path: lanePath(manifest, index, to <= lane ? to : to - 1) }])
}

export function readMoveLane(read: ArgumentReader): MoveLaneArguments {
  return { template: read.template(), lane: read.whole('lane'), to: read.whole('to') }
}
