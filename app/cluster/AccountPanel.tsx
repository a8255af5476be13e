import { useCluster, useClusterActions, type ClusterAccount } from '../store/index.ts'
import { Button } from '../ui/index.ts'
import styles from './ClusterBar.module.css'
import { ConnectHint } from './ConnectHint.tsx'
import { KeepSwitch } from './KeepSwitch.tsx'
import { SignInForm } from './SignInForm.tsx'
import { userFacts, userName } from './user-words.ts'

/** Whose token it is, or the form to give one. */
export function AccountPanel() {
  const link = useCluster((state) => state.link)
  const account = useCluster((state) => state.account)
  if (link.kind === 'no-gateway' || link.kind === 'no-server') {
    return (
      <div className={styles.panel}>
        <p className={styles.head}>There is nothing to sign in to</p>
        <ConnectHint />
      </div>
    )
  }
  if (account.kind === 'signed-in') return <SignedIn account={account} />
  return (
    <div className={styles.panel}>
      <p className={styles.head}>Sign in to Argo</p>
      {account.kind === 'open' && (
        <p className={styles.quiet}>
          This server asks for no token
          {userName(account.user) !== undefined && (
            <>
              {' '}
              and takes you for <strong>{userName(account.user)}</strong>
            </>
          )}
          . With one you act as yourself.
        </p>
      )}
      <SignInForm />
    </div>
  )
}

function SignedIn({
  account,
}: {
  readonly account: Extract<ClusterAccount, { readonly kind: 'signed-in' }>
}) {
  const { keepToken, signOut } = useClusterActions()
  const facts = userFacts(account.user)
  return (
    <div className={styles.panel}>
      <p className={styles.head}>{userName(account.user) ?? 'Signed in'}</p>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {facts.length === 0 && (
        <p className={styles.quiet}>
          {account.doubt ?? 'Argo takes the token, but does not say whose it is.'}
        </p>
      )}
      <KeepSwitch kept={account.kept} onChange={keepToken} />
      <div className={styles.actions}>
        <Button onClick={() => void signOut()}>Sign out</Button>
      </div>
    </div>
  )
}
