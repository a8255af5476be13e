import type { CardKind, NodeCard } from './model.ts'

const kinds: Readonly<Record<CardKind, string>> = {
  container: 'container',
  containerSet: 'container set',
  steps: 'nested steps',
  script: 'script',
  resource: 'resource',
  dag: 'DAG',
  suspend: 'suspend',
  data: 'data',
  http: 'HTTP request',
  plugin: 'plugin',
  templateRef: 'template of another workflow',
  unknown: 'unknown template',
}

/** A kind of card in words. */
export function kindWords(kind: CardKind): string {
  return kinds[kind]
}

/** A card as a sentence for those who cannot see it: `flip, script flip, lane 1 of 2, when a == b`. Lanes count from 0. */
export function describeCard(card: NodeCard, lane: number, laneCount: number): string {
  return describe(card, `lane ${String(lane + 1)} of ${String(laneCount)}`)
}

/** The same of a task or container, with the names of what it waits for: `heads, script heads, after flip`. */
export function describeNode(card: NodeCard, after: readonly string[]): string {
  return describe(card, after.length === 0 ? 'starts at once' : `after ${after.join(' and ')}`)
}

function describe(card: NodeCard, place: string): string {
  const missing = card.missing.length
  return [
    card.title,
    [kindWords(card.kind), card.calls].filter((part) => part !== undefined).join(' '),
    place,
    ...card.chips.map(({ words }) => words),
    ...(missing > 0
      ? [`${String(missing)} ${missing === 1 ? 'argument' : 'arguments'} missing`]
      : []),
  ].join(', ')
}
