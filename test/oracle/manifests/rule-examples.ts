import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = 'test/corpus/rules'

/** One of the manifests of `test/corpus/rules`, which `test/corpus/README.md` describes. */
export interface RuleExample {
  /** From the folder, as in `step-duplicate/bad-across-lanes.yaml`. */
  readonly name: string
  /** The name of its folder. */
  readonly code: string
  readonly isBad: boolean
  readonly text: string
}

/** All examples of rules, in the order of their names. The current directory is the root of the checkout. */
export function ruleExamples(): readonly RuleExample[] {
  if (!existsSync(root)) return []
  return readdirSync(root).toSorted().flatMap(examplesOf)
}

function examplesOf(code: string): readonly RuleExample[] {
  return readdirSync(join(root, code))
    .toSorted()
    .map((file) => ({
      name: `${code}/${file}`,
      code,
      isBad: file.startsWith('bad-'),
      text: readFileSync(join(root, code, file), 'utf8'),
    }))
}
