import type { NodeProps } from '@xyflow/react'
import { memo, useState } from 'react'
import { describeNode } from '../../../src/graph/index.ts'
import { useDesigner } from '../../store/index.ts'
import { calledPath, cardPath, pathsOf } from '../cards.ts'
import { finishRename, openAdd } from '../edits.ts'
import { CardMarks } from '../unfold/CardMarks.tsx'
import { FrameContent } from '../unfold/FrameContent.tsx'
import { CardFace } from '../nodes/CardFace.tsx'
import { CardToolbar } from '../nodes/CardToolbar.tsx'
import { MockSign } from '../nodes/MockSign.tsx'
import { ProblemBadge } from '../nodes/ProblemBadge.tsx'
import { RunBadge } from '../nodes/RunBadge.tsx'
import cardStyles from '../nodes/StepCardNode.module.css'
import styles from './DagCardNode.module.css'
import type { DagCardNode as DagCardNodeType } from './dag-nodes.ts'

/** A task or container: a card with handles above and below, from which edges are drawn. */
export const DagCardNode = memo(function DagCardNode({ data }: NodeProps<DagCardNodeType>) {
  const { card, index, after, isSelected, isStop, isRenaming, mark, what, unfolded } = data
  const designer = useDesigner()
  const [isHovered, setHovered] = useState(false)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const place = { lane: 0, step: index }
  return (
    <div
      className={`${cardStyles.frame ?? ''} ${styles.frame ?? ''}`}
      data-mark={mark}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      <div
        className={`${cardStyles.card ?? ''} nopan`}
        data-card={card.id}
        data-lane={0}
        data-step={index}
        data-kind={card.kind}
        data-selected={isSelected || undefined}
        data-bare={card.chips.length === 0 || undefined}
        data-unfolded={unfolded !== undefined || undefined}
        tabIndex={isStop ? 0 : -1}
        role="group"
        aria-roledescription={what}
        aria-label={`${describeNode(card, after === '' ? [] : [after])}${isSelected ? ', selected' : ''}`}
        aria-describedby="canvas-keys"
      >
        <CardFace
          card={card}
          isRenaming={isRenaming}
          onRename={(name) => finishRename(designer, place, name)}
          sign={<MockSign path={(scene) => cardPath(scene, place)} />}
        >
          <CardMarks card={card} cardKey={card.id} unfolded={unfolded} recursion={data.recursion} />
        </CardFace>
        {unfolded !== undefined && <FrameContent unfolded={unfolded} />}
      </div>
      {!isRenaming && (
        <span className={cardStyles.problems}>
          <ProblemBadge
            what={card.title}
            path={(scene) => cardPath(scene, place)}
            called={unfolded === undefined ? (scene) => calledPath(scene, place) : undefined}
          />
        </span>
      )}
      <RunBadge what={card.title} paths={(scene) => pathsOf(scene, place)} />
      <span
        className={`${styles.handle ?? ''} nopan nodrag`}
        data-connect="before"
        data-index={index}
        title="Drag to what comes before"
      />
      <span
        className={`${styles.handle ?? ''} nopan nodrag`}
        data-connect="after"
        data-index={index}
        title="Drag to what comes after"
      />
      {(isHovered || isMenuOpen) && !isRenaming && mark === undefined && (
        <CardToolbar
          place={place}
          name={card.title}
          onMenu={setMenuOpen}
          onAdd={(at) => openAdd(designer, { after: [index], before: [] }, at)}
        />
      )}
    </div>
  )
})
