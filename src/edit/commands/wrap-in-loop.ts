import {
  calledTemplate,
  fieldOrder,
  keysBefore,
  portNameProblem,
  type TemplateAddress,
  templatePath,
} from '../../argo/index.ts'
import { isJsonArray, setEntry, type JsonArray, type JsonObject } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { addItem, indexNamed, setFields } from '../named-items.ts'
import { findNodeAt, pathOf, stepAt, type StepAddress } from '../places.ts'
import { capital } from '../refactor/order.ts'
import { referencesUnder, wordsOf } from '../refactor/references.ts'
import { placeWords, stepName, templateName } from '../refactor/words.ts'

export type WrapInLoopArguments = StepAddress & {
  /** One of the three. */
  readonly withItems?: JsonArray | undefined
  readonly withParam?: string | undefined
  readonly withSequence?: JsonObject | undefined
  /** The argument that gets the item. */
  readonly argument?: string | undefined
  /** What the argument is set to; `{{item}}` without it. */
  readonly value?: string | undefined
  /** Whether others may read lists where they read one value before. */
  readonly aggregates?: boolean | undefined
}

/**
 * Makes a step run once for each item. Refused where others read its outputs, since of a loop they get lists of all outputs, unless
 * `aggregates` says that this is meant.
 */
export const wrapInLoop: Command<WrapInLoopArguments> = (context, args) => {
  const { withItems, withParam, withSequence, argument, value, aggregates, ...address } = args
  const draft = new Draft(context)
  const { manifest, document } = draft
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const step = stepAt(manifest, place)
  if (step === undefined) return draft.finish()
  const given = Object.entries({ withItems, withParam, withSequence }).filter(
    (entry): entry is [string, JsonArray | JsonObject | string] => entry[1] !== undefined,
  )
  const [loop, more] = given
  if (step.loop !== undefined) draft.refuse(`The step ${stepName(step)} loops already.`)
  if (loop === undefined || more !== undefined)
    return draft.refuse('Give one of withItems, withParam and withSequence.').finish()
  const problem = loopProblem(withItems, withParam, withSequence)
  if (problem !== undefined) draft.refuse(problem)
  const path = pathOf(manifest, place)
  if (aggregates !== true) refuseReaders(draft, place.template, step.name)
  draft.plan((tree) =>
    setEntry(tree, { document, path }, loop[0], loop[1], {
      after: keysBefore(fieldOrder.step, loop[0]) ?? [],
    }),
  )
  if (argument === undefined) return draft.finish([{ document, path }])
  const called = calledTemplate(manifest, step)
  const inputs = called?.inputs.parameters.flatMap(({ name }) => name ?? [])
  const bad = portNameProblem(argument)
  if (bad !== undefined) draft.refuse(`“${argument}” is no name for an argument. ${bad}`)
  if (inputs !== undefined && !inputs.includes(argument))
    draft.refuse(
      `The template ${templateName(called)} has no input ${argument}. ${inputs.length === 0 ? 'It has none.' : `It has ${inputs.join(', ')}.`}`,
    )
  const list = [...path, 'arguments', 'parameters']
  const index = indexNamed(draft, list, argument)
  const item = value ?? '{{item}}'
  if (index === undefined) addItem(draft, list, { name: argument, value: item }, fieldOrder.step)
  else setFields(draft, [...list, index], { value: item, valueFrom: null }, fieldOrder.parameter)
  return draft.finish([{ document, path }])
}

export function readWrapInLoop(read: ArgumentReader): WrapInLoopArguments {
  const items = read.has('withItems') ? read.json('withItems') : undefined
  if (items !== undefined && !isJsonArray(items))
    read.report('The argument withItems must be a list.')
  return {
    ...read.step(),
    withItems: isJsonArray(items) ? items : undefined,
    withParam: read.optionalText('withParam'),
    withSequence: read.optionalObject('withSequence'),
    argument: read.optionalText('argument'),
    value: read.optionalText('value'),
    aggregates: read.optionalFlag('aggregates'),
  }
}

function loopProblem(
  items: JsonArray | undefined,
  param: string | undefined,
  sequence: JsonObject | undefined,
): string | undefined {
  if (items?.length === 0) return 'A loop over no items would run nothing. Give an item.'
  if (param?.trim() === '') return 'Say which value holds the list to loop over.'
  if (sequence === undefined) return undefined
  const ends = ['count', 'end'].filter((key) => sequence[key] !== undefined)
  return ends.length === 1 ? undefined : 'A sequence has either a count or an end.'
}

/** Of a loop, others get lists: its outputs mean something else then. Its status is that of all runs together, which is what it was. */
function refuseReaders(draft: Draft, template: TemplateAddress, name: string | undefined): void {
  const { manifest, document, tree } = draft
  if (manifest === undefined || name === undefined) return
  const whole = { document, path: templatePath(manifest, template) }
  for (const placed of referencesUnder(tree, whole)) {
    const { reference } = placed.found
    if (reference.kind !== 'step' || reference.step.name !== name) continue
    if (reference.part.kind === 'field') continue
    const where = capital(placeWords(draft, placed.scalar.path))
    draft.refuse(
      `${where} reads ${wordsOf(placed)}, which of a loop is the list of what all runs left behind. Change that first, or say that a list is meant.`,
      { document, path: placed.scalar.path },
    )
  }
}
