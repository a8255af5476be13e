import { X } from 'lucide-react'
import { useScene } from '../../store/index.ts'
import { Combobox, CommitField, Field, IconButton, Select, Switch } from '../../ui/index.ts'
import { useEdits } from '../commands.ts'
import { rowsFor } from '../parse-source.ts'
import { ReferenceField } from '../ReferenceField.tsx'
import { FieldLabel, versionWarning } from './FieldLabel.tsx'
import styles from './form.module.css'
import { plainText } from './labels.ts'
import { exampleOf, hasLines, isWide, scalarValue, type ScalarType } from './scalars.ts'
import { displayName, type ControlProps } from './control.ts'

type ScalarProps = ControlProps & { readonly type: ScalarType }

/** A field whose value is one text, number or boolean; emptied, it goes. */
export function ScalarField(props: ScalarProps) {
  const { type } = props
  if (type.kind === 'boolean') return <BooleanField {...props} />
  if (type.kind === 'enum' && type.values.length > 0) return <EnumField {...props} type={type} />
  if (type.kind === 'text' && type.flavour === 'template') return <TemplateField {...props} />
  return <TextualField {...props} />
}

function TextualField(props: ScalarProps) {
  const { type, name, field, plan, path, node, emptied, autoFocus = false } = props
  const edits = useEdits()
  const text = node?.kind === 'scalar' ? node.value : ''
  const flavour = type.kind === 'text' ? type.flavour : 'plain'
  const isLong = text.includes('\n') || hasLines(flavour) || plan.control === 'lines'
  const placeholder = plan.placeholder ?? field.default ?? field.example ?? exampleOf(type)
  const isNumber = type.kind === 'integer' || type.kind === 'number'
  const commit = (typed: string): string | undefined => {
    if (typed === '') return edits.run('setField', { path, value: null, emptied })
    if (plan.renames === 'global-output' && text !== '') {
      const artifact = path.at(-3) === 'artifacts'
      return edits.run('renameGlobalOutput', { output: text, artifact, name: typed })
    }
    const value = scalarValue(type, typed, node)
    return value.ok ? edits.run('setField', { path, value: value.value }) : value.error
  }
  const shared = {
    label: <FieldLabel name={name} label={displayName(props)} field={field} />,
    autoFocus,
    required: field.required,
    value: text,
    warning: node === undefined ? undefined : versionWarning(field),
    ...(isLong && { rows: rowsFor(text, 3) }),
    ...(placeholder !== undefined && { placeholder: placeholder.split('\n')[0] ?? '' }),
    actions: <RemoveButton {...props} />,
    onCommit: commit,
  }
  const { references } = plan
  if (references !== undefined)
    return (
      <ReferenceField
        {...shared}
        name={displayName(props)}
        path={path}
        form={references === 'expression' ? 'expression' : 'tag'}
        isWhole={references === 'whole'}
      />
    )
  return (
    <CommitField
      {...shared}
      layout={isLong || isWide(flavour) ? 'stack' : 'row'}
      mono
      inputMode={isNumber ? 'numeric' : 'text'}
    />
  )
}

function BooleanField(props: ScalarProps) {
  const { name, field, path, node } = props
  const edits = useEdits()
  const value = node?.kind === 'scalar' ? node.value === 'true' : undefined
  const standard = field.default === 'true'
  return (
    <Field
      label={<FieldLabel name={name} label={displayName(props)} field={field} />}
      layout="row"
      warning={node === undefined ? undefined : versionWarning(field)}
      required={field.required}
      actions={<RemoveButton {...props} />}
    >
      <div className={styles.switch}>
        <Switch
          checked={value ?? standard}
          onChange={(checked) => void edits.run('setField', { path, value: checked })}
        />
        <span className={styles.note} aria-hidden={value !== undefined}>
          {value === undefined ? `not set${standard ? ', so on' : ''}` : value ? 'true' : 'false'}
        </span>
      </div>
    </Field>
  )
}

const UNSET = '\0'

function EnumField(
  props: ControlProps & { readonly type: ScalarType & { readonly kind: 'enum' } },
) {
  const { type, name, field, plan, path, node, emptied } = props
  const edits = useEdits()
  const value = node?.kind === 'scalar' ? node.value : undefined
  const set = (next: string): string | undefined =>
    edits.run(
      'setField',
      next === UNSET || next === '' ? { path, value: null, emptied } : { path, value: next },
    )
  const options = type.values.map((each) => ({
    value: each.value,
    description: plainText(each.doc),
  }))
  const isOdd = value !== undefined && !type.open && !options.some((each) => each.value === value)
  const isTagged = value?.includes('{{') === true
  return (
    <Field
      label={<FieldLabel name={name} label={displayName(props)} field={field} />}
      layout="row"
      required={field.required}
      error={isOdd && !isTagged ? `Argo does not know ${value}.` : undefined}
      warning={node === undefined ? undefined : versionWarning(field)}
      actions={<RemoveButton {...props} />}
    >
      {type.open || isTagged ? (
        <Combobox
          free
          mono
          value={value ?? ''}
          options={options}
          placeholder={plan.placeholder ?? field.default ?? ''}
          onCommit={set}
        />
      ) : (
        <Select
          mono={value !== undefined}
          value={value}
          placeholder={field.default ?? 'not set'}
          options={[
            ...(field.required || value === undefined ? [] : [{ value: UNSET, label: 'not set' }]),
            ...options,
          ]}
          onChange={(next) => void set(next)}
        />
      )}
    </Field>
  )
}

/** The name of a template of the file. */
function TemplateField(props: ScalarProps) {
  const { name, field, path, node, emptied } = props
  const { manifest } = useScene()
  const edits = useEdits()
  const value = node?.kind === 'scalar' ? node.value : ''
  const names = new Set(manifest.spec.templates.flatMap((template) => template.name ?? []))
  const isUnknown = value !== '' && !value.includes('{{') && !names.has(value)
  return (
    <Field
      label={<FieldLabel name={name} label={displayName(props)} field={field} />}
      layout="row"
      required={field.required}
      warning={
        isUnknown && manifest.spec.workflowTemplateRef === undefined
          ? 'There is no template of that name in this file.'
          : node === undefined
            ? undefined
            : versionWarning(field)
      }
      actions={<RemoveButton {...props} />}
    >
      <Combobox
        free
        mono
        value={value}
        placeholder="Choose…"
        options={[...names].map((each) => ({ value: each }))}
        onCommit={(next) =>
          edits.run('setField', { path, value: next === '' ? null : next, emptied })
        }
      />
    </Field>
  )
}

/** Takes a field out of the file, or out of the form. */
export function RemoveButton(props: ControlProps) {
  const { field, plan, path, node, emptied, onDrop } = props
  const edits = useEdits()
  const isOwn = onDrop === undefined && (field.required || plan.pinned === true)
  if (isOwn && (node === undefined || field.required)) return undefined
  if (node === undefined && onDrop === undefined) return undefined
  return (
    <span className={styles.remove}>
      <IconButton
        size="sm"
        icon={<X />}
        label={`Remove ${displayName(props)}`}
        onClick={() => {
          if (node !== undefined) edits.run('setField', { path, value: null, emptied })
          onDrop?.()
        }}
      />
    </span>
  )
}
