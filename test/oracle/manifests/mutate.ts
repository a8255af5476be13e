import type { TextChange } from '../../../src/base/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { placesOf } from '../../support/paths.ts'
import type { Random } from '../../support/random.ts'
import { mutations, type Spot } from './mutations.ts'
import { textMutations } from './text-mutations.ts'

export interface Mutant {
  readonly text: string
  /** The names of the edits, in their order. */
  readonly edits: readonly string[]
}

/** How often an edit that finds nothing to change is replaced by another one. */
const TRIES = 20

/** A text after one to three random edits, each of them one that a person may well make. The same random numbers give the same mutant. */
export function mutate(text: string, random: Random): Mutant {
  const count = random.chance(0.75) ? 1 : random.chance(0.7) ? 2 : 3
  let mutant: Mutant = { text, edits: [] }
  for (let edit = 0; edit < count; edit++) mutant = mutateOnce(mutant, random)
  return mutant
}

function mutateOnce({ text, edits }: Mutant, random: Random): Mutant {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const made = random.chance(0.08) ? inText(text, random) : inTree(text, random)
    if (made !== undefined && made.text !== text)
      return { text: made.text, edits: [...edits, made.edit] }
  }
  return { text, edits }
}

interface Edited {
  readonly text: string
  readonly edit: string
}

function inText(text: string, random: Random): Edited | undefined {
  const chosen = random.of(Object.entries(textMutations))
  return chosen && { edit: chosen[0], text: chosen[1](text, random) }
}

function inTree(text: string, random: Random): Edited | undefined {
  const tree = parseTree(text)
  const chosen = random.of(mutations)
  const document = random.nat(Math.max(0, tree.documents.length - 1))
  const root = tree.documents[document]?.root
  if (chosen === undefined || root === undefined || tree.problems.length > 0) return undefined
  const all = placesOf(root)
  const fitting = all.filter((place) => chosen.fits(place))
  const place = random.of(fitting)
  if (place === undefined) return undefined
  const spot: Spot = { tree, document, root, all, ...place }
  const plan = chosen.plan(spot, random)
  return plan?.ok === true ? { edit: chosen.name, text: changed(text, plan.value) } : undefined
}

function changed(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((made, { from, to, insert }) => made.slice(0, from) + insert + made.slice(to), text)
}
