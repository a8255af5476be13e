import type { Path } from '../../base/index.ts'
import { readDottedPath } from './dotted-path.ts'
import type { MessagePlace } from './place.ts'

const argumentHead = /^spec\.arguments\.(?!(?:parameters|artifacts)(?:\[|\.))([-\w]+)/
const artifactWording = /\.from, artifact location|shouldn't have both `from`/

/** Messages about the object itself that carry no path, and where their subject is. */
const sentences: readonly (readonly [RegExp, (found: readonly string[]) => MessagePlace])[] = [
  // Bare, it comes from the entrypoint or, later, from onExit: steps put their own name in front.
  [
    /^template name '([^']*)' undefined/,
    ([, missing = '']) => ({ missing, specPath: ['spec', 'entrypoint'] }),
  ],
  [/^template '([^']*)' type is unknown/, ([, template = '']) => ({ template })],
  [
    /^([A-Za-z0-9][-A-Za-z0-9]*) has invalid duration format in timeout/,
    ([, template = '']) => ({ template, path: ['timeout'] }),
  ],
  [
    /unknown field "((?:spec|metadata)[.[][^"]*)"/,
    ([, path = '']) => ({ specPath: readDottedPath(path).path }),
  ],
  [/unknown field "([^"]*)"/, ([, field = '']) => ({ field })],
  [/^failed to resolve \{\{(.*?)\}\}/, ([, variable = '']) => ({ variable: variable.trim() })],
  [
    /^hooks\.([-\w]+) Expression required/,
    ([, hook = '']) => ({ specPath: ['spec', 'hooks', hook] }),
  ],
  [/^podGC\.(strategy|labelSelector)/, ([, key = '']) => ({ specPath: ['spec', 'podGC', key] })],
  [/^Templates is invalid field in spec/, () => ({ specPath: ['spec', 'templates'] })],
  [
    /^couldn't find (?:cluster )?workflow template/,
    () => ({ specPath: ['spec', 'workflowTemplateRef'] }),
  ],
  [
    /^(?:cluster )?(?:cron )?workflow (?:template )?name ".*" must not be more than/,
    () => ({ specPath: ['metadata', 'name'] }),
  ],
  [/^cron (?:workflow must have|schedule )/, () => ({ specPath: ['spec', 'schedules'] })],
  [/^invalid timezone/, () => ({ specPath: ['spec', 'timezone'] })],
  [/^'.*' is not a valid concurrencyPolicy/, () => ({ specPath: ['spec', 'concurrencyPolicy'] })],
  [/^startingDeadlineSeconds must be/, () => ({ specPath: ['spec', 'startingDeadlineSeconds'] })],
]

/** Locates messages that start with `spec.` or `metadata.`, and those sentences whose subject is known. */
export function locateSpecMessage(text: string): MessagePlace | undefined {
  const argument = argumentHead.exec(text)?.[1]
  if (argument !== undefined) {
    return artifactWording.test(text)
      ? { artifact: argument, specPath: ['spec', 'arguments', 'artifacts'] }
      : { parameter: argument, specPath: ['spec', 'arguments', 'parameters'] }
  }
  if (/^(?:spec|metadata)[.[:]/.test(text)) return { specPath: readDottedPath(text).path }
  for (const [pattern, place] of sentences) {
    const found = pattern.exec(text)
    if (found !== null) return place(found)
  }
  return undefined
}

/** Moves a path of a Workflow to where the same thing is inside a CronWorkflow. */
export function insideCron(place: MessagePlace): MessagePlace {
  const { specPath } = place
  if (specPath === undefined || specPath[0] !== 'spec') return place
  const moved: Path = ['spec', 'workflowSpec', ...specPath.slice(1)]
  return { ...place, specPath: moved }
}
