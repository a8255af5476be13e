import { Server } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useClusterActions, type ClusterRun } from '../store/index.ts'
import { Button, Popover, Spinner } from '../ui/index.ts'
import styles from './DurationSources.module.css'
import { runFromCluster, type FoundRuns } from './earlier-runs.ts'

type Listed =
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'there'; readonly runs: readonly ClusterRun[] }

/** Opens a list of the latest runs of the cluster; the chosen one is read. */
export function ClusterRuns({ onTaken }: { readonly onTaken: (found: FoundRuns) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [isReading, setReading] = useState(false)
  const actions = useClusterActions()
  const take = async (run: ClusterRun): Promise<void> => {
    setOpen(false)
    setReading(true)
    onTaken(await runFromCluster(actions, run))
    setReading(false)
  }
  return (
    <Popover
      label="Runs of the cluster"
      side="top"
      width={340}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<Server />} busy={isReading}>
          From the cluster…
        </Button>
      }
    >
      <RunList onChoose={(run) => void take(run)} />
    </Popover>
  )
}

function RunList({ onChoose }: { readonly onChoose: (run: ClusterRun) => void }) {
  const { listRuns } = useClusterActions()
  const [listed, setListed] = useState<Listed>({ kind: 'asking' })
  useEffect(() => {
    let isWanted = true
    void listRuns().then((found) => {
      if (!isWanted) return
      setListed(
        found.ok
          ? { kind: 'there', runs: found.value }
          : { kind: 'refused', problem: found.error.message },
      )
    })
    return () => {
      isWanted = false
    }
  }, [listRuns])
  if (listed.kind === 'asking')
    return (
      <p className={styles.quiet} role="status">
        <Spinner size={12} /> Asking Argo for its runs
      </p>
    )
  if (listed.kind === 'refused')
    return (
      <p className={styles.problem} role="alert">
        {listed.problem}
      </p>
    )
  if (listed.runs.length === 0)
    return (
      <p className={styles.quiet}>
        The namespace has no Workflows yet. Submit this one, and take its durations when it has run.
      </p>
    )
  return (
    <div className={styles.lists}>
      {GROUPS.map(([kinship, title]) => (
        <RunGroup
          key={kinship}
          title={title}
          runs={listed.runs.filter((run) => run.kinship === kinship)}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

const GROUPS = [
  ['submitted', 'Submitted from here'],
  ['same', 'Of this workflow'],
  ['other', 'Others of the namespace'],
] as const

function RunGroup({
  title,
  runs,
  onChoose,
}: {
  readonly title: string
  readonly runs: readonly ClusterRun[]
  readonly onChoose: (run: ClusterRun) => void
}) {
  if (runs.length === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {runs.map((run) => (
          <li key={run.name}>
            <button type="button" className={styles.run} onClick={() => onChoose(run)}>
              <span className={styles.name}>{run.name}</span>
              <span className={styles.state}>{stateWords(run)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateWords({ phase, startedAt }: ClusterRun): string {
  const at = startedAt === undefined ? NaN : Date.parse(startedAt)
  const day = Number.isNaN(at)
    ? ''
    : new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })
  return [phase || 'Not begun', day].filter((part) => part !== '').join(', ')
}
