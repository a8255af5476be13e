import { fieldOrder, portNameProblem } from '../../argo/index.ts'
import type { JsonValue } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { addItem, indexNamed, ownerOrder, portsPath, setFields } from '../named-items.ts'
import { findPorts, readPorts, type PortAddress } from '../ports.ts'

export type SetParameterArguments = PortAddress & {
  /** Fields beside the name: `value`, `default`, `description`, `enum`, `valueFrom`, `path` …; null removes one. */
  readonly fields?: Readonly<Record<string, JsonValue>> | undefined
}

/** Sets fields of an input, an output or an argument of the workflow. One that is not there yet is added. */
export const setParameter: Command<SetParameterArguments> = (
  context,
  { fields = {}, ...address },
) => {
  const draft = new Draft(context)
  const place = findPorts(draft, address)
  const { manifest, document } = draft
  if (place === undefined || manifest === undefined) return draft.finish()
  const list = portsPath(manifest, place)
  const index = indexNamed(draft, list, address.parameter)
  const problem = portNameProblem(address.parameter)
  if (Object.hasOwn(fields, 'name')) {
    draft.refuse('Use renameParameter to change a name: references follow it.')
  } else if (index !== undefined) {
    setFields(draft, [...list, index], fields, fieldOrder.parameter)
  } else if (problem !== undefined) {
    draft.refuse(`“${address.parameter}” is no name for a parameter. ${problem}`)
  } else {
    const given = Object.entries(fields).filter(([, value]) => value !== null)
    addItem(
      draft,
      list,
      { name: address.parameter, ...Object.fromEntries(given) },
      ownerOrder(place),
    )
  }
  const at = indexNamed(draft, list, address.parameter)
  return draft.finish(at === undefined ? [] : [{ document, path: [...list, at] }])
}

export function readSetParameter(read: ArgumentReader): SetParameterArguments {
  return { ...readPorts(read), fields: read.optionalObject('fields') }
}
