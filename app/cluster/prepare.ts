import { isManifestKind, type ManifestView } from '../../src/argo/index.ts'
import { LineIndex } from '../../src/base/index.ts'
import { anchorsOf, locateRoot, toValue, type JsonValue } from '../../src/yaml/index.ts'
import type { Scene, SubmitFinding, SubmitTarget } from '../store/index.ts'
import { namespaceOf, type NamespaceSources } from './namespaces.ts'

export type Prepared =
  | { readonly kind: 'ready'; readonly manifest: JsonValue; readonly target: SubmitTarget }
  | {
      readonly kind: 'blocked'
      readonly findings: readonly SubmitFinding[]
      readonly overridable: boolean
    }

export interface PrepareOptions {
  /** All but the manifest's own, which is read from the scene. */
  readonly namespaces: Omit<NamespaceSources, 'manifest'>
  /** Names of templates with a script that was typed but is not in the manifest yet. */
  readonly drafts: readonly string[]
  /** What the checks call errors. */
  readonly errors: readonly SubmitFinding[]
  /** Send it in spite of drafts and errors. */
  readonly anyway: boolean
}

/**
 * Makes the drawn document ready to be sent: its value as JSON, exactly as the text has it, and where it goes. A text that does not
 * parse, or is none of Argo's, cannot be sent; what else speaks against it can be overruled.
 */
export function prepare(scene: Scene, options: PrepareOptions): Prepared {
  const hard = unsendable(scene)
  if (hard) return { kind: 'blocked', findings: [hard], overridable: false }
  const shown = scene.tree.documents[scene.document]
  const manifest = shown && toValue(shown.root, anchorsOf(shown.root))
  if (shown === undefined || manifest === undefined) {
    const text =
      'An alias (*name) has no anchor, stands for itself, or the aliases multiply without bounds, so the document has no value to send.'
    return { kind: 'blocked', findings: [{ text, range: undefined }], overridable: false }
  }
  const soft = [...options.drafts.map(draftFinding), ...options.errors]
  if (soft.length > 0 && !options.anyway)
    return { kind: 'blocked', findings: soft, overridable: true }
  const target = targetOf(scene, options.namespaces)
  if (target === undefined) throw new Error('a kind that can be sent has a target')
  return { kind: 'ready', manifest, target }
}

/** What would be created and where; nothing for a document that Argo cannot create. */
export function targetOf(
  { manifest, document, tree }: Pick<Scene, 'manifest' | 'document' | 'tree'>,
  namespaces: Omit<NamespaceSources, 'manifest'>,
): SubmitTarget | undefined {
  const { kind, name, generateName } = manifest
  if (!isManifestKind(kind)) return undefined
  return {
    kind,
    name: name ?? (generateName === undefined ? undefined : `${generateName}…`),
    fixedName: name,
    namespace:
      kind === 'ClusterWorkflowTemplate'
        ? undefined
        : namespaceOf({ ...namespaces, manifest: manifest.namespace }),
    document,
    documents: tree.documents.filter(
      (one) => one.root.kind !== 'empty' && !tree.documents.some(({ outer }) => outer === one),
    ).length,
  }
}

function unsendable({
  problems,
  isStale,
  manifest,
  tree,
  document,
}: Scene): SubmitFinding | undefined {
  const broken = problems.find(({ severity }) => severity === 'error')
  if (isStale && broken) {
    // The problems are those of the present text, and so are their ranges.
    return { text: `The YAML does not parse: ${broken.message}`, range: broken.range }
  }
  if (isManifestKind(manifest.kind)) return undefined
  const shown = tree.documents[document]
  const start = shown && locateRoot(shown).start
  return {
    text: notAManifest(manifest),
    range: start === undefined ? undefined : { from: start, to: start },
  }
}

function notAManifest({ kind, document }: ManifestView): string {
  const known = 'Workflow, WorkflowTemplate, ClusterWorkflowTemplate or CronWorkflow'
  if (document.root.kind === 'empty')
    return 'There is nothing to submit yet: the document is empty.'
  if (kind === undefined) return `The document has no kind. Argo creates ${known}.`
  const shown = kind.length > 60 ? `${kind.slice(0, 60)}…` : kind
  return `The document is a ${shown}. Argo creates ${known}.`
}

function draftFinding(template: string): SubmitFinding {
  return {
    text: `The function of template “${template}” cannot be read yet; its last good version would be sent.`,
    range: undefined,
  }
}

/** “Line 12” for a finding that has a place in the text. */
export function lineWords(text: string, finding: SubmitFinding): string | undefined {
  return finding.range && `Line ${new LineIndex(text).at(finding.range.from).line}`
}
