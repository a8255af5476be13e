import type { StepView, TemplateView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { Badge, Section } from '../ui/index.ts'
import { AddArgument } from './AddArgument.tsx'
import { argumentRows, missingCount, type ArgumentRow as Row } from './argument-rows.ts'
import { ArgumentRow } from './ArgumentRow.tsx'
import { useEdits, type StepHandle } from './commands.ts'
import styles from './forms.module.css'
import { RawRow } from './RawRow.tsx'
import { useReferenceOptions } from './use-reference-options.ts'

/** What a step gives to the inputs of the template that it calls. */
export function Arguments({
  step,
  handle,
  called,
  path,
}: {
  readonly step: StepView
  readonly handle: StepHandle
  readonly called: TemplateView | undefined
  /** Of the step. */
  readonly path: Path
}) {
  const edits = useEdits()
  const at = [...path, 'arguments']
  const options = {
    parameter: useReferenceOptions(at),
    artifact: useReferenceOptions(at, 'tag', 'artifact'),
  }
  const rows = argumentRows(step, called)
  const missing = missingCount(rows)
  const set = (row: Pick<Row, 'kind' | 'name'>, value: string | null): string | undefined =>
    edits.onStep(handle, 'setArgument', {
      name: row.name,
      value,
      ...(row.kind === 'artifact' ? { artifact: true } : {}),
    })
  return (
    <Section
      title="Arguments"
      level={3}
      count={rows.length === 0 ? undefined : rows.length}
      summary={missing > 0 ? `${String(missing)} missing` : undefined}
      actions={
        missing > 0 ? <Badge tone="danger">{`${String(missing)} missing`}</Badge> : undefined
      }
    >
      {rows.length === 0 && called !== undefined && (
        <p className={styles.note}>The template has no inputs.</p>
      )}
      {called === undefined && step.templateRef !== undefined && (
        <p className={styles.note}>
          The template is in another file, so what it needs is not known here.
        </p>
      )}
      {rows.map((row, number) => {
        const key = `${row.kind} ${row.name === '' ? String(number) : row.name} ${row.state === 'surplus' ? String(row.index) : ''}`
        const at = [...path, 'arguments', `${row.kind}s`, row.index ?? 0]
        return row.isRaw ? (
          <RawRow
            key={key}
            label={row.name === '' ? `${row.kind} without a name` : row.name}
            path={at}
            hint={row.description}
            warning={
              row.state === 'surplus'
                ? 'The template has no such input, so Argo ignores this.'
                : undefined
            }
            onRemove={() => void edits.run('setField', { path: at, value: null })}
          />
        ) : (
          <ArgumentRow
            key={key}
            row={row}
            listOptions={options[row.kind]}
            onSet={(value) =>
              // Of several of one name, the command would find the first.
              row.state === 'surplus' && row.index !== undefined
                ? edits.run('setField', {
                    path: value === null ? at : [...at, row.kind === 'artifact' ? 'from' : 'value'],
                    value,
                  })
                : set(row, value)
            }
          />
        )
      })}
      {called === undefined && (
        <AddArgument
          taken={new Set(rows.map(({ name }) => name))}
          onAdd={(name) => set({ kind: 'parameter', name }, '')}
        />
      )}
    </Section>
  )
}
