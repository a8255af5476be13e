import type { Point } from '../../src/layout/index.ts'
import styles from './Marquee.module.css'

/** The rectangle that selects; its corners are points of the window. */
export function Marquee({ from, to }: { readonly from: Point; readonly to: Point }) {
  return (
    <div
      className={styles.box}
      data-marquee
      style={{
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      }}
    />
  )
}
