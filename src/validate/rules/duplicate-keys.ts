import { RecallEach, type Path } from '../../base/index.ts'
import { itemsOf, keyText, type YamlDocument, type YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'

const known = new WeakMap<YamlNode, readonly Finding[]>()
const ofItems = new RecallEach<YamlNode, readonly Finding[]>(under)
const none: readonly Finding[] = []

/** A key that a map has twice: the last one counts, and Argo's lint, which is strict, refuses the file. */
export function checkDuplicateKeys({ root }: YamlDocument): readonly Finding[] {
  return under(root)
}

/** Kept with each node, so that after an edit only the way to it is looked at again. */
function under(node: YamlNode): readonly Finding[] {
  if (node.kind !== 'map' && node.kind !== 'seq') return none
  const found = known.get(node)
  if (found !== undefined) return found
  const findings: Finding[] = []
  const add = (part: string | number, found: readonly Finding[]): void => {
    for (const finding of found) findings.push({ ...finding, path: [part, ...finding.path] })
  }
  if (node.kind === 'seq') ofItems.of(itemsOf(node)).forEach((found, index) => add(index, found))
  else {
    const seen = new Set<string>()
    for (const entry of node.entries) {
      const key = keyText(entry)
      if (key === undefined) continue
      if (seen.has(key)) findings.push(duplicate(key, [key]))
      seen.add(key)
      add(key, under(entry.value))
    }
  }
  const kept = findings.length === 0 ? none : findings
  known.set(node, kept)
  return kept
}

function duplicate(key: string, path: Path): Finding {
  const message = `The key ${key} stands here twice. Only the last one counts: remove the other.`
  return { code: 'yaml-duplicate-key', message, path }
}
