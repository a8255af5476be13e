import fc from 'fast-check'
import { readManifest } from '../../../src/argo/index.ts'
import { stepsGraph, type StepsGraph } from '../../../src/graph/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

/** A graph whose lanes have the given numbers of steps. */
export function graphOfSizes(sizes: readonly number[]): StepsGraph {
  const lanes = sizes.map((size, lane) => {
    const steps = Array.from(
      { length: size },
      (_, step) => `{name: s-${String(lane)}-${String(step)}, template: t}`,
    )
    return `[${steps.join(', ')}]`
  })
  const text = `kind: Workflow\nspec: {templates: [{name: main, steps: [${lanes.join(', ')}]}]}\n`
  const [document] = parseTree(text).documents
  if (document === undefined) throw new Error('no document')
  return stepsGraph(readManifest(document), 0)
}

/** Numbers of steps of some lanes, empty lanes included. */
export const sizes = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 })

/** Points on and around the picture. */
export const points = fc.record({
  x: fc.double({ min: -2000, max: 2000, noNaN: true }),
  y: fc.double({ min: -500, max: 2500, noNaN: true }),
})
