import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { portNameProblem, type ArtifactView, type ParameterView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { entryOf, keyText, valueOf } from '../../src/yaml/index.ts'
import { CommitField, IconButton } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { FieldRow } from './FieldRow.tsx'
import { ObjectForm } from './form/ObjectForm.tsx'
import { summaryOf } from './form/summary.ts'
import styles from './Ports.module.css'
import { mainField, portAddress, portShown, type PortList } from './ports.ts'
import { hasShape, rawFields } from './raw-fields.ts'
import { RawRow } from './RawRow.tsx'
import { shorten } from './shorten.ts'

/** One parameter or artifact: name and main field in a line, the rest below when asked for. */
export function PortCard({
  list,
  port,
  path,
  autoFocus,
}: {
  readonly list: PortList
  readonly port: ParameterView | ArtifactView
  readonly path: Path
  readonly autoFocus: boolean
}) {
  const edits = useEdits()
  const [open, setOpen] = useState(false)
  const main = mainField(list, port)
  const name = port.name ?? ''
  const mainKey = main.path[0] ?? ''
  const { node } = port
  const isMap = node.kind === 'map'
  // What stands in place of the main field, or has another shape than a text, is said here and edited below.
  const isMainElsewhere =
    rawFields(node, path, portShown(list, node)).some(({ key }) => key === mainKey) ||
    (main.value === undefined && isMap && node.entries.some((entry) => isSource(keyText(entry))))
  const isNameOdd =
    isMap && !hasShape(valueOf(node, 'name') ?? node, 'text') && entryOf(node, 'name') !== undefined
  const type = 'hasValueFrom' in port ? 'Parameter' : 'Artifact'
  return (
    <div className={styles.card}>
      <div className={styles.row}>
        <CommitField
          label="Name"
          layout="hidden"
          mono
          autoFocus={autoFocus}
          value={name}
          onCommit={(text) =>
            portNameProblem(text) ??
            (name === ''
              ? edits.run('setField', { path: [...path, 'name'], value: text })
              : edits.rename({ kind: 'port', port: portAddress(list, name) }, text))
          }
        />
        {isMainElsewhere ? (
          <button
            type="button"
            className={styles.elsewhere}
            onClick={() => {
              setOpen(!open)
            }}
          >
            {summaryOf(node, 'name')}
          </button>
        ) : (
          <FieldRow
            label={`${main.label} of ${shorten(name)}`}
            layout="hidden"
            path={[...path, ...main.path]}
            value={main.value}
            placeholder={list.kind === 'inputs' && type === 'Parameter' ? 'required' : ''}
          />
        )}
        <div className={styles.tools}>
          <IconButton
            size="sm"
            icon={<ChevronDown className={styles.chevron} data-open={open || undefined} />}
            label={`${open ? 'Fewer' : 'More'} fields of ${shorten(name)}`}
            aria-expanded={open}
            onClick={() => {
              setOpen(!open)
            }}
          />
          <IconButton
            size="sm"
            icon={<X />}
            label={`Remove ${shorten(name)}`}
            onClick={() =>
              name === ''
                ? edits.run('setField', { path, value: null, emptied: 1 })
                : edits.run('removeParameter', portAddress(list, name))
            }
          />
        </div>
      </div>
      {open && (
        <div className={styles.more}>
          {isMap ? (
            <ObjectForm
              type={type}
              path={path}
              node={node}
              hidden={[
                ...(isNameOdd ? [] : ['name']),
                ...(isMainElsewhere || main.path.length > 1 ? [] : [mainKey]),
              ]}
            />
          ) : (
            <RawRow label={name === '' ? type.toLowerCase() : name} path={path} />
          )}
        </div>
      )}
    </div>
  )
}

/** Keys that say where a value or an artifact comes from in another way than by the main field. */
function isSource(key: string | undefined): boolean {
  return (
    key !== undefined &&
    [
      'valueFrom',
      'from',
      'fromExpression',
      's3',
      'gcs',
      'azure',
      'oss',
      'git',
      'http',
      'raw',
    ].includes(key)
  )
}
