import { describe, expect, it } from 'vitest'
import { compare, ourProblems } from '../../oracle/manifests/compare.ts'
import { libraryFor } from '../../oracle/manifests/library.ts'
import { recordedVerdict } from '../../oracle/manifests/recorded.ts'
import { ruleExamples } from '../../oracle/manifests/rule-examples.ts'

/*
 * What the real Argo says of the examples of rules, as it was recorded: no Go is needed here. Where one is missing or its text has
 * changed, `npm run oracle:argo -- --record` records it.
 */

const examples = ruleExamples()

describe('the examples of rules', () => {
  it.each(examples.map((example) => [example.name, example] as const))(
    'are judged as Argo judges: %s',
    (name, example) => {
      const verdict = recordedVerdict(example)
      if (verdict === undefined) throw new Error('Record it: npm run oracle:argo -- --record')
      const files = [{ name, text: example.text }, ...libraryFor(example.text)]
      expect(compare(verdict, ourProblems(files))).toEqual(
        expect.objectContaining({ kind: expect.stringMatching(/^(agree|explained)$/) as unknown }),
      )
    },
  )
})
