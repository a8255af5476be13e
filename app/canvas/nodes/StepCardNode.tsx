import type { NodeProps } from '@xyflow/react'
import { memo, useState } from 'react'
import { describeCard } from '../../../src/graph/index.ts'
import { useDragState } from '../../authoring/index.ts'
import type { CardNode } from '../to-flow.ts'
import { useDesigner } from '../../store/index.ts'
import { calledPath, cardPath, pathsOf } from '../cards.ts'
import { finishRename } from '../edits.ts'
import { CardMarks } from '../unfold/CardMarks.tsx'
import { FrameContent } from '../unfold/FrameContent.tsx'
import { CardFace } from './CardFace.tsx'
import { CardToolbar } from './CardToolbar.tsx'
import { MockSign } from './MockSign.tsx'
import { ProblemBadge } from './ProblemBadge.tsx'
import { RunBadge } from './RunBadge.tsx'
import styles from './StepCardNode.module.css'

/** A step. It draws, and says where it is by `data-` attributes: gestures and keys are the canvas's. */
export const StepCardNode = memo(function StepCardNode({ data }: NodeProps<CardNode>) {
  const { card, lane, step, laneCount, isSelected, isStop, isRenaming, unfolded, recursion } = data
  const designer = useDesigner()
  const [isHovered, setHovered] = useState(false)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const isDragged = useDragState(
    ({ item }) =>
      item?.type === 'steps' &&
      item.places.some((place) => place.lane === lane && place.step === step),
  )
  return (
    <div
      className={styles.frame}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      <div
        className={`${styles.card ?? ''} nopan`}
        data-card={card.id}
        data-lane={lane}
        data-step={step}
        data-kind={card.kind}
        data-selected={isSelected || undefined}
        data-dragged={isDragged || undefined}
        data-bare={card.chips.length === 0 || undefined}
        data-unfolded={unfolded !== undefined || undefined}
        tabIndex={isStop ? 0 : -1}
        role="group"
        aria-roledescription="step"
        aria-label={`${describeCard(card, lane, laneCount)}${isSelected ? ', selected' : ''}`}
        aria-describedby="canvas-keys"
        aria-disabled={isDragged || undefined}
      >
        <CardFace
          card={card}
          isRenaming={isRenaming}
          onRename={(name) => finishRename(designer, { lane, step }, name)}
          sign={<MockSign path={(scene) => cardPath(scene, { lane, step })} />}
        >
          <CardMarks cardKey={card.id} card={card} unfolded={unfolded} recursion={recursion} />
        </CardFace>
        {unfolded !== undefined && <FrameContent unfolded={unfolded} />}
      </div>
      {!isRenaming && (
        <span className={styles.problems}>
          <ProblemBadge
            what={card.title}
            path={(scene) => cardPath(scene, { lane, step })}
            called={
              unfolded === undefined ? (scene) => calledPath(scene, { lane, step }) : undefined
            }
          />
        </span>
      )}
      <RunBadge what={card.title} paths={(scene) => pathsOf(scene, { lane, step })} />
      {(isHovered || isMenuOpen) && !isRenaming && (
        <CardToolbar place={{ lane, step }} name={card.title} onMenu={setMenuOpen} />
      )}
    </div>
  )
})
