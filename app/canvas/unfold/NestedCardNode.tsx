import type { NodeProps } from '@xyflow/react'
import { memo, type KeyboardEvent } from 'react'
import { describeCard } from '../../../src/graph/index.ts'
import { kindGlyphs, missingGlyph, type Direction } from '../../../src/layout/index.ts'
import { Glyph } from '../../authoring/index.ts'
import { useDesigner, type Designer } from '../../store/index.ts'
import card from '../nodes/StepCardNode.module.css'
import { CardName } from '../nodes/CardName.tsx'
import { Chip } from '../nodes/StepCardNode.tsx'
import { CardMarks } from './CardMarks.tsx'
import { FrameContent } from './FrameContent.tsx'
import {
  deleteNested,
  duplicateNested,
  enterNested,
  renameNested,
  selectNested,
  startNestedRename,
  walkNested,
} from './nested-edits.ts'
import type { NestedCardNode as NestedCardNodeType } from './nested-nodes.ts'
import { toggleUnfolded } from './unfolding.ts'

/** A step in an unfolded card. It is selected, renamed, entered and unfolded like others; it is not dragged. */
export const NestedCardNode = memo(function NestedCardNode({
  data: { card: step, cardKey, lane, laneCount, owner, isSelected, isRenaming, unfolded },
}: NodeProps<NestedCardNodeType>) {
  const designer = useDesigner()
  const recursion = unfolded?.content.kind === 'recursion' ? unfolded.content.through : undefined
  return (
    <div
      className={`${card.card ?? ''} nopan`}
      data-nested={cardKey}
      data-kind={step.kind}
      data-selected={isSelected || undefined}
      data-bare={step.chips.length === 0 || undefined}
      data-unfolded={unfolded !== undefined || undefined}
      tabIndex={-1}
      role="group"
      aria-roledescription="step"
      aria-label={`${describeCard(step, lane, laneCount)} of ${owner}${isSelected ? ', selected' : ''}`}
      onClick={(event) => {
        event.stopPropagation()
        if (!isOnButton(event.target))
          selectNested(designer, cardKey, event.shiftKey || event.ctrlKey || event.metaKey)
      }}
      onDoubleClick={(event) => {
        event.stopPropagation()
        if (!isOnButton(event.target)) enterNested(designer, cardKey)
      }}
      onKeyDown={(event) => {
        if (isRenaming || !handleKey(designer, cardKey, event)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <span className={card.kind}>
        <Glyph path={kindGlyphs[step.kind]} />
      </span>
      <span className={card.words}>
        {isRenaming ? (
          <CardName card={step} finish={(name) => renameNested(designer, cardKey, name)} />
        ) : (
          <span className={card.name} title={step.title}>
            {step.title}
          </span>
        )}
        <span className={card.calls} title={step.calls}>
          {step.calls ?? 'calls nothing'}
        </span>
      </span>
      {step.missing.length > 0 && !isRenaming && (
        <span className={card.missing} title={`Missing: ${step.missing.join(', ')}`}>
          <Glyph path={missingGlyph} size={12} />
          {step.missing.length}
        </span>
      )}
      {!isRenaming && (
        <CardMarks card={step} cardKey={cardKey} unfolded={unfolded} recursion={recursion} />
      )}
      {step.chips.length > 0 && (
        <span className={card.chips}>
          {step.chips.map((chip, index) => (
            <Chip key={chip.kind} chip={chip} hasWords={index === 0} />
          ))}
        </span>
      )}
      {unfolded !== undefined && <FrameContent unfolded={unfolded} />}
    </div>
  )
})

function isOnButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, input') !== null
}

const ARROWS: Readonly<Partial<Record<string, Direction>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** Does what a key means on a nested card; says whether it means anything. */
function handleKey(designer: Designer, key: string, event: KeyboardEvent): boolean {
  const hasMod = event.ctrlKey || event.metaKey
  const arrow = ARROWS[event.key]
  if (event.altKey) return false
  if (arrow !== undefined && !hasMod) walkNested(designer, key, arrow)
  else if (hasMod && event.key.toLowerCase() === 'd') duplicateNested(designer, key)
  else if (hasMod) return false
  else if (event.key === 'Enter') enterNested(designer, key)
  else if (event.key === 'F2') startNestedRename(designer, key)
  else if (event.key === 'Delete' || event.key === 'Backspace') deleteNested(designer, key)
  else if (event.key === 'Escape') designer.actions.select([])
  else if (event.key.toLowerCase() === 'u' && !event.shiftKey) toggleUnfolded(designer, key)
  else return false
  return true
}
