import type { StepRule } from '../scope.ts'

/** What a loop goes over must be a list that Argo can read, which it finds out only when the step is due. */
export const checkLoopLists: StepRule = ({ node, loop, name = 'without a name' }, reader) => {
  if (loop === 'withSequence') {
    const sequence = reader.field(node, 'withSequence')
    const keys = reader.keys(sequence)
    if (sequence?.kind !== 'map' || keys.includes('count') || keys.includes('end')) return []
    const message = `The loop of ${name} has no end. Write \`count:\` or \`end:\`, or the run ends in an error here.`
    return [{ code: 'loop-unreadable', message, path: ['withSequence'] }]
  }
  const items = loop === 'withParam' ? reader.text(node, 'withParam') : undefined
  if (items === undefined || items.includes('{{') || isList(items)) return []
  const message = `The loop of ${name} goes over text that is no list in JSON, such as ["a", "b"], so the run ends in an error here.`
  return [{ code: 'loop-unreadable', message, path: ['withParam'] }]
}

function isList(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value)
  } catch {
    return false
  }
}
