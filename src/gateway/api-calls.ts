/** What the designer calls, and nothing else: the gateway lends a person's token to no other path. */
const namespace = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?'
const name = String.raw`[a-z0-9](?:[-.a-z0-9]{0,251}[a-z0-9])?`
const allowed: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/api\/v1\/(?:info|userinfo|version)$/],
  ['GET', new RegExp(`^/api/v1/workflow-templates/${namespace}/${name}$`)],
  ['GET', new RegExp(`^/api/v1/cluster-workflow-templates/${name}$`)],
  ['POST', new RegExp(`^/api/v1/(?:workflows|workflow-templates|cron-workflows)/${namespace}$`)],
  ['POST', /^\/api\/v1\/cluster-workflow-templates$/],
]

/** Whether the gateway passes a call on. `path` is the decoded path below `/argo`; nothing in a match needs encoding. */
export function isAllowedCall(method: string, path: string): boolean {
  return allowed.some(([verb, pattern]) => verb === method && pattern.test(path))
}
