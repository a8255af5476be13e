import type { ManifestView } from '../../src/argo/index.ts'
import { ok, type Result } from '../../src/base/index.ts'
import {
  getWorkflow,
  listWorkflows,
  type ApiAccess,
  type ClientProblem,
  type WorkflowSummary,
} from '../../src/client/index.ts'
import type { ClusterRun, ClusterState, Scene } from '../store/index.ts'
import { accountNamespace } from './cluster-facts.ts'
import { namespaceOf } from './namespaces.ts'

/** So many are asked for: the server gives them by name or by time, depending on its age. */
const ASKED = 500
/** So many of each kinship are offered. */
const OFFERED = 20

/** The latest runs where the drawn document would be submitted: those from here first, then those of the same workflow, then others. */
export async function listRuns(
  { manifest }: Pick<Scene, 'manifest'>,
  state: ClusterState,
  access: ApiAccess,
): Promise<Result<readonly ClusterRun[], ClientProblem>> {
  const namespace = namespaceOf({
    manifest: manifest.kind === 'ClusterWorkflowTemplate' ? undefined : manifest.namespace,
    chosen: state.namespaces,
    managed: state.managedNamespace,
    account: accountNamespace(state.account),
  })
  const listed = await listWorkflows({ ...access, namespace, limit: ASKED })
  if (!listed.ok) return listed
  const own = submittedNames(state, namespace)
  const runs = listed.value.map((summary): ClusterRun => {
    const { name, phase, startedAt } = summary
    const isSame = isRunOf(manifest, summary)
    const kinship = own.includes(name) ? 'submitted' : isSame ? 'same' : 'other'
    return { name, namespace, phase, startedAt, kinship }
  })
  const of = (kinship: ClusterRun['kinship']): readonly ClusterRun[] =>
    runs.filter((run) => run.kinship === kinship).slice(0, OFFERED)
  return ok([...of('submitted'), ...of('same'), ...of('other')])
}

/** A run with its nodes, as JSON. */
export async function readRun(
  { name, namespace }: Pick<ClusterRun, 'name' | 'namespace'>,
  access: ApiAccess,
): Promise<Result<string, ClientProblem>> {
  const read = await getWorkflow({ ...access, namespace, name })
  return read.ok ? ok(JSON.stringify(read.value)) : read
}

function submittedNames(
  { submitted }: Pick<ClusterState, 'submitted'>,
  namespace: string,
): readonly string[] {
  return submitted.flatMap(({ created }) =>
    created.kind === 'Workflow' && created.namespace === namespace ? [created.name] : [],
  )
}

/** Labels with which Argo says what a Workflow was made from. */
const madeFrom: Readonly<Record<string, string>> = {
  WorkflowTemplate: 'workflows.argoproj.io/workflow-template',
  ClusterWorkflowTemplate: 'workflows.argoproj.io/cluster-workflow-template',
  CronWorkflow: 'workflows.argoproj.io/cron-workflow',
}

/** Whether a run is of a manifest: by its label, or by the beginning of its name, which Argo makes of the manifest's. */
function isRunOf(
  { kind = '', name, generateName }: Pick<ManifestView, 'kind' | 'name' | 'generateName'>,
  run: Pick<WorkflowSummary, 'name' | 'labels'>,
): boolean {
  const label = madeFrom[kind]
  if (label !== undefined) return name !== undefined && run.labels[label] === name
  if (name !== undefined) return run.name === name || run.name.startsWith(`${name}-`)
  return generateName !== undefined && run.name.startsWith(generateName)
}
