import type { JsonObject } from '../../yaml/index.ts'
import { textIn } from '../engine/json.ts'
import { stepNameOf } from '../mocks/match.ts'

/** Where in a workflow a node is, without the name of the run, which is another for each. */
export interface TimedPlace {
  /** The node's name from the root on; empty for the root itself. */
  readonly path: string
  /** The name of its step or task, of a hook with what it is; empty for the root. */
  readonly step: string
  /** The template that it runs; nothing for one that is given in place. */
  readonly template: string | undefined
}

interface Named {
  readonly name: string
  readonly displayName: string
  readonly templateName?: string | undefined
  readonly templateRef?: JsonObject | undefined
}

/** The place of a node in the run of a name. */
export function placeOf(node: Named, runName: string): TimedPlace {
  const step = stepNameOf(node)
  return {
    path: behind(node.name, runName),
    // Hooks of the workflow itself are called after the run.
    step: step === runName || step.startsWith(`${runName}.`) ? behind(step, runName) : step,
    template: templateOf(node),
  }
}

function behind(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

function templateOf({ templateName, templateRef }: Named): string | undefined {
  if (templateRef === undefined) return templateName
  return `${textIn(templateRef, 'name') ?? ''}/${textIn(templateRef, 'template') ?? ''}`
}
