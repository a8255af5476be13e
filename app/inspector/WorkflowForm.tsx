import { isManifestKind } from '../../src/argo/index.ts'
import { valueOf } from '../../src/yaml/index.ts'
import { useScene } from '../store/index.ts'
import { Combobox, Field, Section } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { Fact } from './Fact.tsx'
import { FieldRow } from './FieldRow.tsx'
import styles from './forms.module.css'
import {
  cronFields,
  kindLabels,
  metadataFields,
  metadataShown,
  specFields,
  specShown,
} from './known-fields.ts'
import { PortsSection } from './PortsSection.tsx'
import { missingFields, rawFields } from './raw-fields.ts'
import { RawSection } from './RawSection.tsx'

/** Everything about the manifest but its templates. */
export function WorkflowForm() {
  const { manifest } = useScene()
  const edits = useEdits()
  const { kind, specPath, spec, document } = manifest
  const metadata = valueOf(document.root, 'metadata')
  const isCron = kind === 'CronWorkflow'
  const outer = isCron ? valueOf(document.root, 'spec') : undefined
  const account = valueOf(spec.node, 'serviceAccountName')
  const names = new Set(spec.templates.flatMap(({ name }) => name ?? []))
  const isUnknown = spec.entrypoint !== undefined && !names.has(spec.entrypoint)
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <Fact label="Kind">{isManifestKind(kind) ? kindLabels[kind] : (kind ?? 'not given')}</Fact>
        <FieldRow
          label="Name"
          path={['metadata', 'name']}
          value={manifest.name}
          placeholder={manifest.generateName === undefined ? '' : 'generated'}
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
      <Section title="Start" level={3}>
        <Field
          label="Entrypoint"
          layout="row"
          {...(isUnknown ? { error: 'There is no template of that name in this file.' } : {})}
        >
          <Combobox
            mono
            value={spec.entrypoint ?? ''}
            placeholder="Choose…"
            options={[...names].map((name) => ({ value: name }))}
            onCommit={(name) => edits.run('setEntrypoint', { template: name })}
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
        title="Parameters"
        lists={[
          {
            title: 'Parameters',
            noun: 'parameter',
            list: { template: null, kind: 'arguments', artifact: false },
            ports: spec.parameters,
            path: [...specPath, 'arguments', 'parameters'],
          },
        ]}
      />
      <RawSection
        fields={[
          ...rawFields(metadata, ['metadata'], metadataShown),
          ...rawFields(outer, ['spec'], { workflowSpec: 'map' }),
          ...rawFields(valueOf(spec.node, 'arguments'), [...specPath, 'arguments'], {
            parameters: 'seq',
          }),
          ...rawFields(spec.node, specPath, specShown),
        ]}
        addable={[
          {
            path: ['metadata'],
            keys: missingFields(metadata, metadataFields),
            heading: 'Of the metadata',
          },
          ...(isCron
            ? [
                {
                  path: ['spec'],
                  keys: missingFields(outer, cronFields),
                  heading: 'Of the schedule',
                },
              ]
            : []),
          {
            path: specPath,
            keys: missingFields(spec.node, specFields),
            heading: 'Of the workflow',
          },
        ]}
      />
    </div>
  )
}
