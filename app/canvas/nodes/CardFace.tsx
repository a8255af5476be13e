import type { ReactNode } from 'react'
import { chipsInRoom, type CardChip, type NodeCard } from '../../../src/graph/index.ts'
import { chipGlyphs, kindGlyphs, missingGlyph } from '../../../src/layout/index.ts'
import { Glyph } from '../../authoring/index.ts'
import { CardName } from './CardName.tsx'
import styles from './StepCardNode.module.css'

/** What stands on a card, wherever it is: kind, name, what it calls, what is missing, chips. */
export function CardFace({
  card,
  isRenaming,
  onRename,
  sign,
  children,
}: {
  readonly card: NodeCard
  readonly isRenaming: boolean
  /** Takes the name that was typed; says whether it could be taken. */
  readonly onRename: (name: string) => boolean
  /** At the corner of the icon of what it is. */
  readonly sign: ReactNode
  /** Marks of a card that can be unfolded. */
  readonly children?: ReactNode
}) {
  const { shown, rest } = chipsInRoom(card.chips)
  return (
    <>
      <span className={styles.kind}>
        <Glyph path={kindGlyphs[card.kind]} />
        {sign}
      </span>
      <span className={styles.words}>
        {isRenaming ? (
          <CardName card={card} finish={onRename} />
        ) : (
          <span className={styles.name} title={card.title}>
            {card.title}
          </span>
        )}
        <span className={styles.calls} title={card.calls}>
          {card.calls ?? 'calls nothing'}
        </span>
      </span>
      {card.missing.length > 0 && !isRenaming && (
        <span className={styles.missing} title={`Missing: ${card.missing.join(', ')}`}>
          <Glyph path={missingGlyph} size={12} />
          {card.missing.length}
        </span>
      )}
      {!isRenaming && children}
      {card.chips.length > 0 && (
        <span className={styles.chips}>
          {shown.map((chip, index) => (
            <Chip key={chip.kind} chip={chip} hasWords={index === 0} />
          ))}
          {rest.length > 0 && (
            <span className={styles.chip} title={rest.map(({ words }) => words).join('\n')}>
              {`+${String(rest.length)}`}
            </span>
          )}
        </span>
      )}
    </>
  )
}

function Chip({ chip, hasWords }: { readonly chip: CardChip; readonly hasWords: boolean }) {
  return (
    <span className={styles.chip} data-chip={chip.kind} title={chip.words}>
      <Glyph path={chipGlyphs[chip.kind]} size={10} />
      {hasWords && <span className={styles.chipWords}>{chip.text}</span>}
    </span>
  )
}
