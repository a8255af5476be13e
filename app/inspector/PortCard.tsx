import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { portNameProblem, type ArtifactView, type ParameterView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { CommitField, IconButton } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { FieldRow } from './FieldRow.tsx'
import { LinesField } from './LinesField.tsx'
import styles from './Ports.module.css'
import { mainField, portAddress, portShown, type PortList } from './ports.ts'
import { hasShape, rawFields } from './raw-fields.ts'
import { RawRow } from './RawRow.tsx'
import { shorten } from './shorten.ts'
import { valueOf } from '../../src/yaml/index.ts'

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
  const shown = portShown(list, port.node)
  const main = mainField(list, port)
  const raw = rawFields(port.node, path, shown)
  const name = port.name ?? ''
  const mainKey = main.path[0] ?? ''
  const isMainRaw = raw.some(({ key }) => key === mainKey)
  const isParameter = 'hasValueFrom' in port
  const enumNode = valueOf(port.node, 'enum')
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
              : edits.run('renameParameter', { ...portAddress(list, name), name: text }))
          }
        />
        {isMainRaw ? (
          <span className={styles.elsewhere}>{`${mainKey} below`}</span>
        ) : (
          <FieldRow
            label={`${main.label} of ${shorten(name)}`}
            layout="hidden"
            path={[...path, ...main.path]}
            value={main.value}
            placeholder={list.kind === 'inputs' && isParameter ? 'required' : ''}
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
                ? edits.run('setField', { path, value: null })
                : edits.run('removeParameter', portAddress(list, name))
            }
          />
        </div>
      </div>
      {(open || isMainRaw) && (
        <div className={styles.more}>
          {isParameter && open && (
            <FieldRow
              label="Description"
              mono={false}
              path={[...path, 'description']}
              value={port.description}
            />
          )}
          {isParameter &&
            open &&
            list.kind !== 'outputs' &&
            (enumNode === undefined || hasShape(enumNode, 'texts')) && (
              <LinesField
                label="Allowed values"
                path={[...path, 'enum']}
                value={port.enum}
                placeholder="one a line"
              />
            )}
          {raw
            .filter(({ key }) => open || key === mainKey)
            .map(({ key, path: at }) => (
              <RawRow key={key} label={key} path={at} />
            ))}
        </div>
      )}
    </div>
  )
}
