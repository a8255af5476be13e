import type { CardKind, StepCard } from './model.ts'

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
export function describeCard(card: StepCard, lane: number, laneCount: number): string {
  const missing = card.missing.length
  return [
    card.title,
    [kindWords(card.kind), card.calls].filter((part) => part !== undefined).join(' '),
    `lane ${String(lane + 1)} of ${String(laneCount)}`,
    ...card.chips.map(({ words }) => words),
    ...(missing > 0
      ? [`${String(missing)} ${missing === 1 ? 'argument' : 'arguments'} missing`]
      : []),
  ].join(', ')
}
