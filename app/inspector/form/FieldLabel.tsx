import type { ReactNode } from 'react'
import type { Field } from '../../../src/schema/index.ts'
import { Tooltip, VisuallyHidden } from '../../ui/index.ts'
import styles from './form.module.css'
import { plainText } from './labels.ts'

/** A field's name, with what the API says of it for those who point at it or listen. */
export function FieldLabel({
  name,
  label,
  field,
}: {
  readonly name: string
  readonly label: string
  readonly field: Field
}) {
  return (
    <Tooltip side="left" content={<Explanation name={name} field={field} />}>
      <span className={styles.name}>
        {label}
        {field.since !== undefined && (
          <span className={styles.since}>
            <VisuallyHidden> since Argo</VisuallyHidden> {field.since}+
          </span>
        )}
      </span>
    </Tooltip>
  )
}

function Explanation({ name, field }: { readonly name: string; readonly field: Field }): ReactNode {
  const { doc, since, until, default: standard, example } = field
  const facts = [
    ...(standard === undefined ? [] : [`Default: ${standard}.`]),
    ...(example === undefined ? [] : [`Example: ${example}`]),
    ...(since === undefined ? [] : [`Since Argo ${since}.`]),
    ...(until === undefined ? [] : [`Gone in Argo ${until}.`]),
  ]
  return (
    <span className={styles.explanation}>
      <code>{name}</code>
      {doc !== '' && <span>{plainText(doc)}</span>}
      {facts.length > 0 && <span className={styles.facts}>{facts.join(' ')}</span>}
    </span>
  )
}

/** What is to be said under a field because of the version that it is from. */
export function versionWarning({ deprecated, until }: Field): string | undefined {
  if (deprecated !== undefined) return plainText(deprecated)
  return until === undefined ? undefined : `Argo ${until} has this no more.`
}
