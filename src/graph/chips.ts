import type { StepView, TemplateView } from '../argo/index.ts'
import { describeWhen } from '../expression/index.ts'
import { calledChips } from './called-chips.ts'
import type { CardChip } from './model.ts'

/** What is special about a step, the most important first. */
export function chipsOf(step: StepView, called: TemplateView | undefined): readonly CardChip[] {
  return [
    ...whenChip(step),
    ...loopChip(step),
    ...calledChips(called),
    ...continueChip(step),
    ...hooksChip(step),
    ...exitChip(step),
  ]
}

/** So many chips find room on a card beside the words of the first. */
const MOST = 5

/** The chips that a card shows, and those for which there is no room: one sign stands for these. */
export function chipsInRoom(chips: readonly CardChip[]): {
  readonly shown: readonly CardChip[]
  readonly rest: readonly CardChip[]
} {
  if (chips.length <= MOST) return { shown: chips, rest: [] }
  return { shown: chips.slice(0, MOST - 1), rest: chips.slice(MOST - 1) }
}

function whenChip({ when }: StepView): CardChip[] {
  if (when === undefined || when.trim() === '') return []
  const text = describeWhen(when)
  return [{ kind: 'when', text, words: `when ${text}` }]
}

const loops = {
  withItems: { text: 'items', words: 'once for each item' },
  withParam: { text: 'list', words: 'once for each item of a list that is known at run time' },
  withSequence: { text: 'sequence', words: 'once for each number of a sequence' },
} as const

function loopChip({ loop }: StepView): CardChip[] {
  return loop === undefined ? [] : [{ kind: 'loop', ...loops[loop] }]
}

function continueChip({ continuesOn }: StepView): CardChip[] {
  if (continuesOn.length === 0) return []
  const events = continuesOn.map((event) => (event === 'failed' ? 'failure' : 'error'))
  const list = events.join(' and ')
  return [{ kind: 'continueOn', text: `past ${list}`, words: `the workflow goes on after ${list}` }]
}

function hooksChip({ hooks }: StepView): CardChip[] {
  if (hooks.length === 0) return []
  const text = hooks.length === 1 ? (hooks[0] ?? '') : `${String(hooks.length)} hooks`
  return [{ kind: 'hooks', text, words: `has the ${plural(hooks)} ${hooks.join(', ')}` }]
}

function plural(hooks: readonly string[]): string {
  return hooks.length === 1 ? 'hook' : 'hooks'
}

function exitChip({ onExit }: StepView): CardChip[] {
  if (onExit === undefined) return []
  return [{ kind: 'onExit', text: onExit, words: `calls ${onExit} at its end` }]
}
