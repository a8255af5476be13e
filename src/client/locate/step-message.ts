import type { MessagePlace } from './place.ts'

const fieldName = /^(?: is required| '([^']*)' is (?:not unique|invalid)|: '([^']*)' is invalid)/
const argumentHead =
  /^\.arguments\.(?:(parameters|artifacts)\[(\d+)\]|(?:(?:parameters|artifacts)\.)?([-\w]+))/
const artifactWording =
  /\.from, artifact location|shouldn't have both `from`|^\.arguments\.artifacts\./
const hookHead = /^\.([-\w]+) Expression required/
const notSupplied =
  /^templates\.([-A-Za-z0-9]+) inputs\.(parameters|artifacts)\.([-\w]+) was not supplied/
const undefinedTemplate = /^template name '([^']*)' undefined/
const loops = /^ ?(?:only one of|unsupported with)/
const reference =
  /^(?:template name cannot be specified with templateRef|resource name is required|template name is required|template reference |couldn't find )/

/**
 * Locates what follows the name of a step or task. The result has a template of its own only when the fault is in a
 * template that the step calls, whose message `locateInner` reads.
 */
export function stepPlace(
  name: string,
  rest: string,
  locateInner: (text: string) => MessagePlace | undefined,
): MessagePlace {
  // `steps[0].name is required` speaks of the field, not of a step called "name".
  const naming = name === 'name' ? fieldName.exec(rest) : null
  if (naming !== null) {
    const step = naming[1] ?? naming[2]
    return step === undefined || step === '' ? { path: ['name'] } : { step, path: ['name'] }
  }
  const step = name
  const argument = argumentHead.exec(rest)
  if (argument !== null) return { step, ...argumentPlace(argument, rest) }
  const hook = hookHead.exec(rest)?.[1]
  if (hook !== undefined) return { step, path: ['hooks', hook] }
  if (loops.test(rest) || !rest.startsWith(' ')) return { step }

  const inner = rest.trimStart()
  const [, callee, list, port] = notSupplied.exec(inner) ?? []
  if (callee !== undefined && port !== undefined) {
    const path = ['arguments', list ?? 'parameters']
    return {
      step,
      callee,
      path,
      ...(list === 'artifacts' ? { artifact: port } : { parameter: port }),
    }
  }
  const missing = undefinedTemplate.exec(inner)?.[1]
  if (missing !== undefined) return { step, missing, path: ['template'] }
  if (reference.test(inner)) return { step, path: ['templateRef'] }
  return locateInner(inner) ?? { step }
}

function argumentPlace(
  [, list, index, name]: RegExpExecArray,
  rest: string,
): Partial<MessagePlace> {
  if (list !== undefined) return { path: ['arguments', list, Number(index)] }
  if (name === undefined) return { path: ['arguments'] }
  return artifactWording.test(rest)
    ? { artifact: name, path: ['arguments', 'artifacts'] }
    : { parameter: name, path: ['arguments', 'parameters'] }
}
