import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { isScalar, parseAllDocuments, visit } from 'yaml'

/** Operands as people write them. */
export const operandText: fc.Arbitrary<string> = fc.constantFrom(
  '{{steps.a.outputs.result}}',
  '"{{inputs.parameters.p}}"',
  "'x y'",
  '"it\\"s \\\\"',
  'heads',
  '5',
  '-1.5',
  'true',
  '{{item}}_x',
  '""',
)

const space = fc.constantFrom(' ', '  ', '\n')

const comparison = fc
  .tuple(operandText, space, fc.constantFrom('==', '!=', '<', '>=', '=~', '!~'), space, operandText)
  .map((parts) => parts.join(''))

const listComparison = fc
  .tuple(operandText, fc.array(operandText, { minLength: 2, maxLength: 3 }))
  .map(([left, list]) => `${left} in (${list.join(', ')})`)

/** Conditions that the builder can show, in all spacings. */
export const conditionText: fc.Arbitrary<string> = fc.letrec<{ condition: string; item: string }>(
  (tie) => ({
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      listComparison,
      tie('condition').map((inner) => `(${inner})`),
      tie('condition').map((inner) => `( ${inner} )`),
    ),
    condition: fc
      .tuple(
        tie('item'),
        fc.array(fc.tuple(fc.constantFrom(' && ', ' || ', '\n  && '), tie('item')), {
          maxLength: 3,
        }),
      )
      .map(([first, rest]) => first + rest.flat().join('')),
  }),
).condition

const corpus = '../shared/corpus'

/** Every `when` of the corpus that is not a cron schedule's (which is an expression); none where it is absent. */
export function corpusConditions(): string[] {
  if (!existsSync(corpus)) {
    console.log(`skipped: ${corpus} is absent`)
    return []
  }
  const found: string[] = []
  for (const folder of ['argo', 'hera']) {
    for (const file of readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.ya?ml$/.test(file)) continue
      for (const document of parseAllDocuments(readFileSync(join(corpus, folder, file), 'utf8'))) {
        if (!('contents' in document)) continue
        visit(document, {
          Pair(_, pair) {
            if (isScalar(pair.key) && pair.key.value === 'when' && isScalar(pair.value))
              found.push(String(pair.value.value))
          },
        })
      }
    }
  }
  if (found.length < 20) throw new Error(`only ${found.length} conditions in ${corpus}`)
  return found
}
