import { locate, setEntry, type Address, type Plan, type YamlTree } from '../yaml/index.ts'

/** Gives a copy its own `name`, also where the name of the original is an alias, which others share. */
export function setName(tree: YamlTree, address: Address, name: string): Plan {
  const path = [...address.path, 'name']
  const found = locate(tree, { document: address.document, path })
  if (found?.node.kind === 'alias')
    return { ok: true, value: [{ from: found.start, to: found.end, insert: JSON.stringify(name) }] }
  return setEntry(tree, address, 'name', name, { after: [] })
}
