import { lazy, Suspense } from 'react'
import { valueOf } from '../../src/yaml/index.ts'
import { useScene } from '../store/index.ts'
import { Combobox, Field, Section } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { FieldRow } from './FieldRow.tsx'
import { AreasForm } from './form/AreasForm.tsx'
import { ObjectForm } from './form/ObjectForm.tsx'
import { summaryOf } from './form/summary.ts'
import styles from './forms.module.css'
import { KindField } from './KindField.tsx'
import { PortsSection } from './PortsSection.tsx'
import { rawFields } from './raw-fields.ts'
import { RawRow } from './RawRow.tsx'
import { readSchedules } from './schedule/read-schedules.ts'

/** The words of schedules weigh something, and most files have none. */
const ScheduleForm = lazy(() =>
  import('./schedule/ScheduleForm.tsx').then((module) => ({ default: module.ScheduleForm })),
)

const namesShown = { name: 'text', generateName: 'text', namespace: 'text' } as const

/** Everything about the manifest but its templates. */
export function WorkflowForm() {
  const { manifest } = useScene()
  const edits = useEdits()
  const { kind, specPath, spec, document } = manifest
  const metadata = valueOf(document.root, 'metadata')
  // Others call its templates by its name.
  const isLibrary = kind === 'WorkflowTemplate' || kind === 'ClusterWorkflowTemplate'
  const isCron = kind === 'CronWorkflow'
  const outer = isCron ? valueOf(document.root, 'spec') : undefined
  const schedules = isCron ? readSchedules(outer) : undefined
  const timezone = valueOf(outer, 'timezone')
  const account = valueOf(spec.node, 'serviceAccountName')
  const names = new Set(spec.templates.flatMap(({ name }) => name ?? []))
  const isUnknown =
    spec.entrypoint !== undefined &&
    !names.has(spec.entrypoint) &&
    spec.workflowTemplateRef === undefined
  const odd = [
    ...rawFields(metadata, ['metadata'], namesShown).filter(({ key }) => key in namesShown),
    ...rawFields(valueOf(spec.node, 'arguments'), [...specPath, 'arguments'], {
      parameters: 'seq',
      artifacts: 'seq',
    }),
    ...rawFields(spec.node, specPath, {
      arguments: 'map',
      entrypoint: 'text',
      serviceAccountName: 'text',
    }).filter(({ key }) => ['arguments', 'entrypoint', 'serviceAccountName'].includes(key)),
  ]
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <KindField />
        <FieldRow
          label="Name"
          path={['metadata', 'name']}
          value={manifest.name}
          placeholder={manifest.generateName === undefined ? '' : 'generated'}
          onName={
            isLibrary && manifest.name !== undefined
              ? (name) => edits.rename({ kind: 'manifest' }, name)
              : undefined
          }
          {...(isLibrary &&
            manifest.name !== undefined && {
              hint: 'What refers to it in the open files gets the new name, too.',
            })}
        />
        <FieldRow
          label="Name prefix"
          path={['metadata', 'generateName']}
          value={manifest.generateName}
          {...(manifest.name === undefined && manifest.generateName !== undefined
            ? { hint: 'Argo adds a few letters, so that each run has its own name.' }
            : {})}
        />
        <FieldRow
          label="Namespace"
          path={['metadata', 'namespace']}
          value={manifest.namespace}
          placeholder="where it is submitted"
        />
      </div>
      {isCron && (
        <Section title="Schedule" level={3} summary={summaryOf(valueOf(outer, 'schedules'))}>
          {schedules && (
            <Suspense>
              <ScheduleForm
                schedules={schedules}
                timezone={timezone?.kind === 'scalar' ? timezone.value : undefined}
              />
            </Suspense>
          )}
          <ObjectForm
            type="CronWorkflowSpec"
            path={['spec']}
            node={outer}
            hidden={['workflowSpec', ...(schedules ? ['schedules', 'schedule', 'timezone'] : [])]}
          />
        </Section>
      )}
      <Section title="Start" level={3} summary={spec.entrypoint}>
        <Field
          label="Entrypoint"
          layout="row"
          {...(isUnknown ? { error: 'There is no template of that name in this file.' } : {})}
        >
          <Combobox
            mono
            free={spec.workflowTemplateRef !== undefined}
            value={spec.entrypoint ?? ''}
            placeholder="Choose…"
            options={[...names].map((name) => ({ value: name }))}
            onCommit={(name) =>
              names.has(name)
                ? edits.run('setEntrypoint', { template: name })
                : edits.run('setField', {
                    path: [...specPath, 'entrypoint'],
                    value: name === '' ? null : name,
                  })
            }
          />
        </Field>
        <FieldRow
          label="Service account"
          path={[...specPath, 'serviceAccountName']}
          value={account?.kind === 'scalar' ? account.value : undefined}
          placeholder="default"
        />
      </Section>
      <PortsSection
        title="Arguments"
        lists={[
          {
            title: 'Parameters',
            noun: 'parameter',
            list: { template: null, kind: 'arguments', artifact: false },
            ports: spec.parameters,
            path: [...specPath, 'arguments', 'parameters'],
          },
          {
            title: 'Artifacts',
            noun: 'artifact',
            list: { template: null, kind: 'arguments', artifact: true },
            ports: spec.artifacts,
            path: [...specPath, 'arguments', 'artifacts'],
          },
        ]}
      />
      <AreasForm
        parts={[
          {
            type: 'ObjectMeta',
            path: ['metadata'],
            node: metadata,
            hidden: ['name', 'generateName', 'namespace'],
            heading: 'Of the metadata',
          },
          {
            type: 'WorkflowSpec',
            path: specPath,
            node: spec.node,
            hidden: ['entrypoint', 'serviceAccountName', 'templates', 'arguments'],
            heading: 'Of the workflow',
          },
        ]}
        {...(odd.length > 0 && {
          odd: odd.map(({ key, path }) => <RawRow key={path.join('\0')} label={key} path={path} />),
        })}
      />
    </div>
  )
}
