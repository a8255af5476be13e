import { commonEnds, err, ok, type Result, type TextChange } from '../../base/index.ts'
import { locateAll } from '../locate.ts'
import type { Address, Located, YamlTree } from '../tree.ts'

/** Changes of the text, or in words why they cannot be made. */
export type Plan = Result<readonly TextChange[], string>

/** Cuts from a change what the text has already, so that only what really differs is touched. */
export function minimalChange(text: string, change: TextChange): TextChange[] {
  const { prefix, suffix } = commonEnds(text, change)
  const from = change.from + prefix
  const to = change.to - suffix
  const insert = change.insert.slice(prefix, change.insert.length - suffix)
  return from === to && insert === '' ? [] : [{ from, to, insert }]
}

/**
 * The nodes on the way to an address, the root first and the addressed one last. Refused when there is no such place, or when
 * it lies behind an alias: what is written there is written elsewhere and shared.
 */
export function wayTo(tree: YamlTree, address: Address): Result<readonly Located[], string> {
  const chain = locateAll(tree, address)
  if (chain.length === address.path.length + 1) return ok(chain)
  const shared = sharedMessage(tree, address)
  if (shared !== undefined) return err(shared)
  return err(`There is no ${address.path.join('.')} in the file.`)
}

/** Why nothing can be set at or below an address: something on the way is an alias. Nothing when none is. */
export function sharedMessage(tree: YamlTree, address: Address): string | undefined {
  const chain = locateAll(tree, address)
  const node = chain.at(-1)?.node
  if (node?.kind !== 'alias') return undefined
  const where = address.path.slice(0, chain.length - 1).join('.')
  return `${where} is the alias *${node.name}, so it is shared with other places. Change it where &${node.name} is defined, or replace the alias by its own text first.`
}
