import { Copy, MoreHorizontal, Plus, Trash2 } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import type { CardPlace, Point } from '../../../src/layout/index.ts'
import { Menu } from '../../ui/index.ts'
import { useDesigner } from '../../store/index.ts'
import { isSame, selectedPlaces } from '../cards.ts'
import { deleteSelected, duplicateSelected, selectPlaces } from '../edits.ts'
import { cardMenu } from '../menus.ts'
import styles from './CardToolbar.module.css'

/** What is at hand while the pointer is over a card. All of it is also in the card's menu, and on keys. */
export function CardToolbar({
  place,
  name,
  onMenu,
  onAdd,
}: {
  readonly place: CardPlace
  readonly name: string
  /** The toolbar must stay while its menu is open. */
  readonly onMenu: (isOpen: boolean) => void
  /** Of a graph: adds something after the card. */
  readonly onAdd?: (at: Point) => void
}) {
  const designer = useDesigner()
  const isSelected = selectedPlaces(designer.scene()).some((other) => isSame(other, place))
  const select = (): void => {
    if (!isSelected) selectPlaces(designer, [place])
  }
  return (
    <div className={`${styles.bar ?? ''} nopan`} data-card-tools>
      {onAdd && (
        <Tool
          label={`Add after ${name}`}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            onAdd({ x: left, y: bottom + 4 })
          }}
        >
          <Plus />
        </Tool>
      )}
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
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void
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
