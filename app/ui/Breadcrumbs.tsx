import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import styles from './Breadcrumbs.module.css'

export interface Crumb {
  readonly label: string
  readonly icon?: ReactNode
  /** The last crumb is where one is, and needs none. */
  readonly onSelect?: () => void
}

export interface BreadcrumbsProps {
  readonly label: string
  readonly crumbs: readonly Crumb[]
}

/** The way down to what is shown. */
export function Breadcrumbs({ label, crumbs }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className={styles.nav}>
      <ol className={styles.list}>
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1
          const words = (
            <>
              {crumb.icon}
              <span className={styles.words}>{crumb.label}</span>
            </>
          )
          return (
            <Fragment key={`${index}-${crumb.label}`}>
              {index > 0 && (
                <li aria-hidden className={styles.chevron}>
                  <ChevronRight />
                </li>
              )}
              <li className={styles.crumb} data-last={last || undefined}>
                {crumb.onSelect && !last ? (
                  <button type="button" className={styles.link} onClick={crumb.onSelect}>
                    {words}
                  </button>
                ) : (
                  <span className={styles.here} aria-current={last ? 'page' : undefined}>
                    {words}
                  </span>
                )}
              </li>
            </Fragment>
          )
        })}
      </ol>
    </nav>
  )
}
