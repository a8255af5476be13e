import type { NodeCard } from '../../../src/graph/index.ts'
import { kindGlyphs, missingGlyph, type CardPlace } from '../../../src/layout/index.ts'
import { Glyph } from '../../authoring/index.ts'
import { useDesigner } from '../../store/index.ts'
import { finishRename } from '../edits.ts'
import { CardName } from './CardName.tsx'
import { Chip } from './StepCardNode.tsx'
import styles from './StepCardNode.module.css'

/** What stands on a card of a graph. */
export function CardFace({
  card,
  place,
  isRenaming,
}: {
  readonly card: NodeCard
  readonly place: CardPlace
  readonly isRenaming: boolean
}) {
  const designer = useDesigner()
  return (
    <>
      <span className={styles.kind}>
        <Glyph path={kindGlyphs[card.kind]} />
      </span>
      <span className={styles.words}>
        {isRenaming ? (
          <CardName card={card} finish={(name) => finishRename(designer, place, name)} />
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
      {card.chips.length > 0 && (
        <span className={styles.chips}>
          {card.chips.map((chip, index) => (
            <Chip key={chip.kind} chip={chip} hasWords={index === 0} />
          ))}
        </span>
      )}
    </>
  )
}
