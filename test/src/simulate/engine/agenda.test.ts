import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../../support/seeds.ts'
import { Agenda } from '../../../../src/simulate/engine/agenda.ts'

test('what is due comes by its time, and at one time in the order in which it was added', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const agenda = new Agenda()
      for (const [index, at] of times.entries())
        agenda.add(at, { kind: 'start', id: String(index) })
      const taken: (readonly [number, string])[] = []
      for (let at = agenda.next; at !== undefined; at = agenda.next)
        for (const due of agenda.take()) if (due.kind === 'start') taken.push([at, due.id])
      const wanted = times.map((at, index) => [at, String(index)] as const)
      expect(taken).toEqual(wanted.toSorted(([a], [b]) => a - b))
    }),
  )
})
