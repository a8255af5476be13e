import type { StepView, TemplateView } from '../argo/index.ts'
import { chipsOf } from './chips.ts'
import { idOf } from './id.ts'
import { missingInputs } from './missing-inputs.ts'
import type { CardKind, StepCard } from './model.ts'

interface Made {
  readonly ordinal: number
  readonly called: TemplateView | undefined
  readonly card: StepCard
}

const cards = new WeakMap<StepView, Made>()

/**
 * The card of a step, the `ordinal`-th of its name. It is made again only when the step, what it calls or its ordinal is another, and
 * even then the old one is kept if it says the same: typing into a script changes no card of the steps that call it.
 */
export function stepCard(
  step: StepView,
  called: TemplateView | undefined,
  ordinal: number,
): StepCard {
  const known = cards.get(step)
  if (known?.called === called && known?.ordinal === ordinal) return known.card
  const made = makeCard(step, called, idOf('step', step.name, ordinal))
  const card = known !== undefined && saysTheSame(known.card, made) ? known.card : made
  cards.set(step, { called, ordinal, card })
  return card
}

function makeCard(step: StepView, called: TemplateView | undefined, id: string): StepCard {
  const { name } = step
  return {
    id,
    step,
    name,
    title: name === undefined || name === '' ? '(no name)' : name,
    calls: callsOf(step),
    kind: kindOf(step, called),
    isInline: step.inline !== undefined,
    chips: chipsOf(step, called),
    missing: missingInputs(step, called),
  }
}

function callsOf({ inline, template, templateRef }: StepView): string | undefined {
  if (inline !== undefined) return 'inline'
  if (templateRef === undefined) return template
  return [templateRef.name, templateRef.template].filter((part) => part !== undefined).join(' / ')
}

function kindOf(step: StepView, called: TemplateView | undefined): CardKind {
  if (step.inline === undefined && step.templateRef !== undefined) return 'templateRef'
  return called?.type ?? 'unknown'
}

/** Whether two cards of one step look the same. */
function saysTheSame(a: StepCard, b: StepCard): boolean {
  return (
    a.id === b.id &&
    a.kind === b.kind &&
    a.calls === b.calls &&
    a.missing.join() === b.missing.join() &&
    a.chips.length === b.chips.length &&
    a.chips.every((chip, index) => chip.words === b.chips[index]?.words)
  )
}
