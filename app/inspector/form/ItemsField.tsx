import { Columns3, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button, CommitField, Field, IconButton, TextField } from '../../ui/index.ts'
import { useEdits } from '../commands.ts'
import { shorten } from '../shorten.ts'
import { displayName, type ControlProps } from './control.ts'
import { FieldLabel } from './FieldLabel.tsx'
import { cellValue, emptyRow, type ItemsTable } from './items-table.ts'
import styles from './ItemsField.module.css'
import { RemoveButton } from './ScalarField.tsx'

/** More rows than these are better edited as YAML. */
const MOST_ROWS = 100

/** Items that are flat maps, as a table with a column for each key. */
export function ItemsField(props: ControlProps & { readonly table: ItemsTable }) {
  const { name, field, path, table } = props
  const edits = useEdits()
  const [isNaming, setNaming] = useState(false)
  const { columns, rows } = table
  const removeColumn = (column: string): void =>
    void edits.run('setFields', {
      fields: rows.flatMap((row, index) =>
        row.has(column) ? [{ path: [...path, index, column], value: null }] : [],
      ),
    })
  const addColumn = (column: string): string | undefined =>
    columns.includes(column)
      ? `There is ${column} already.`
      : edits.run('setFields', {
          fields: rows.map((_, index) => ({ path: [...path, index, column], value: '' })),
        })
  return (
    <div className={styles.items}>
      <div className={styles.head}>
        <FieldLabel name={name} label={displayName(props)} field={field} />
        <span className={styles.count}>{rows.length}</span>
        <span className={styles.tools}>
          <RemoveButton {...props} />
        </span>
      </div>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <span className={styles.column}>
                    <span className={styles.key} title={`{{item.${column}}}`}>
                      {column}
                    </span>
                    {columns.length > 1 && (
                      <IconButton
                        size="sm"
                        icon={<X />}
                        label={`Remove the column ${shorten(column)}`}
                        onClick={() => removeColumn(column)}
                      />
                    )}
                  </span>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row, index) => (
              <tr key={index}>
                {columns.map((column) => {
                  const cell = row.get(column)
                  const at = [...path, index, column]
                  return (
                    <td key={column}>
                      <CommitField
                        label={`${column} of item ${String(index + 1)}`}
                        layout="hidden"
                        mono
                        value={cell?.kind === 'scalar' ? cell.value : ''}
                        placeholder={cell === undefined ? 'none' : ''}
                        onCommit={(text) =>
                          edits.run('setField', {
                            path: at,
                            value: cellValue(table, index, column, text),
                          })
                        }
                      />
                    </td>
                  )
                })}
                <td>
                  <IconButton
                    size="sm"
                    icon={<X />}
                    label={`Remove item ${String(index + 1)}`}
                    onClick={() =>
                      void edits.run('setField', { path: [...path, index], value: null })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST_ROWS && (
        <p className={styles.note}>
          {`and ${String(rows.length - MOST_ROWS)} more, which are edited in the YAML.`}
        </p>
      )}
      {isNaming ? (
        <NewColumn
          onAdd={addColumn}
          onDone={() => {
            setNaming(false)
          }}
        />
      ) : (
        <div className={styles.foot}>
          <Button
            size="sm"
            icon={<Plus />}
            onClick={() => void edits.run('insertItem', { path, value: emptyRow(table) })}
          >
            Add item
          </Button>
          <Button
            size="sm"
            variant="ghost"
            icon={<Columns3 />}
            onClick={() => {
              setNaming(true)
            }}
          >
            Add column
          </Button>
        </div>
      )}
    </div>
  )
}

/** Asks for the key of a new column. */
function NewColumn({
  onAdd,
  onDone,
}: {
  readonly onAdd: (column: string) => string | undefined
  readonly onDone: () => void
}) {
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const add = (): void => {
    const refused = text.trim() === '' ? 'Write the key of the column.' : onAdd(text.trim())
    setRefusal(refused)
    if (refused === undefined) onDone()
  }
  return (
    <Field label="Key of the new column" error={refusal}>
      <div className={styles.foot}>
        <TextField
          mono
          autoFocus
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add()
            else if (event.key === 'Escape') onDone()
          }}
        />
        <Button size="sm" onClick={add}>
          Add
        </Button>
        <IconButton size="sm" icon={<X />} label="No new column" onClick={onDone} />
      </div>
    </Field>
  )
}
