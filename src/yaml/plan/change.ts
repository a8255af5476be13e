import { err, ok, type Result, type TextChange } from '../../base/index.ts'
import { locateAll } from '../locate.ts'
import type { Address, Located, YamlTree } from '../tree.ts'

/** Changes of the text, or in words why they cannot be made. */
export type Plan = Result<readonly TextChange[], string>

/** Cuts from a change what the text has already, so that only what really differs is touched. */
export function minimalChange(text: string, change: TextChange): TextChange[] {
  const { insert } = change
  const most = Math.min(change.to - change.from, insert.length)
  let head = 0
  while (head < most && text[change.from + head] === insert[head]) head++
  while (head > 0 && splitsPair(insert, head)) head--
  let tail = 0
  while (tail < most - head && text[change.to - 1 - tail] === insert[insert.length - 1 - tail])
    tail++
  while (tail > 0 && splitsPair(insert, insert.length - tail)) tail--
  const from = change.from + head
  const to = change.to - tail
  const kept = insert.slice(head, insert.length - tail)
  return from === to && kept === '' ? [] : [{ from, to, insert: kept }]
}

/** Whether an offset is between the halves of a surrogate pair or of a CRLF. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  const surrogates = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
  return surrogates || (before === 13 && after === 10)
}

/**
 * The nodes on the way to an address, the root first and the addressed one last. Refused when there is no such place, or when
 * it lies behind an alias: what is written there is written elsewhere and shared.
 */
export function wayTo(tree: YamlTree, address: Address): Result<readonly Located[], string> {
  const chain = locateAll(tree, address)
  if (chain.length === address.path.length + 1) return ok(chain)
  const last = chain.at(-1)
  const where = address.path.slice(0, Math.max(0, chain.length - 1)).join('.')
  if (last?.node.kind === 'alias') {
    return err(
      `${where} is the alias *${last.node.name}, so it is shared with other places. Change it where &${last.node.name} is defined, or replace the alias by its own text first.`,
    )
  }
  return err(`There is no ${address.path.join('.')} in the file.`)
}
