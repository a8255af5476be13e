import { CircleUser, KeyRound } from 'lucide-react'
import { useCluster, useClusterActions } from '../store/index.ts'
import { Button, Popover } from '../ui/index.ts'
import { AccountPanel } from './AccountPanel.tsx'
import styles from './ClusterBar.module.css'
import { userName } from './user-words.ts'

/** Who the designer is to the server, and the way to sign in. */
export function AccountButton() {
  const account = useCluster((state) => state.account)
  const open = useCluster((state) => state.signInOpen)
  const { openSignIn } = useClusterActions()
  const isKnown = account.kind === 'signed-in' || account.kind === 'open'
  const name = isKnown ? userName(account.user) : undefined
  const words = account.kind === 'signed-in' ? (name ?? 'Signed in') : (name ?? 'Sign in')
  return (
    <Popover
      label={account.kind === 'signed-in' ? 'Account' : 'Sign in'}
      align="end"
      width={328}
      open={open}
      onOpenChange={openSignIn}
      trigger={
        <Button
          variant="ghost"
          icon={account.kind === 'signed-in' ? <CircleUser /> : <KeyRound />}
          label={
            account.kind === 'signed-in'
              ? `Account: ${words}`
              : name
                ? `${words}: sign in`
                : 'Sign in'
          }
        >
          <span className={styles.account}>{words}</span>
        </Button>
      }
    >
      <AccountPanel />
    </Popover>
  )
}
