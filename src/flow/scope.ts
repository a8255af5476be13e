import {
  resolveTemplateRef,
  scopeAt,
  type ScopeOptions,
  type ScopeValue,
  type TemplateSource,
} from '../argo/index.ts'
import type { Path } from '../base/index.ts'
import { parseReference } from '../expression/index.ts'
import { calledBy } from './called.ts'
import type { NamedSource } from './declared.ts'
import { describeReference, type Description } from './describe.ts'
import type { Flow } from './owner.ts'
import { resolveMention } from './resolve.ts'

/** How scopes are found out, and where else templates are. */
export interface ScopeInOptions extends Omit<ScopeOptions, 'called'> {
  readonly sources?: readonly TemplateSource[] | undefined
}

/**
 * The values that a text at a path may refer to (`scopeAt`), where templates of other documents of the same file are known too, and those of
 * other files if they are given. The path need not lead to anything yet.
 */
export function scopeIn(
  flow: Flow,
  path: Path,
  { sources = [], ...options }: ScopeInOptions = {},
): readonly ScopeValue[] {
  return scopeAt(flow.manifest, path, {
    ...options,
    called: (step) => {
      const own = calledBy(flow, step, [])?.view
      if (own !== undefined || step.templateRef === undefined) return own
      const found = resolveTemplateRef(sources, step.templateRef, flow.manifest.namespace)
      return found.status === 'found' ? found.template : undefined
    },
  })
}

/** Says what a reference would be in a text at a path. `body` is what stands between the braces. */
export function describeIn(
  flow: Flow,
  path: Path,
  body: string,
  sources: readonly NamedSource[] = [],
): Description {
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
  return describeReference(flow, resolveMention(flow, { mention, base: path }), sources)
}
