import type { JsonObject } from '../../yaml/index.ts'

/** The values of parameters by name, as texts; those without a value are left out. */
export function parameterTexts(
  parameters: readonly JsonObject[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameters.flatMap(({ name, value }) => {
      if (typeof name !== 'string' || value === undefined) return []
      return [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const]
    }),
  )
}
