import type { TemplateVariables } from '../../expression/index.ts'

/** Several sets of variables as one; a name in a later one goes before the same name in an earlier one. */
export class Layers implements TemplateVariables {
  private readonly layers: readonly TemplateVariables[]
  constructor(...layers: readonly TemplateVariables[]) {
    this.layers = layers
  }

  get(name: string): string | null | undefined {
    for (let at = this.layers.length - 1; at >= 0; at--) {
      const value = this.layers[at]?.get(name)
      if (value !== undefined) return value
    }
    return undefined
  }

  [Symbol.iterator](): Iterator<readonly [string, string | null]> {
    const all = new Map<string, string | null>()
    for (const layer of this.layers) for (const [name, value] of layer) all.set(name, value)
    return all.entries()
  }
}

/** Variables without those that are known to have no value. */
export function presentIn(variables: TemplateVariables): Map<string, string> {
  const present = new Map<string, string>()
  for (const [name, value] of variables) if (value !== null) present.set(name, value)
  return present
}
