import type { MessagePlace } from './place.ts'
import { readDottedPath } from './dotted-path.ts'
import { stepPlace } from './step-message.ts'

const templateHead = /^templates\.([A-Za-z0-9][-A-Za-z0-9]*)(?=[.\s:]|$)/
const stepHead = /^\.steps\[(\d+)\]\.((?:\{\{.*?\}\}|[-A-Za-z0-9])+)/
const taskHead = /^\.tasks(?:\[\d+\])?\.((?:\{\{.*?\}\}|[-A-Za-z0-9])+)/
const portHead = /^[. ](inputs|outputs)\.(parameters|artifacts) ?(?:\[(\d+)\]|\.([-\w]+))/
const unresolved = /failed to resolve \{\{(.*?)\}\}/
const undefinedTemplate = /^\s*template name '([^']*)' undefined/

/**
 * Locates messages that start with `templates.<name>`. They nest: Argo walks from the entrypoint through the steps
 * and puts every caller in front. What can only be mended at a call (an input not supplied, a template that does not
 * exist) is placed at the innermost step; everything else in the template that has the fault.
 */
export function locateTemplateMessage(text: string): MessagePlace | undefined {
  const head = templateHead.exec(text)
  const template = head?.[1]
  if (head === null || template === undefined) return undefined
  const rest = text.slice(head[0].length)
  const variable = unresolved.exec(rest)?.[1]?.trim()

  const step = stepHead.exec(rest)
  if (step !== null) {
    const inStep = stepPlace(step[2] ?? '', rest.slice(step[0].length), locateTemplateMessage)
    return inStep.template !== undefined ? inStep : { template, group: Number(step[1]), ...inStep }
  }
  const task = taskHead.exec(rest)
  if (task !== null) {
    const inTask = stepPlace(task[1] ?? '', rest.slice(task[0].length), locateTemplateMessage)
    return inTask.template !== undefined ? inTask : { template, ...inTask }
  }
  const port = portHead.exec(rest)
  if (port !== null) return { template, ...portPlace(port) }

  if (rest.startsWith(' ')) {
    const inner = locateTemplateMessage(rest.trimStart())
    if (inner !== undefined) return inner
    const missing = undefinedTemplate.exec(rest)?.[1]
    return missing === undefined ? { template } : { template, missing }
  }
  const { path } = readDottedPath(rest)
  return {
    template,
    ...(path.length === 0 ? {} : { path }),
    ...(variable === undefined ? {} : { variable }),
  }
}

function portPlace([, side = '', list = '', index, name]: RegExpExecArray): Partial<MessagePlace> {
  if (index !== undefined) return { path: [side, list, Number(index)] }
  if (name === undefined) return { path: [side, list] }
  return {
    path: [side, list],
    ...(list === 'artifacts' ? { artifact: name } : { parameter: name }),
  }
}
