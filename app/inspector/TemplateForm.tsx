import { ArrowRight, Flag, Trash2 } from 'lucide-react'
import { nameProblem, templatePath, type TemplateView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { valueOf } from '../../src/yaml/index.ts'
import { useActions, useScene } from '../store/index.ts'
import { Badge, CommitField, IconButton } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { DryRunSection } from './dry-run/DryRunSection.tsx'
import { AreasForm } from './form/AreasForm.tsx'
import styles from './forms.module.css'
import { typeKeys } from './known-fields.ts'
import { PortsSection } from './PortsSection.tsx'
import { rawFields } from './raw-fields.ts'
import { RawRow } from './RawRow.tsx'
import { describeCalls, templateCalls } from './template-calls.ts'
import { TypeSection } from './TypeSection.tsx'

/** Everything about one template of the file; of a `steps` template, all but its lanes. */
export function TemplateForm({ index }: { readonly index: number }) {
  const { manifest, templateIndex } = useScene()
  const template = manifest.spec.templates[index]
  if (template === undefined) return null
  return (
    <div className={styles.form}>
      <TemplateHead index={index} isDrawn={index === templateIndex} />
      <TemplateParts template={template} path={templatePath(manifest, index)} index={index} />
    </div>
  )
}

/** A template that is written in place, at whatever depth. */
export function InlineTemplateForm({
  template,
  path,
  owner,
}: {
  readonly template: TemplateView
  readonly path: Path
  /** The name of the step that it is written in. */
  readonly owner: string | undefined
}) {
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <div className={styles.line}>
          <Badge kind={template.type}>{template.type ?? 'no type'}</Badge>
          <span className={styles.grow}>
            <span className={styles.note}>
              {`Written in place${owner === undefined ? '' : `, in ${owner}`}.`}
            </span>
          </span>
        </div>
      </div>
      <TemplateParts template={template} path={path} />
    </div>
  )
}

/** What all templates have: what they run, inputs, outputs and the rest. */
function TemplateParts({
  template,
  path,
  index,
}: {
  readonly template: TemplateView
  readonly path: Path
  /** Of a template of the file. */
  readonly index?: number
}) {
  const { node, type } = template
  const isMap = node.kind === 'map'
  const sides = ['inputs', 'outputs'] as const
  const odd = isMap
    ? [
        ...sides.flatMap((side) =>
          rawFields(valueOf(node, side), [...path, side], {
            parameters: 'seq',
            artifacts: 'seq',
            ...(side === 'outputs' ? { result: 'any', exitCode: 'any' } : {}),
          }),
        ),
        ...rawFields(node, path, { inputs: 'map', outputs: 'map' }).filter(
          ({ key }) => key === 'inputs' || key === 'outputs',
        ),
        // Argo runs the first of several types that a template has; the others are of no use to it.
        ...rawFields(node, path, {}).filter(({ key }) => typeKeys.has(key) && key !== type),
      ]
    : []
  return (
    <>
      {type !== undefined && (
        <TypeSection type={type} path={path} node={node} isInline={index === undefined} />
      )}
      {sides.map((kind) => (
        <PortsSection
          key={kind}
          title={kind === 'inputs' ? 'Inputs' : 'Outputs'}
          lists={[
            {
              title: 'Parameters',
              noun: 'parameter',
              list: { template: index ?? path, kind, artifact: false },
              ports: template[kind].parameters,
              path: [...path, kind, 'parameters'],
            },
            {
              title: 'Artifacts',
              noun: 'artifact',
              list: { template: index ?? path, kind, artifact: true },
              ports: template[kind].artifacts,
              path: [...path, kind, 'artifacts'],
            },
          ]}
        />
      ))}
      {template.name !== undefined && (
        <DryRunSection who={{ template: template.name }} template={template} />
      )}
      <AreasForm
        parts={[
          {
            type: 'Template',
            path,
            node,
            hidden: [...(index === undefined ? [] : ['name']), 'inputs', 'outputs', ...typeKeys],
          },
        ]}
        {...(odd.length > 0 && {
          odd: odd.map(({ key, path: at }) => (
            <RawRow
              key={at.join('\0')}
              label={key}
              path={at}
              {...(typeKeys.has(key) && {
                warning: `A template runs one thing only, and this one runs its ${type ?? ''}.`,
              })}
            />
          )),
        })}
      />
    </>
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
            : edits.rename({ kind: 'template', template: index }, text))
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
