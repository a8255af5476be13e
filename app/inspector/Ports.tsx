import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ArtifactView, ParameterView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { Button } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { PortCard } from './PortCard.tsx'
import styles from './Ports.module.css'
import { mainField, newPortName, portAddress, type PortList } from './ports.ts'

/** The parameters or artifacts of a template or of the workflow, to edit, add and remove. */
export function Ports({
  title,
  list,
  ports,
  path,
  noun,
}: {
  readonly title: string
  readonly list: PortList
  readonly ports: readonly (ParameterView | ArtifactView)[]
  /** Of the list. */
  readonly path: Path
  readonly noun: string
}) {
  const edits = useEdits()
  const [newest, setNewest] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const first = ports[0]
  return (
    <div className={styles.ports} role="group" aria-label={title}>
      <div className={styles.head}>
        <h4 className={styles.title}>{title}</h4>
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus />}
          label={`Add ${noun}`}
          onClick={() => {
            const name = newPortName(list, ports)
            const refused = edits.run('setParameter', portAddress(list, name))
            setRefusal(refused)
            if (refused === undefined) setNewest(name)
          }}
        >
          Add
        </Button>
      </div>
      {refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      {first !== undefined && (
        <div className={styles.columns} aria-hidden>
          <span>Name</span>
          <span>{mainField(list, first).label}</span>
        </div>
      )}
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
