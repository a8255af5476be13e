import { resourceOf, type ResourceKind } from './resource.ts'

/**
 * The address of the page of Argo's own UI that shows an object: `<base>/workflows/<namespace>/<name>` and the like.
 * A base path of the server stays, its query and fragment go. Undefined for anything but an http(s) address and for
 * names that an address cannot carry, so that the result is safe to link to.
 */
export function workflowPageUrl(
  argoUrl: string,
  namespace: string | undefined,
  name: string,
  kind: ResourceKind = 'Workflow',
): string | undefined {
  const { collection, namespaced } = resourceOf(kind)
  const parts = namespaced ? [namespace ?? '', name] : [name]
  // `.` and `..` would climb the path however they are encoded; half a character has no encoding.
  if (parts.some((part) => /^\.{0,2}$|[\ud800-\udfff]/u.test(part))) return undefined
  if (!URL.canParse(argoUrl)) return undefined
  const url = new URL(argoUrl)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  const base = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${[base, collection, ...parts.map(encodeURIComponent)].join('/')}`
}
