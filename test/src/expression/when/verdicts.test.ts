import { describe, expect, it } from 'vitest'
import { recordedExpressions } from '../../../oracle/expressions/recorded.ts'
import { differenceOf, ourVerdict } from '../../../support/when-verdicts.ts'

/* Conditions with what the real govaluate says of them, at the commit that Argo uses. */
const cases = recordedExpressions('when')

describe('evaluateWhen and the real govaluate', () => {
  it('agree on every recorded condition, to the word', () => {
    for (const { text, ...real } of cases) {
      const ours = ourVerdict(text)
      expect({ text, ours, difference: differenceOf(ours, real) }).toEqual({
        text,
        ours: real,
        difference: undefined,
      })
    }
  })

  it('have cases of every phase, and of both answers', () => {
    const kinds = new Set(cases.map(({ phase, value }) => phase ?? value))
    expect(kinds).toEqual(new Set(['evaluate', 'panic', 'parse', 'plan', 'result', true, false]))
  })
})
