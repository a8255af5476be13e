/** What the designer calls, and nothing else: the gateway lends a person's token to no other path. */
const namespace = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?'
const name = String.raw`[a-z0-9](?:[-.a-z0-9]{0,251}[a-z0-9])?`
const allowed: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/api\/v1\/(?:info|userinfo|version)$/],
  ['GET', new RegExp(`^/api/v1/workflows/${namespace}(?:/${name})?$`)],
  ['GET', new RegExp(`^/api/v1/workflow-templates/${namespace}/${name}$`)],
  ['GET', new RegExp(`^/api/v1/cluster-workflow-templates/${name}$`)],
  ['POST', new RegExp(`^/api/v1/(?:workflows|workflow-templates|cron-workflows)/${namespace}$`)],
  ['POST', /^\/api\/v1\/cluster-workflow-templates$/],
]

/** Whether the gateway passes a call on. `path` is the decoded path below `/argo`; nothing in a match needs encoding. */
export function isAllowedCall(method: string, path: string): boolean {
  return allowed.some(([verb, pattern]) => verb === method && pattern.test(path))
}

/** What the designer asks for in queries: how many, and which fields. Nothing of a value needs encoding. */
const queries: readonly (readonly [key: string, value: RegExp])[] = [
  ['listOptions.limit', /^\d{1,4}$/],
  ['fields', /^[a-zA-Z.,]{1,400}$/],
]

/** The part of a query that is passed on, with its `?`; empty where there is none. */
export function allowedQuery(query: URLSearchParams): string {
  const passed = queries.flatMap(([key, pattern]) => {
    const value = query.get(key)
    return value !== null && pattern.test(value) ? [`${key}=${value}`] : []
  })
  return passed.length === 0 ? '' : `?${passed.join('&')}`
}
