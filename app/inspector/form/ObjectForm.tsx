import { useState } from 'react'
import { RawRow } from '../RawRow.tsx'
import { AddField } from './AddField.tsx'
import { Choice } from './Choice.tsx'
import styles from './form.module.css'
import { formFields, isPrunable, unknownHint } from './form-plan.ts'
import type { ObjectFormProps } from './parts.ts'
import { ValueField } from './ValueField.tsx'

/**
 * The fields of an object: what is set, what its hand-made form always shows, choices between variants, what the API does not know, and
 * a search over everything that could be added.
 */
export function ObjectForm({ type, path, node, emptied = 0, hidden }: ObjectFormProps) {
  const [added, setAdded] = useState<readonly string[]>([])
  const { shown, groups, missing, unknown } = formFields(type, node, added, hidden)
  const goes = isPrunable(type) ? emptied + 1 : 0
  const newest = added.at(-1)
  return (
    <div className={styles.object}>
      {shown.map(({ key, field, plan, node: value }) => (
        <ValueField
          key={key}
          name={key}
          field={field}
          plan={plan}
          path={[...path, key]}
          node={value}
          emptied={goes}
          autoFocus={value === undefined && key === newest}
          onDrop={
            added.includes(key)
              ? () => {
                  setAdded((others) => others.filter((other) => other !== key))
                }
              : undefined
          }
        />
      ))}
      {groups.map((group) => (
        <Choice key={group.fields.join()} type={type} group={group} path={path} node={node} />
      ))}
      {unknown.map((key) => (
        <RawRow key={key} label={key} path={[...path, key]} hint={unknownHint(key)} />
      ))}
      {missing.length > 0 && (
        <AddField
          areas={[{ fields: missing }]}
          onAdd={({ key }) => {
            setAdded((others) => [...others.filter((other) => other !== key), key])
          }}
        />
      )}
    </div>
  )
}
