import { useCluster } from '../store/index.ts'
import { ArgoLink } from './ArgoLink.tsx'
import styles from './ClusterBar.module.css'

/** What this page has created since it was opened, newest first. */
export function SubmittedList() {
  const submitted = useCluster((state) => state.submitted)
  return (
    <div className={styles.panel}>
      <p className={styles.head}>Submitted in this session</p>
      {submitted.length === 0 ? (
        <p className={styles.quiet}>Nothing yet.</p>
      ) : (
        <ul className={styles.list} tabIndex={0} aria-label="Submitted">
          {submitted.map(({ id, created, url, at }) => (
            <li key={id} className={styles.entry}>
              <span>
                {url === undefined ? created.name : <ArgoLink url={url}>{created.name}</ArgoLink>}
              </span>
              <time dateTime={new Date(at).toISOString()}>
                {new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
              </time>
              <span>
                {created.kind}
                {created.namespace !== undefined && ` in ${created.namespace}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
