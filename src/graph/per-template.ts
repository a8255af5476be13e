import type { ManifestView, TemplateAddress } from '../argo/index.ts'

/** Makes the graph of a template of a manifest. */
type Make<G> = (manifest: ManifestView, template: TemplateAddress) => G

/** The same function, which makes what it is asked for once for each template of a manifest and remembers it with the manifest. */
export function perTemplate<G>(make: Make<G>): Make<G> {
  const graphs = new WeakMap<ManifestView, Map<number | string, G>>()
  return (manifest, template) => {
    const known = graphs.get(manifest) ?? new Map<number | string, G>()
    graphs.set(manifest, known)
    const key = typeof template === 'number' ? template : template.join('/')
    const made = known.get(key) ?? make(manifest, template)
    known.set(key, made)
    return made
  }
}
