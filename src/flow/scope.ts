import { scopeAt, type ScopeOptions, type ScopeValue } from '../argo/index.ts'
import type { Path } from '../base/index.ts'
import { parseReference } from '../expression/index.ts'
import { calledBy } from './called.ts'
import { describeReference, type Description } from './describe.ts'
import type { Flow } from './owner.ts'
import { resolveMention } from './resolve.ts'

/**
 * The values that a text at a path may refer to (`scopeAt`), where templates of other documents of the same file are known too. The
 * path need not lead to anything yet.
 */
export function scopeIn(
  flow: Flow,
  path: Path,
  options: Omit<ScopeOptions, 'called'> = {},
): readonly ScopeValue[] {
  return scopeAt(flow.manifest, path, {
    ...options,
    called: (step) => calledBy(flow, step, [])?.view,
  })
}

/** Says what a reference would be in a text at a path. `body` is what stands between the braces. */
export function describeIn(flow: Flow, path: Path, body: string): Description {
  const reference = parseReference(body)
  if (reference === undefined) return { title: body, notes: [], problem: undefined }
  const within = { from: 0, to: body.length }
  const mention = {
    path: [],
    within,
    what: { role: 'data' as const, reference, form: 'tag' as const },
    inlines: [],
    step: undefined,
  }
  return describeReference(flow, resolveMention(flow, { mention, base: path }))
}
