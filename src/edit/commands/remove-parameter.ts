import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { portsPath, removeItem } from '../named-items.ts'
import { findPort, findPorts, readPorts, type PortAddress } from '../ports.ts'

/** Removes an input, an output or an argument of the workflow, and lists that this leaves empty. References to it stay. */
export const removeParameter: Command<PortAddress> = (context, address) => {
  const draft = new Draft(context)
  const place = findPorts(draft, address)
  const index = place && findPort(draft, place, address.parameter)
  const { manifest } = draft
  if (place !== undefined && index !== undefined && manifest !== undefined)
    removeItem(draft, portsPath(manifest, place), index, 1)
  return draft.finish()
}

export function readRemoveParameter(read: ArgumentReader): PortAddress {
  return readPorts(read)
}
