import type { NodeProps } from '@xyflow/react'
import { memo, type KeyboardEvent } from 'react'
import { sameTemplate, templatePath } from '../../../src/argo/index.ts'
import type { Path } from '../../../src/base/index.ts'
import { calledInGraph } from '../../../src/graph/index.ts'
import type { Direction } from '../../../src/layout/index.ts'
import { liftByKeys, press, useDrag, useDragState, type Drag } from '../../authoring/index.ts'
import { useDesigner, type Designer, type Scene } from '../../store/index.ts'
import card from '../nodes/StepCardNode.module.css'
import { CardFace } from '../nodes/CardFace.tsx'
import { MockSign } from '../nodes/MockSign.tsx'
import { ProblemBadge } from '../nodes/ProblemBadge.tsx'
import { RunBadge } from '../nodes/RunBadge.tsx'
import { openProblems } from '../nodes/open-problems.ts'
import { CardMarks } from './CardMarks.tsx'
import { FrameContent } from './FrameContent.tsx'
import {
  deleteNested,
  duplicateNested,
  enterNested,
  moveNested,
  nestedCard,
  nestedItem,
  renameNested,
  selectNested,
  showNested,
  startNestedRename,
  walkNested,
} from './nested-edits.ts'
import { nestedPaths } from './nested-paths.ts'
import type { NestedCardNode as NestedCardNodeType } from './nested-nodes.ts'
import { toggleUnfolded } from './unfolding.ts'

/** A card in an unfolded one. It is selected, renamed, entered, unfolded and, in lanes, dragged like others. */
export const NestedCardNode = memo(function NestedCardNode({
  data,
}: NodeProps<NestedCardNodeType>) {
  const { card: step, cardKey, template, isSelected, isRenaming, unfolded } = data
  const designer = useDesigner()
  const drag = useDrag()
  const recursion =
    unfolded?.content.kind === 'recursion' ? unfolded.content.through : data.recursion
  const isDragged = useDragState(
    ({ item }) =>
      item?.type === 'steps' &&
      item.places.some(
        (place) =>
          place.lane === data.lane &&
          place.step === data.step &&
          sameTemplate(place.template, template),
      ),
  )
  return (
    <div className={card.frame}>
      <div
        className={`${card.card ?? ''} nopan`}
        data-nested={cardKey}
        data-kind={step.kind}
        data-selected={isSelected || undefined}
        data-dragged={isDragged || undefined}
        data-bare={step.chips.length === 0 || undefined}
        data-unfolded={unfolded !== undefined || undefined}
        tabIndex={-1}
        role="group"
        aria-roledescription={data.what}
        aria-label={`${data.words}${isSelected ? ', selected' : ''}`}
        aria-describedby="canvas-keys"
        onPointerDown={(event) => {
          if (event.button !== 0 || event.shiftKey || isOnButton(event.target)) return
          press(drag, event, () => nestedItem(designer, cardKey))
        }}
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
          if (isRenaming || event.defaultPrevented) return
          if (!handleKey(designer, cardKey, event) && !liftKey(designer, drag, cardKey, event))
            return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        <CardFace
          card={step}
          isRenaming={isRenaming}
          onRename={(name) => renameNested(designer, cardKey, name)}
          sign={<MockSign path={(scene) => nestedCard(scene, cardKey)?.path} />}
        >
          <CardMarks card={step} cardKey={cardKey} unfolded={unfolded} recursion={recursion} />
        </CardFace>
        {unfolded !== undefined && <FrameContent unfolded={unfolded} />}
      </div>
      {!isRenaming && (
        <span className={card.problems}>
          <ProblemBadge
            what={step.title}
            path={(scene) => nestedCard(scene, cardKey)?.path}
            called={unfolded === undefined ? (scene) => calledByNested(scene, cardKey) : undefined}
          />
        </span>
      )}
      <RunBadge what={step.title} paths={(scene) => nestedPaths(scene, cardKey, data)} />
    </div>
  )
})

/** The path of the template of this file that a nested card calls by its name. */
function calledByNested(scene: Scene, key: string): Path | undefined {
  const found = nestedCard(scene, key)
  if (found === undefined) return undefined
  const called = calledInGraph(scene.manifest, found.inside.shown.graph, found.place)
  return typeof called === 'number' ? templatePath(scene.manifest, called) : undefined
}

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
  if (event.altKey && arrow !== undefined && !hasMod) {
    const isOut = event.shiftKey && (arrow === 'up' || arrow === 'down')
    moveNested(designer, key, arrow, isOut)
    return true
  }
  if (event.altKey) return false
  if (arrow !== undefined && !hasMod) walkNested(designer, key, arrow)
  else if (hasMod && event.key.toLowerCase() === 'd') duplicateNested(designer, key)
  else if (hasMod) return false
  else if (event.key === 'Enter') enterNested(designer, key)
  else if (event.key === 'F2') startNestedRename(designer, key)
  else if (event.key === 'Delete' || event.key === 'Backspace') deleteNested(designer, key)
  else if (event.key === 'Escape') designer.actions.select([])
  else if (event.key.toLowerCase() === 'p' && !event.shiftKey) openProblems('nested', key)
  else if (event.key.toLowerCase() === 'u' && !event.shiftKey) toggleUnfolded(designer, key)
  else return false
  return true
}

/** Space lifts a step, to choose its place by keys. */
function liftKey(designer: Designer, drag: Drag, key: string, event: KeyboardEvent): boolean {
  if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey) return false
  const item = nestedItem(designer, key)
  return item !== undefined && liftByKeys(drag, item, () => showNested(designer, key))
}
