import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from '../ui/index.ts'
import styles from './ClusterBar.module.css'

/** A link to a page of Argo's own, in a tab of its own that learns nothing of this one. */
export function ArgoLink({
  url,
  children,
}: {
  readonly url: string
  readonly children: ReactNode
}) {
  return (
    <a className={styles.link} href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <ExternalLink aria-hidden />
      <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
    </a>
  )
}
