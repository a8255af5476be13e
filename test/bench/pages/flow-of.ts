import { readManifest } from '../../../src/argo/index.ts'
import { stepsGraph, type StepsGraph } from '../../../src/graph/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { stepsManifest } from '../../support/generate.ts'

/** The flow that all pages draw. */
export function flowOf(steps: number): StepsGraph {
  const [document] = parseTree(stepsManifest(steps)).documents
  if (document === undefined) throw new Error('no document')
  return stepsGraph(readManifest(document), 0)
}

declare global {
  interface Window {
    /** Draws a flow of so many steps and gives how long it took until it was painted, in ms. */
    draw?: (steps: number) => Promise<number>
  }
}

/** Waits until what was just done is on the screen. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
