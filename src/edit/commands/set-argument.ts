import { fieldOrder, portNameProblem } from '../../argo/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { addItem, indexNamed, removeItem, setFields } from '../named-items.ts'
import { findNodeAt, pathOf, type StepAddress } from '../places.ts'

export type SetArgumentArguments = StepAddress & {
  /** Of the parameter or artifact. */
  readonly name: string
  /** The parameter's value, or where the artifact comes `from`; null takes the argument away. */
  readonly value: string | null
  readonly artifact?: boolean | undefined
}

/** Sets what a step gives to an input of what it calls. Lists that are missing are made, and those left empty go. */
export const setArgument: Command<SetArgumentArguments> = (context, args) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const { name, value, artifact, ...address } = args
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const step = pathOf(manifest, place)
  const list = [...step, 'arguments', artifact === true ? 'artifacts' : 'parameters']
  const index = indexNamed(draft, list, name)
  const problem = portNameProblem(name)
  if (value === null) {
    if (index !== undefined) removeItem(draft, list, index, 1)
  } else if (index !== undefined) {
    const fields = artifact === true ? { from: value } : { value, valueFrom: null }
    setFields(draft, [...list, index], fields, fieldOrder.parameter)
  } else if (problem !== undefined) {
    draft.refuse(`“${name}” is no name for an argument. ${problem}`)
  } else {
    addItem(
      draft,
      list,
      artifact === true ? { name, from: value } : { name, value },
      fieldOrder.step,
    )
  }
  return draft.finish([{ document, path: step }])
}

export function readSetArgument(read: ArgumentReader): SetArgumentArguments {
  return {
    ...read.step(),
    name: read.text('name'),
    value: read.valueOrNull('value'),
    artifact: read.optionalFlag('artifact'),
  }
}
