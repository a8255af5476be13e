import { readManifest, templateIndex, templatePath } from '../argo/index.ts'
import { locate, type YamlTree } from '../yaml/index.ts'
import { scalarsUnder } from './scalars.ts'
import { templateUses } from './template-uses.ts'

/** A template that nothing calls, on any way from where the workflow starts. */
export interface UnusedTemplate {
  readonly name: string
  readonly index: number
}

/**
 * The templates of a document that nothing reaches from its entrypoint, exit handler and hooks, and that no `templateRef` of the file
 * names. None are given where that cannot be known: without an entrypoint, as in libraries for other files, and where a call has a tag
 * for a name. Other files may still call the templates of a WorkflowTemplate.
 */
export function unusedTemplates(tree: YamlTree, document: number): readonly UnusedTemplate[] {
  const root = tree.documents[document]
  if (root === undefined) return []
  const manifest = readManifest(root)
  const { templates, entrypoint } = manifest.spec
  const uses = templateUses(tree, manifest, document)
  if (entrypoint === undefined || uses.some(({ name }) => name.includes('{{'))) return []
  const callers = new Map<number | undefined, string[]>()
  for (const { path, name } of uses) {
    const [first, index] = path.slice(manifest.specPath.length)
    const caller = first === 'templates' && typeof index === 'number' ? index : undefined
    callers.set(caller, [...(callers.get(caller) ?? []), name])
  }
  const waiting = [...(callers.get(undefined) ?? []), ...namesFromOutside(tree, manifest.name)]
  const reached = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    const index = templateIndex(manifest, name)
    if (index !== undefined) waiting.push(...(callers.get(index) ?? []))
  }
  return templates
    .flatMap(({ name }, index) =>
      name === undefined || reached.has(name) ? [] : [{ name, index }],
    )
    .filter(({ index }) => locate(tree, { document, path: templatePath(manifest, index) }))
}

/** The templates that the documents of a file name through a `templateRef` to a manifest. */
function namesFromOutside(tree: YamlTree, manifest: string | undefined): string[] {
  if (manifest === undefined) return []
  return [...tree.documents.keys()].flatMap((document) =>
    scalarsUnder(tree, { document, path: [] }).flatMap(({ node, path }) => {
      if (path.at(-1) !== 'template' || path.at(-2) !== 'templateRef') return []
      const name = locate(tree, { document, path: [...path.slice(0, -1), 'name'] })?.node
      return name?.kind === 'scalar' && name.value === manifest ? [node.value] : []
    }),
  )
}
