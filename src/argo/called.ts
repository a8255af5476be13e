import { Recall } from '../base/index.ts'
import { valueOf, type YamlNode } from '../yaml/index.ts'
import { isSilentScript } from './silent-script.ts'
import { typesWithResult } from './template-types.ts'
import type { ManifestView, TemplateType, TemplateView } from './view.ts'

/** What those who call a template see of it. */
export interface CalledFacts {
  readonly type: TemplateType | undefined
  /** All input parameters. */
  readonly declared: readonly string[]
  /** Inputs that have no value of their own, so that a caller must give them. */
  readonly parameters: readonly string[]
  readonly artifacts: readonly string[]
  /** All input artifacts. */
  readonly declaredArtifacts: readonly string[]
  /** The input parameters of which only some values are meant, and these. */
  readonly enums: readonly (readonly [name: string, values: readonly string[]])[]
  /** The input parameters that a Python script has in a raw text between three single quotes, as Hera writes them before a function. */
  readonly quoted: readonly string[]
  /** Names of what it declares to leave behind. */
  readonly outputs: {
    readonly parameters: readonly string[]
    readonly artifacts: readonly string[]
  }
  /** Whether it leaves a result and an exit code (Argo: `HasOutput`). */
  readonly hasResult: boolean
  /** Whether it is a script that prints nothing, so that its result is empty. */
  readonly isSilent: boolean
  /** Whether it runs on while others do, and can be reached by its address. */
  readonly isDaemon: boolean
  /** How it runs, as written: the fields of it that tell more than its inputs and its type. */
  readonly manner: readonly (readonly [field: string, node: YamlNode])[]
}

const MANNER = [
  'retryStrategy',
  'timeout',
  'activeDeadlineSeconds',
  'daemon',
  'memoize',
  'synchronization',
]

/** The templates of a manifest as those see them who call them by name; of several of one name the first. */
export type Callable = ReadonlyMap<string, CalledFacts>

const facts = new WeakMap<TemplateView, CalledFacts>()
const signatures = new WeakMap<TemplateView, string>()
const known = new Recall<
  TemplateView,
  { readonly signature: string; readonly callable: Callable }
>()
const none: Callable = new Map()

/**
 * What callers see of a template. A parameter is needed unless it has a default, a value or a `configMapKeyRef`; an artifact unless
 * it is optional or says where it is stored (Argo's `ProcessArgs`).
 */
export function calledFacts(template: TemplateView): CalledFacts {
  const found = facts.get(template)
  if (found !== undefined) return found
  const { parameters, artifacts } = template.inputs
  const daemon = valueOf(template.node, 'daemon')
  const made: CalledFacts = {
    type: template.type,
    declared: named(parameters),
    parameters: named(
      parameters.filter(({ isSet, isFromConfigMap }) => isSet === undefined && !isFromConfigMap),
    ),
    artifacts: named(artifacts.filter(({ optional, hasLocation }) => !optional && !hasLocation)),
    declaredArtifacts: named(artifacts),
    enums: parameters.flatMap(({ name, enum: values }) =>
      name === undefined || values.length === 0 ? [] : [[name, values] as const],
    ),
    quoted: quotedIn(template.script?.source ?? ''),
    outputs: {
      parameters: named(template.outputs.parameters),
      artifacts: named(template.outputs.artifacts),
    },
    hasResult:
      (template.type !== undefined && typesWithResult.has(template.type)) ||
      template.containers.some(({ name }) => name === 'main'),
    isSilent: template.script !== undefined && isSilentScript(template.script),
    isDaemon: daemon?.kind === 'scalar' && daemon.value === 'true',
    manner: MANNER.flatMap((field) => {
      const node = valueOf(template.node, field)
      return node === undefined ? [] : [[field, node] as const]
    }),
  }
  facts.set(template, made)
  return made
}

/** The templates that can be called by name. The same map as before an edit that changed nothing that callers see. */
export function callableTemplates({ spec: { templates } }: ManifestView): Callable {
  if (templates.length === 0) return none
  const signature = templates.map(signatureOf).join('\n')
  const earlier = known.find(templates)
  if (earlier?.signature === signature) {
    known.keep(templates, earlier)
    return earlier.callable
  }
  const callable = new Map<string, CalledFacts>()
  for (const template of templates) {
    if (template.name !== undefined && !callable.has(template.name))
      callable.set(template.name, calledFacts(template))
  }
  known.keep(templates, { signature, callable })
  return callable
}

function signatureOf(template: TemplateView): string {
  const found = signatures.get(template)
  if (found !== undefined) return found
  const made = JSON.stringify([template.name ?? null, calledFacts(template)])
  signatures.set(template, made)
  return made
}

const QUOTED = /^try: \w+ = json\.loads\(r'''\{\{inputs\.parameters\.([-\w]+)\}\}'''\)$/gm

function quotedIn(source: string): readonly string[] {
  if (!source.includes("r'''{{inputs.")) return []
  return [...source.matchAll(QUOTED)].flatMap(([, name]) => name ?? [])
}

function named(ports: readonly { readonly name: string | undefined }[]): string[] {
  return ports.flatMap(({ name }) => (name === undefined ? [] : [name]))
}
