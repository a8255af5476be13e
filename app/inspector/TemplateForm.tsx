import { ArrowRight, Flag, Trash2 } from 'lucide-react'
import { nameProblem, templatePath } from '../../src/argo/index.ts'
import { valueOf } from '../../src/yaml/index.ts'
import { useActions, useScene } from '../store/index.ts'
import { Badge, CommitField, IconButton, Section } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { FieldRow } from './FieldRow.tsx'
import styles from './forms.module.css'
import {
  containerFields,
  containerShown,
  scriptShown,
  templateFields,
  templateShown,
} from './known-fields.ts'
import { PortsSection } from './PortsSection.tsx'
import { Program } from './Program.tsx'
import { missingFields, rawFields, type RawField, type Shape } from './raw-fields.ts'
import { RawSection, type AddableKeys } from './RawSection.tsx'
import { isLines } from './split-command.ts'
import { describeCalls, templateCalls } from './template-calls.ts'

/** Everything about one template of the file; of a `steps` template, all but its lanes. */
export function TemplateForm({ index }: { readonly index: number }) {
  const { manifest, templateIndex } = useScene()
  const template = manifest.spec.templates[index]
  if (template === undefined) return null
  const path = templatePath(manifest, index)
  const { node, type, script, container } = template
  const program = script ?? container
  const typePath = [...path, type ?? '']
  const typeNode = type === undefined ? undefined : valueOf(node, type)
  const isSuspend = type === 'suspend' && typeNode !== undefined && typeNode.kind !== 'scalar'
  const shown: Readonly<Partial<Record<string, Shape>>> = {
    ...templateShown,
    ...(type === 'steps' ? { steps: 'any' } : {}),
    ...(program !== undefined || isSuspend ? { [type ?? '']: 'map' } : {}),
  }
  const programShown: Readonly<Partial<Record<string, Shape>>> = {
    ...(script === undefined ? containerShown : scriptShown),
    // Texts of several lines are no lines of a list.
    ...(program !== undefined && !isLines(program.command) ? { command: 'map' } : {}),
    ...(program !== undefined && !isLines(program.args) ? { args: 'map' } : {}),
  }
  const ports = (['inputs', 'outputs'] as const).flatMap((side) =>
    rawFields(valueOf(node, side), [...path, side], { parameters: 'seq', artifacts: 'seq' }),
  )
  const fields: readonly RawField[] = [
    ...(program === undefined ? [] : rawFields(typeNode, typePath, programShown)),
    ...(isSuspend ? rawFields(typeNode, typePath, { duration: 'text' }) : []),
    ...ports,
    ...rawFields(node, path, shown),
  ]
  const addable: readonly AddableKeys[] = [
    ...(program === undefined
      ? []
      : [
          {
            path: typePath,
            keys: missingFields(typeNode, containerFields),
            heading: script === undefined ? 'Of the container' : 'Of the script',
          },
        ]),
    { path, keys: missingFields(node, templateFields), heading: 'Of the template' },
  ]
  return (
    <div className={styles.form}>
      <TemplateHead index={index} isDrawn={index === templateIndex} />
      {program !== undefined && (
        <Program
          title={script === undefined ? 'Container' : 'Script'}
          view={program}
          path={typePath}
          isScript={script !== undefined}
        />
      )}
      {isSuspend && (
        <Section title="Suspend" level={3}>
          <FieldRow
            label="Duration"
            path={[...typePath, 'duration']}
            value={scalarText(valueOf(typeNode, 'duration'))}
            placeholder="until resumed"
            hint="Seconds, or a time such as 2h."
          />
        </Section>
      )}
      {(['inputs', 'outputs'] as const).map((kind) => (
        <PortsSection
          key={kind}
          title={kind === 'inputs' ? 'Inputs' : 'Outputs'}
          lists={[
            {
              title: 'Parameters',
              noun: 'parameter',
              list: { template: index, kind, artifact: false },
              ports: template[kind].parameters,
              path: [...path, kind, 'parameters'],
            },
            {
              title: 'Artifacts',
              noun: 'artifact',
              list: { template: index, kind, artifact: true },
              ports: template[kind].artifacts,
              path: [...path, kind, 'artifacts'],
            },
          ]}
        />
      ))}
      <RawSection fields={fields} addable={addable} />
    </div>
  )
}

function TemplateHead({ index, isDrawn }: { readonly index: number; readonly isDrawn: boolean }) {
  const { manifest } = useScene()
  const edits = useEdits()
  const actions = useActions()
  const template = manifest.spec.templates[index]
  if (template === undefined) return null
  const { name, type } = template
  const calls = templateCalls(manifest, name)
  const isTaken = (text: string): boolean =>
    manifest.spec.templates.some((other) => other !== template && other.name === text)
  const remove = (): void => {
    const refused = edits.restructure('deleteTemplate', { template: index })
    if (refused !== undefined) actions.notify({ tone: 'warning', text: refused })
  }
  return (
    <div className={styles.head}>
      <CommitField
        label="Name"
        layout="row"
        mono
        value={name ?? ''}
        onCommit={(text) =>
          nameProblem(text) ??
          (isTaken(text)
            ? 'Another template has that name.'
            : edits.run('renameTemplate', { template: index, name: text }))
        }
      />
      <div className={styles.line}>
        <Badge kind={type}>{type ?? 'no type'}</Badge>
        <span className={styles.grow}>
          <span className={styles.note}>{describeCalls(calls)}</span>
        </span>
        {!isDrawn && (
          <IconButton
            size="sm"
            icon={<ArrowRight />}
            label="Open template"
            onClick={() => {
              actions.enterTemplate(index)
            }}
          />
        )}
        {!calls.isEntrypoint && (
          <IconButton
            size="sm"
            icon={<Flag />}
            label="Set as entrypoint"
            onClick={() => void edits.run('setEntrypoint', { template: index })}
          />
        )}
        <IconButton size="sm" icon={<Trash2 />} label="Delete template" onClick={remove} />
      </div>
      {calls.count > 1 && (
        <p className={styles.note}>What is changed here changes for all of these steps.</p>
      )}
    </div>
  )
}

function scalarText(node: ReturnType<typeof valueOf>): string | undefined {
  return node?.kind === 'scalar' ? node.value : undefined
}
