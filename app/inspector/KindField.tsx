import { isManifestKind, type ManifestKind } from '../../src/argo/index.ts'
import { manifestKinds } from '../../src/edit/index.ts'
import { switchKind } from '../authoring/index.ts'
import { useDesigner, useScene } from '../store/index.ts'
import { Field, Select, useConfirm } from '../ui/index.ts'
import { Fact } from './Fact.tsx'

const what: Readonly<Record<ManifestKind, string>> = {
  Workflow: 'One run, as soon as it is submitted',
  WorkflowTemplate: 'Kept in a namespace, for others to use',
  ClusterWorkflowTemplate: 'Kept for all namespaces of the cluster',
  CronWorkflow: 'Runs again and again, on a schedule',
}

/** What the document is, and what it can be made. */
export function KindField() {
  const designer = useDesigner()
  const confirm = useConfirm()
  const { manifest, lock } = useScene()
  const { kind } = manifest
  if (kind !== undefined && !isManifestKind(kind)) return <Fact label="Kind">{kind}</Fact>
  return (
    <Field label="Kind" layout="row">
      <Select
        value={kind}
        disabled={lock !== undefined}
        options={manifestKinds.map((value) => ({ value, description: what[value] }))}
        onChange={(value) => {
          if (isManifestKind(value)) void switchKind(designer, confirm, value)
        }}
      />
    </Field>
  )
}
