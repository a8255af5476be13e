import { useState, type ReactNode } from 'react'
import type { Path } from '../../../src/base/index.ts'
import type { YamlNode } from '../../../src/yaml/index.ts'
import { Section } from '../../ui/index.ts'
import { RawRow } from '../RawRow.tsx'
import { AddField, type AddArea } from './AddField.tsx'
import { Choice } from './Choice.tsx'
import styles from './form.module.css'
import { areasOf, formFields, isPrunable, unknownHint, type FormField } from './form-plan.ts'
import { displayName } from './control.ts'
import { ValueField } from './ValueField.tsx'

/** One object of a large form: its type in the API and where it is. */
export interface FormPart {
  readonly type: string
  readonly path: Path
  readonly node: YamlNode | undefined
  /** Keys that are shown elsewhere. */
  readonly hidden: readonly string[]
  /** Over its fields in the list of what can be added. */
  readonly heading?: string
}

/**
 * The fields of large objects in sections, of which only those are there that have something to show; under them one search over all
 * that could be added. `odd` is what could not be shown elsewhere.
 */
export function AreasForm({
  parts,
  odd,
}: {
  readonly parts: readonly FormPart[]
  readonly odd?: ReactNode
}) {
  const [added, setAdded] = useState<readonly string[]>([])
  const newest = added.at(-1)
  const adds: (AddArea & { readonly part: FormPart })[] = []
  const sections: ReactNode[] = []
  const strange: ReactNode[] = []
  for (const part of parts) {
    const { type, path, node, hidden } = part
    const prefix = `${path.join('.')}:`
    const own = added.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
    const { shown, missing, unknown, groups } = formFields(type, node, own, hidden)
    if (missing.length > 0)
      adds.push({
        part,
        fields: missing,
        ...(part.heading === undefined ? {} : { title: part.heading }),
      })
    for (const { title, fields } of areasOf(type, shown)) {
      sections.push(
        <AreaSection key={prefix + title} title={title} fields={fields}>
          {fields.map(({ key, field, plan, node: value }) => (
            <ValueField
              key={key}
              name={key}
              field={field}
              plan={plan}
              path={[...path, key]}
              node={value}
              emptied={isPrunable(type) ? 1 : 0}
              autoFocus={value === undefined && prefix + key === newest}
              onDrop={
                own.includes(key)
                  ? () => {
                      setAdded((others) => others.filter((other) => other !== prefix + key))
                    }
                  : undefined
              }
            />
          ))}
        </AreaSection>,
      )
    }
    for (const group of groups)
      strange.push(
        <Choice
          key={prefix + group.fields.join()}
          type={type}
          group={group}
          path={path}
          node={node}
        />,
      )
    for (const key of unknown)
      strange.push(
        <RawRow key={prefix + key} label={key} path={[...path, key]} hint={unknownHint(key)} />,
      )
  }
  return (
    <>
      {sections}
      {(strange.length > 0 || odd !== undefined) && (
        <Section title="Other fields" level={3}>
          {odd}
          {strange}
        </Section>
      )}
      {adds.length > 0 && (
        <div className={styles.foot}>
          <AddField
            areas={adds}
            onAdd={({ key }, area) => {
              const part = adds.find((each) => each === area)?.part
              if (part === undefined) return
              const id = `${part.path.join('.')}:${key}`
              setAdded((others) => [...others.filter((other) => other !== id), id])
            }}
          />
        </div>
      )}
    </>
  )
}

function AreaSection({
  title,
  fields,
  children,
}: {
  readonly title: string
  readonly fields: readonly FormField[]
  readonly children: ReactNode
}) {
  const names = fields.map(({ key, plan }) => displayName({ name: key, plan }))
  return (
    <Section title={title} level={3} count={fields.length} summary={names.join(', ')}>
      {children}
    </Section>
  )
}
