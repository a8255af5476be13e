import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ArtifactView, ParameterView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { IconButton, Menu, Section } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { PortCard } from './PortCard.tsx'
import styles from './Ports.module.css'
import { mainField, newPortName, portAddress, type PortList } from './ports.ts'

/** Parameters or artifacts in one of the lists of a section. */
export interface Ports {
  readonly title: string
  /** One of them, for "Add …". */
  readonly noun: string
  readonly list: PortList
  readonly ports: readonly (ParameterView | ArtifactView)[]
  /** Of the list. */
  readonly path: Path
}

/** Inputs, outputs, or the workflow's parameters: to edit, add and remove. */
export function PortsSection({
  title,
  lists,
}: {
  readonly title: string
  readonly lists: readonly Ports[]
}) {
  const edits = useEdits()
  const [newest, setNewest] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const filled = lists.filter(({ ports }) => ports.length > 0)
  const count = filled.reduce((sum, { ports }) => sum + ports.length, 0)
  const add = ({ list, ports }: Ports): void => {
    const name = newPortName(list, ports)
    const refused = edits.run('setParameter', portAddress(list, name))
    setRefusal(refused)
    if (refused === undefined) setNewest(name)
  }
  const [only, another] = lists
  return (
    <Section
      title={title}
      level={3}
      count={count === 0 ? undefined : count}
      summary={count === 0 ? 'none' : undefined}
      actions={
        only !== undefined && another === undefined ? (
          <IconButton
            size="sm"
            icon={<Plus />}
            label={`Add ${only.noun}`}
            onClick={() => {
              add(only)
            }}
          />
        ) : (
          <Menu
            align="end"
            trigger={
              <IconButton size="sm" icon={<Plus />} label={`Add to ${title.toLowerCase()}`} />
            }
            entries={lists.map((ports) => ({
              type: 'action',
              label: `Add ${ports.noun}`,
              onSelect: () => {
                add(ports)
              },
            }))}
          />
        )
      }
    >
      {refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      {count === 0 && <p className={styles.elsewhere}>None.</p>}
      {filled.map((ports) => (
        <PortsTable key={ports.title} {...ports} newest={newest} />
      ))}
    </Section>
  )
}

function PortsTable({
  title,
  list,
  ports,
  path,
  newest,
}: Ports & { readonly newest: string | undefined }) {
  const [first] = ports
  return (
    <div className={styles.ports} role="group" aria-label={title}>
      <div className={styles.columns} aria-hidden>
        <span>{list.artifact ? 'Artifact' : 'Parameter'}</span>
        <span>{first === undefined ? '' : mainField(list, first).label}</span>
      </div>
      {ports.map((port, index) => (
        <PortCard
          key={index}
          list={list}
          port={port}
          path={[...path, index]}
          autoFocus={port.name !== undefined && port.name === newest}
        />
      ))}
    </div>
  )
}
