import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Path } from '../../src/base/index.ts'
import { Button, Menu, Section } from '../ui/index.ts'
import styles from './forms.module.css'
import type { RawField } from './raw-fields.ts'
import { NewRow, RawRow } from './RawRow.tsx'

export interface RawSectionProps {
  readonly title?: string
  readonly fields: readonly RawField[]
  /** Keys that may be added, by the path of the map that they go into. */
  readonly addable: readonly AddableKeys[]
}

export interface AddableKeys {
  readonly path: Path
  readonly keys: readonly string[]
  /** Over them in the menu. */
  readonly heading?: string
}

/** Whatever a form has no controls for, as YAML, and what could be added. */
export function RawSection({ title = 'More fields', fields, addable }: RawSectionProps) {
  const [added, setAdded] = useState<readonly RawField[]>([])
  const isHere = ({ path }: RawField): boolean =>
    fields.some((field) => field.path.join('\0') === path.join('\0'))
  const drafts = added.filter((field) => !isHere(field))
  const entries = addable.flatMap(({ path, keys, heading }) => [
    ...(heading === undefined || keys.length === 0
      ? []
      : [{ type: 'heading', label: heading } as const]),
    ...keys.map(
      (key) =>
        ({
          type: 'action',
          label: key,
          onSelect: () => {
            setAdded((others) => [...others, { key, path: [...path, key] }])
          },
        }) as const,
    ),
  ])
  return (
    <Section title={title} count={fields.length === 0 ? undefined : fields.length} level={3}>
      {fields.map(({ key, path }) => (
        <RawRow key={path.join('\0')} label={key} path={path} />
      ))}
      {drafts.map((field) => (
        <NewRow
          key={field.path.join('\0')}
          label={field.key}
          path={field.path}
          onDone={() => {
            setAdded((others) => others.filter((other) => other !== field))
          }}
        />
      ))}
      {entries.length > 0 && (
        <div className={styles.flush}>
          <Menu
            trigger={
              <Button size="sm" variant="ghost" icon={<Plus />}>
                Add field…
              </Button>
            }
            entries={entries}
          />
        </div>
      )}
    </Section>
  )
}
