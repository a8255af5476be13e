import { useState } from 'react'
import { useCluster, useClusterActions } from '../store/index.ts'
import { Button, Field, TextField } from '../ui/index.ts'
import styles from './ClusterBar.module.css'
import { KeepSwitch } from './KeepSwitch.tsx'
import { Marked } from './Marked.tsx'

/** Takes a token. What is typed lives in this form alone until the server has taken it. */
export function SignInForm() {
  const { signIn } = useClusterActions()
  const busy = useCluster((state) => state.signingIn)
  const problem = useCluster((state) => state.signInProblem)
  const [token, setToken] = useState('')
  const [keep, setKeep] = useState(false)
  return (
    <form
      className={styles.panel}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void signIn(token, keep)
      }}
    >
      <Field
        label="Token"
        {...(problem !== undefined && { error: <Marked>{problem}</Marked> })}
        hint={
          <>
            Paste what <code>argo auth token</code> prints.
          </>
        }
      >
        <TextField
          type="password"
          mono
          value={token}
          onChange={setToken}
          autoComplete="off"
          data-1p-ignore
          data-lpignore="true"
        />
      </Field>
      <KeepSwitch kept={keep} onChange={setKeep} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          Sign in
        </Button>
      </div>
    </form>
  )
}
