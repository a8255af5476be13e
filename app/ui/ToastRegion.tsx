import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import { ToneIcon } from './ToneIcon.tsx'
import { isSticky, type Toast, type Toaster } from './toaster.ts'
import styles from './ToastRegion.module.css'

/** Long enough to read: a base plus time for the words. */
function lifetime(toast: Toast): number {
  return 4000 + (toast.text.length + (toast.detail?.length ?? 0)) * 45 + (toast.action ? 3000 : 0)
}

/** Shows a toaster's messages at the lower right and announces them. Stands once, at the top. */
export function ToastRegion({ toaster }: { readonly toaster: Toaster }) {
  const toasts = useSyncExternalStore(toaster.subscribe, toaster.getSnapshot)
  const [held, setHeld] = useState(false)
  return (
    <section
      className={styles.region}
      aria-label="Notifications"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.list} aria-live="polite" aria-relevant="additions text">
        {toasts.map((toast) => (
          <Message
            key={toast.id}
            toast={toast}
            held={held}
            onDismiss={() => {
              // The message under the pointer goes without a leave event.
              setHeld(false)
              toaster.dismiss(toast.id)
            }}
          />
        ))}
      </div>
    </section>
  )
}

function Message({
  toast,
  held,
  onDismiss,
}: {
  readonly toast: Toast
  readonly held: boolean
  readonly onDismiss: () => void
}) {
  const { tone = 'neutral', action } = toast
  const stays = held || isSticky(toast)
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(onDismiss, lifetime(toast))
    return () => clearTimeout(timer)
    // `onDismiss` is new on every render and means the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [toast, stays])
  return (
    <div className={styles.toast} data-tone={tone} role={tone === 'danger' ? 'alert' : undefined}>
      <span className={styles.icon}>
        <ToneIcon tone={tone} />
      </span>
      <div className={styles.text}>
        <p>{toast.text}</p>
        {toast.detail !== undefined && <p className={styles.detail}>{toast.detail}</p>}
      </div>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            action.onSelect()
            onDismiss()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="ghost" size="sm" icon={<X />} label="Dismiss" onClick={onDismiss} />
    </div>
  )
}
