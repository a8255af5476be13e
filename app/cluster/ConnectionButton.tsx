import { assertNever } from '../../src/base/index.ts'
import { useCluster, useClusterActions, type ClusterLink } from '../store/index.ts'
import { Button, Popover, Spinner, type Tone } from '../ui/index.ts'
import { shortAddress } from './cluster-facts.ts'
import styles from './ClusterBar.module.css'
import { ConnectHint } from './ConnectHint.tsx'

/** Which server the designer speaks to, and whether it answers. */
export function ConnectionButton() {
  const link = useCluster((state) => state.link)
  const checking = useCluster((state) => state.checking)
  const { connect } = useClusterActions()
  const { tone, words, title } = linkWords(link)
  return (
    <Popover
      label="Connection"
      align="end"
      width={320}
      trigger={
        <Button variant="ghost" label={`Connection: ${title}`}>
          <span className={styles.connection} data-tone={tone}>
            {checking && link.kind === 'unknown' ? (
              <Spinner size={10} />
            ) : (
              <span
                className={styles.dot}
                data-filled={link.kind === 'connected' || link.kind === 'down' || undefined}
              />
            )}
            <span className={styles.words}>{words}</span>
          </span>
        </Button>
      }
    >
      <div className={styles.panel}>
        <p className={styles.head} data-tone={tone}>
          <span
            className={styles.dot}
            data-filled={link.kind === 'connected' || link.kind === 'down' || undefined}
          />
          {title}
        </p>
        <Details link={link} />
        <div className={styles.actions}>
          <Button size="sm" busy={checking} onClick={() => void connect()}>
            Check again
          </Button>
        </div>
      </div>
    </Popover>
  )
}

function Details({ link }: { readonly link: ClusterLink }) {
  switch (link.kind) {
    case 'unknown':
      return null
    case 'no-gateway':
    case 'no-server':
      return <ConnectHint />
    case 'down':
      return <p className={styles.quiet}>{link.problem.message}</p>
    case 'connected':
      return (
        <dl className={styles.facts}>
          <dt>Address</dt>
          <dd>
            <code>{link.argo}</code>
          </dd>
          {link.version !== undefined && (
            <>
              <dt>Version</dt>
              <dd>{link.version}</dd>
            </>
          )}
        </dl>
      )
    default:
      return assertNever(link)
  }
}

function linkWords(link: ClusterLink): {
  readonly tone: Tone
  readonly words: string
  readonly title: string
} {
  switch (link.kind) {
    case 'unknown':
      return { tone: 'neutral', words: 'Connecting…', title: 'looking for the Argo Server' }
    case 'no-gateway':
    case 'no-server':
      return { tone: 'neutral', words: 'Not connected', title: 'Not connected to an Argo Server' }
    case 'connected': {
      const address = shortAddress(link.argo)
      return { tone: 'success', words: address, title: `Connected to ${address}` }
    }
    case 'down': {
      const address = shortAddress(link.argo)
      return { tone: 'danger', words: address, title: `No answer from ${address}` }
    }
    default:
      return assertNever(link)
  }
}
