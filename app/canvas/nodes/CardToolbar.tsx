import { Copy, MoreHorizontal, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CardPlace } from '../../../src/layout/index.ts'
import { Menu } from '../../ui/index.ts'
import { useDesigner } from '../../store/index.ts'
import { deleteSelected, duplicateSelected, selectPlaces } from '../edits.ts'
import { cardMenu } from '../menus.ts'
import styles from './CardToolbar.module.css'

/** What is at hand while the pointer is over a card. All of it is also in the card's menu, and on keys. */
export function CardToolbar({
  place,
  name,
  onMenu,
}: {
  readonly place: CardPlace
  readonly name: string
  /** The toolbar must stay while its menu is open. */
  readonly onMenu: (isOpen: boolean) => void
}) {
  const designer = useDesigner()
  const { selected } = designer.scene()
  const isSelected = selected.some(({ lane, step }) => lane === place.lane && step === place.step)
  const select = (): void => {
    if (!isSelected) selectPlaces(designer, [place])
  }
  return (
    <div className={`${styles.bar ?? ''} nopan`} data-card-tools>
      <Tool
        label={`Duplicate ${name}`}
        onClick={() => {
          select()
          duplicateSelected(designer)
        }}
      >
        <Copy />
      </Tool>
      <Tool
        label={`Delete ${name}`}
        onClick={() => {
          select()
          deleteSelected(designer)
        }}
      >
        <Trash2 />
      </Tool>
      <Menu
        align="start"
        entries={() => cardMenu(designer)}
        onOpenChange={onMenu}
        trigger={
          <button
            type="button"
            className={styles.tool}
            tabIndex={-1}
            title="More"
            aria-label={`More for ${name}`}
            onPointerDown={select}
          >
            <MoreHorizontal />
          </button>
        }
      />
    </div>
  )
}

function Tool({
  label,
  onClick,
  children,
}: {
  readonly label: string
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      className={styles.tool}
      tabIndex={-1}
      title={label}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
