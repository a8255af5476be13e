import { focusRegion } from './focus-region.ts'
import type { RegionName } from './Region.tsx'
import styles from './SkipLinks.module.css'
import type { Panes } from './use-panes.ts'

/** The first stops of the Tab key: past the toolbar and the palette. */
export function SkipLinks({ panes }: { readonly panes: Panes }) {
  const links: readonly {
    readonly name: RegionName
    readonly label: string
    readonly open: boolean
  }[] = [
    { name: 'canvas', label: 'Skip to canvas', open: true },
    { name: 'code', label: 'Skip to code', open: panes.code },
    { name: 'inspector', label: 'Skip to inspector', open: panes.inspector },
  ]
  return (
    <nav aria-label="Skip links" className={styles.links}>
      {links
        .filter(({ open }) => open)
        .map(({ name, label }) => (
          <a
            key={name}
            href={`#region-${name}`}
            className={styles.link}
            onClick={(event) => {
              // The address stays as it is.
              event.preventDefault()
              focusRegion(name)
            }}
          >
            {label}
          </a>
        ))}
    </nav>
  )
}
