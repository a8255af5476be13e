import { RecallEach } from '../../base/index.ts'
import {
  itemsOf,
  keyText,
  resolveScalar,
  type YamlDocument,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from '../../yaml/index.ts'
import { quoting, settingField, type FixMaker } from '../fix.ts'
import { findingBelow, type Finding } from '../problem.ts'

const known = new WeakMap<YamlNode, readonly Finding[]>()
const ofItems = new RecallEach<YamlNode, readonly Finding[]>(under)
const none: readonly Finding[] = []

/**
 * What YAML can say and JSON cannot, which Argo makes of it before it reads: a key twice in a map, keys that are no texts, numbers without
 * end. Its command line leaves such a document out without a word; of JSON it says `duplicate field`. (Argo: `ParseObjects`.)
 */
export function checkJson({ root }: YamlDocument): readonly Finding[] {
  return under(root)
}

/** Kept with each node, so that after an edit only the way to it is looked at again. */
function under(node: YamlNode): readonly Finding[] {
  if (node.kind === 'scalar') return endless(node) ? [withoutEnd(node.value)] : none
  if (node.kind !== 'map' && node.kind !== 'seq') return none
  const found = known.get(node)
  if (found !== undefined) return found
  const findings: Finding[] = []
  const add = (part: string | number, found: readonly Finding[]): void => {
    for (const finding of found) findings.push(findingBelow([part], finding))
  }
  if (node.kind === 'seq') ofItems.of(itemsOf(node)).forEach((found, index) => add(index, found))
  else {
    const template = unquotedTag(node)
    if (template !== undefined) findings.push(tagOf(template))
    const seen = new Set<string>()
    for (const entry of node.entries) {
      const key = keyText(entry)
      if (!isText(entry)) {
        if (template === undefined) findings.push(keyless(key))
        if (key === undefined) continue
      }
      if (key === undefined) continue
      if (seen.has(key)) findings.push(duplicate(key))
      seen.add(key)
      add(key, under(entry.value))
    }
  }
  const kept = findings.length === 0 ? none : findings
  known.set(node, kept)
  return kept
}

/** Whether a key becomes text. Of a number or boolean Argo makes one. */
function isText({ key }: YamlEntry): boolean {
  return key.kind === 'alias' || (key.kind === 'scalar' && resolveScalar(key) !== null)
}

function duplicate(key: string): Finding {
  const message = `The key ${key} stands here twice: Argo’s command line leaves out such a document without a word, and elsewhere only the last one counts. Remove the other.`
  return { code: 'yaml-duplicate-key', message, path: [key], fixes: [removingOther(key)] }
}

function removingOther(key: string): FixMaker {
  return ({ path }) => ({
    title: 'Remove the other',
    command: 'removeShadowed',
    args: { path: [...path, key] },
    isSafe: true,
  })
}

/** What a tag without quotes is to YAML: a map with a map as its key. Gives the tag. */
function unquotedTag({ flow, entries }: YamlMap): string | undefined {
  const [outer, ...others] = entries
  if (!flow || outer?.key.kind !== 'map' || others.length > 0 || outer.value.kind !== 'empty')
    return undefined
  const [inner, ...more] = outer.key.entries
  const name = inner === undefined ? undefined : keyText(inner)
  const isTag = outer.key.flow && more.length === 0 && inner?.value.kind === 'empty'
  return isTag && name !== undefined ? `{{${name}}}` : undefined
}

function tagOf(tag: string): Finding {
  const message = `Without quotes, ${tag} is a map to YAML, and Argo cannot read the document. Put it in quotes.`
  return {
    code: 'key-unreadable',
    message,
    path: [],
    fixes: [settingField('Quote it', [], tag, true)],
  }
}

function keyless(key: string | undefined): Finding {
  const what = key === undefined ? 'A list or map' : key === '' ? 'Nothing' : `\`${key}\``
  const message = `${what} is no key that Argo can read: it leaves out the document. Write a text, in quotes if need be.`
  return { code: 'key-unreadable', message, path: [] }
}

function endless(node: YamlNode & { kind: 'scalar' }): boolean {
  const { style, value } = node
  // So begin all that are written without end; others need not be read for this.
  if (style !== 'plain' || !/^[-+]?\.[a-zA-Z]/.test(value)) return false
  const read = resolveScalar(node)
  return typeof read === 'number' && !Number.isFinite(read)
}

function withoutEnd(source: string): Finding {
  const message = `\`${source}\` is a number that JSON does not have, and Argo cannot read the document. Quote it if it is meant as text.`
  const fixes = [quoting()]
  return { code: 'number-endless', message, path: [], fixes }
}
