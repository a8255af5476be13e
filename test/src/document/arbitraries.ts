import fc from 'fast-check'
import type { TextChange } from '../../../src/base/index.ts'
import { ChangeSet } from '../../../src/document/index.ts'

const unit = fc.constantFrom('a', 'b', 'c', ' ', ':', '-', '\n', '\r', '\r\n', '😀', '\ud83d')

/** Short texts of few characters, so that changes meet each other and pairs get cut. */
export const someText: fc.Arbitrary<string> = fc.string({ unit, maxLength: 24 })

/** Numbers from which `planned` makes changes of a text of any length. */
export type Plan = readonly (readonly [gap: number, remove: number, insert: string])[]

export const somePlan: fc.Arbitrary<Plan> = fc.array(
  fc.tuple(fc.nat(8), fc.nat(5), fc.string({ unit, maxLength: 4 })),
  { maxLength: 5 },
)

/** The changes that a plan makes of a text of `length` characters: sorted, some touching, some doing nothing. */
export function planned(plan: Plan, length: number): readonly TextChange[] {
  let reached = 0
  return plan.map(([gap, remove, insert]) => {
    const from = Math.min(reached + gap, length)
    const to = Math.min(from + remove, length)
    reached = to
    return { from, to, insert }
  })
}

/** `planned` as a set. */
export function plannedSet(plan: Plan, length: number): ChangeSet {
  return ChangeSet.of(planned(plan, length), length)
}
