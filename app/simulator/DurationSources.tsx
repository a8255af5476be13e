import { FileClock, X } from 'lucide-react'
import { useState } from 'react'
import type { Timing } from '../../src/simulate/index.ts'
import { useCluster } from '../store/index.ts'
import { Banner, Button } from '../ui/index.ts'
import { ClusterRuns } from './ClusterRuns.tsx'
import styles from './DurationSources.module.css'
import { runsFromFiles, timingWords, type FoundRuns } from './earlier-runs.ts'

/** What durations are from, and where else they may be taken from: files, and runs of the cluster that is connected. */
export function DurationSources({
  timing,
  onChange,
}: {
  readonly timing: Timing
  readonly onChange: (change: Partial<Timing>) => void
}) {
  const isConnected = useCluster(({ link }) => link.kind === 'connected')
  const [problem, setProblem] = useState<string>()
  const take = (found: FoundRuns): void => {
    if (found === undefined) return
    setProblem(found.ok ? undefined : found.error)
    if (found.ok) onChange({ runs: found.value })
  }
  return (
    <div className={styles.sources} role="group" aria-label="Durations">
      <p className={styles.words}>{timingWords(timing)}</p>
      <div className={styles.buttons}>
        <Button
          size="sm"
          icon={<FileClock />}
          title="A Workflow with its status, as “argo get NAME -o json” prints it"
          onClick={() => void runsFromFiles().then(take)}
        >
          From a file…
        </Button>
        {isConnected && <ClusterRuns onTaken={take} />}
        {timing.runs.length + timing.said.length > 0 && (
          <Button
            size="sm"
            variant="ghost"
            icon={<X />}
            title="Durations are made up again, where no mock says them"
            onClick={() => {
              setProblem(undefined)
              onChange({ runs: [], said: [] })
            }}
          >
            Forget
          </Button>
        )}
      </div>
      {problem !== undefined && (
        <Banner tone="danger" onDismiss={() => setProblem(undefined)}>
          {problem}
        </Banner>
      )}
    </div>
  )
}
