import type { Path } from '../../base/index.ts'
import { keyText, type YamlDocument, type YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'

const known = new WeakMap<YamlNode, readonly Finding[]>()

/** A key that a map has twice: the last one counts, and Argo's lint, which is strict, refuses the file. */
export function checkDuplicateKeys({ root }: YamlDocument): readonly Finding[] {
  return under(root)
}

/** Kept with each node, so that after an edit only the way to it is looked at again. */
function under(node: YamlNode): readonly Finding[] {
  if (node.kind !== 'map' && node.kind !== 'seq') return []
  const found = known.get(node)
  if (found !== undefined) return found
  const findings: Finding[] = []
  const add = (part: string | number, value: YamlNode): void => {
    for (const finding of under(value)) findings.push({ ...finding, path: [part, ...finding.path] })
  }
  if (node.kind === 'seq') node.items.forEach(({ value }, index) => add(index, value))
  else {
    const seen = new Set<string>()
    for (const entry of node.entries) {
      const key = keyText(entry)
      if (key === undefined) continue
      if (seen.has(key)) findings.push(duplicate(key, [key]))
      seen.add(key)
      add(key, entry.value)
    }
  }
  known.set(node, findings)
  return findings
}

function duplicate(key: string, path: Path): Finding {
  const message = `The key ${key} stands here twice. Only the last one counts: remove the other.`
  return { code: 'yaml-duplicate-key', message, path }
}
