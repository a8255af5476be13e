import type { StepRule } from '../scope.ts'
import { textsUnder } from '../texts.ts'

/**
 * Only in a step with a loop is there an item. Elsewhere the tag stays as it is written, and Argo’s lint does not look at it; what a template
 * is called with in a loop it has by its inputs.
 */
export const checkItems: StepRule = ({ node, loop, name = 'without a name' }) => {
  if (loop !== undefined) return []
  return textsUnder(node).flatMap(({ path, tags }) => {
    const tag = tags.find(({ body }) => body === 'item')
    if (tag === undefined) return []
    const message = `The step ${name} has no loop, so {{item}} stays as it is written. Give the step a loop, or use an input.`
    return [{ code: 'item-without-loop' as const, message, path, within: tag.range }]
  })
}
