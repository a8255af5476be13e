import type { CardPlace } from '../../../src/layout/index.ts'

/** The card that an event is on, by the attributes that its node carries. */
export function cardOf(target: EventTarget | null): CardPlace | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
  return card === null
    ? undefined
    : { lane: Number(card.dataset['lane']), step: Number(card.dataset['step']) }
}

/** The number in an attribute of the nearest element that has it. */
export function numberOf(target: EventTarget | null, attribute: string): number | undefined {
  const element = target instanceof Element ? target.closest(`[${attribute}]`) : null
  return element === null ? undefined : Number(element.getAttribute(attribute))
}

/** Whether an event is on something that has a meaning of its own. */
export function isOnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, input, [role="menu"]') !== null
}
