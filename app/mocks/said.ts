import type { Mock, MockTarget } from '../../src/simulate/index.ts'

const parts = ['template', 'step', 'node', 'index', 'attempt'] as const

/** Whether two mocks are for the same nodes, as they name them. */
export function isSameTarget(a: MockTarget, b: MockTarget): boolean {
  return (
    parts.every((part) => a[part] === b[part]) && JSON.stringify(a.item) === JSON.stringify(b.item)
  )
}

/** The mocks with others put in: each in the place of the one for the same nodes, else before all, since of several alike the first counts. */
export function withMocksSaid(mocks: readonly Mock[], added: readonly Mock[]): readonly Mock[] {
  return added.toReversed().reduce<readonly Mock[]>((known, mock) => {
    const at = known.findIndex((each) => isSameTarget(each, mock))
    return at < 0 ? [mock, ...known] : known.with(at, mock)
  }, mocks)
}

/** The mocks with others in the place of one of them. */
export function replaceMock(
  mocks: readonly Mock[],
  old: Mock | undefined,
  added: readonly Mock[],
): readonly Mock[] {
  const at = old === undefined ? -1 : mocks.indexOf(old)
  if (at < 0) return withMocksSaid(mocks, added)
  const others = mocks.filter(
    (each) => each !== old && !added.some((one) => isSameTarget(each, one)),
  )
  const before = mocks.slice(0, at).filter((each) => others.includes(each)).length
  return [...others.slice(0, before), ...added, ...others.slice(before)]
}

/** Whom a mock speaks of in the end: a step, or without one all that run a template. */
export interface Who {
  readonly step?: string | undefined
  readonly template?: string | undefined
}

/** Of mocks that may be for a step those for all its nodes, or for one item or attempt; a name of the step and nothing else is enough for it. */
export function ownMock(
  mocks: readonly Mock[],
  who: Who,
  part: Pick<MockTarget, 'index' | 'attempt'> = {},
): Mock | undefined {
  return mocks.find(
    (mock) =>
      mock.node === undefined &&
      mock.item === undefined &&
      mock.step === who.step &&
      mock.index === part.index &&
      mock.attempt === part.attempt &&
      (mock.template === who.template || (who.step !== undefined && mock.template === undefined)),
  )
}
