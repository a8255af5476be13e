import { isManifestKind, readManifest } from '../../argo/index.ts'
import type { YamlTree } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'

/** A finding about a document of a file. */
export interface DocumentFinding extends Finding {
  readonly document: number
}

/** What a file is as a whole: empty, several workflows, none, or no manifest at all. */
export function checkDocuments(tree: YamlTree): readonly DocumentFinding[] {
  const { documents } = tree
  const filled = [...documents.entries()].filter(([, { root }]) => root.kind !== 'empty')
  if (filled.length === 0) {
    const message = 'The file is empty. Add a step, or open or paste a workflow.'
    return [{ code: 'document-empty', message, path: [], document: 0 }]
  }
  const findings: DocumentFinding[] = filled.flatMap(([document, { root }]): DocumentFinding[] => {
    if (root.kind === 'map') return []
    const message = 'A manifest is a map that begins with `apiVersion:` and `kind:`.'
    return [{ code: 'document-not-a-map', message, path: [], document }]
  })
  const workflows = filled.filter(([, document]) => isManifestKind(readManifest(document).kind))
  const [first, second] = workflows
  if (second !== undefined) {
    const message = `The file has ${String(workflows.length)} workflows. One at a time is drawn; the others stay as they are.`
    findings.push({ code: 'documents-several', message, path: [], document: second[0] })
  }
  findings.push(...lists(tree))
  const [, only] = filled[0] ?? []
  if (first === undefined && findings.length === 0 && only !== undefined) {
    const kind = readManifest(only).kind
    const message =
      kind === undefined
        ? 'This is no manifest of Argo: it has no kind. Write `kind: Workflow`.'
        : `This is a ${kind}, none of the kinds that are drawn: Workflow, WorkflowTemplate, ClusterWorkflowTemplate and CronWorkflow.`
    findings.push({ code: 'no-workflow', message, path: [], document: filled[0]?.[0] ?? 0 })
  }
  return findings
}

/** Lists of Kubernetes, of which kubectl makes what is in them. (Argo: `toWorkflowTypeYAML` knows kinds of its own only.) */
function lists({ documents }: YamlTree): DocumentFinding[] {
  const inLists = documents.filter((document) => isManifestKind(readManifest(document).kind))
  const outer = new Set(inLists.flatMap((document) => document.outer ?? []))
  return [...documents.entries()].flatMap(([document, whole]): DocumentFinding[] => {
    if (!outer.has(whole)) return []
    const message =
      'Argo’s command line does not look into lists: for lint and submit there is nothing here. Write each manifest as a document of its own, with `---` between them; kubectl takes either.'
    return [{ code: 'list-unread', message, path: ['kind'], document }]
  })
}
