import type { ReactNode } from 'react'
import styles from './NodePane.module.css'

/** One thing that is known, under its name. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles.fact}>
      <h3>{name}</h3>
      <div>{children}</div>
    </section>
  )
}
