import { RecallEach } from '../../base/index.ts'
import {
  readHooks,
  type FieldReader,
  type LaneView,
  type ManifestView,
  type StepView,
  type TemplateView,
} from '../../argo/index.ts'
import { settingField } from '../fix.ts'
import { removingArgument } from '../given.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'
import { similarName } from '../similar.ts'
import { templateRefsIn } from '../template-refs.ts'

/**
 * An argument of a workflow is for the inputs of the templates that Argo itself starts, and for tags. One that is neither does nothing. Only workflows
 * are looked at that bring all their templates: what others refer to is not known.
 */
export const checkUnusedArguments: DocumentRule = ({ manifest, templates, reader, sources }) => {
  const { kind, spec, specPath } = manifest
  if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
  if (spec.parameters.length + spec.artifacts.length === 0 || !isWhole(manifest, reader)) return []
  const text = sources[0]?.tree.text ?? ''
  const path = [...specPath, 'arguments']
  const unused = (word: 'parameter' | 'artifact', isUsed: (name: string) => boolean): Finding[] => {
    const list = word === 'parameter' ? spec.parameters : spec.artifacts
    // Mostly there is a tag for each, and nothing else is to be found out.
    if (list.every(({ name = '' }) => isUsed(name))) return []
    const started = startedBy(manifest, reader).flatMap((name) => templates.get(name) ?? [])
    const inputs = inputsOf(started, word)
    return list.flatMap(({ name = '' }, index) => {
      if (name === '' || inputs.includes(name) || isUsed(name)) return []
      const free = inputs.filter((input) => list.every((other) => other.name !== input))
      const similar = similarName(name, free)
      const meant = similar === undefined ? '' : ` Is ${similar} meant, an input of the entrypoint?`
      const message = `Nothing in the file uses the ${word} ${name} of the workflow: no tag, and no input of what Argo starts.${meant}`
      const at = [...path, `${word}s`, index]
      const fixes = [
        ...(similar === undefined
          ? []
          : [settingField(`Call it ${similar}`, [...at, 'name'], similar)]),
        removingArgument(name, at),
      ]
      return [{ code: 'argument-surplus', message, path: [...at, 'name'], fixes }]
    })
  }
  return [...unused('parameter', mentionsIn(text)), ...unused('artifact', () => false)]
}

/** Whether a workflow runs no template of another manifest, which may refer to its parameters. */
function isWhole({ spec }: ManifestView, reader: FieldReader): boolean {
  if (spec.workflowTemplateRef !== undefined) return false
  if (readHooks(reader, spec.node).some(({ templateRef }) => templateRef !== undefined))
    return false
  return spec.templates.every((template) => templateRefsIn(template).length === 0)
}

/** The templates that Argo starts with the arguments of the workflow: hooks and exit handlers have these unless they are given others. */
function startedBy({ spec }: ManifestView, reader: FieldReader): readonly string[] {
  return [
    spec.entrypoint ?? '',
    spec.onExit ?? '',
    ...readHooks(reader, spec.node).map(({ template = '' }) => template),
    ...spec.templates.flatMap(({ lanes, tasks }) =>
      lanes.length > 0 ? hooksOfLanes.of(lanes).flat() : tasks.flatMap(hooksOf),
    ),
  ]
}

/** Lanes that an edit did not touch are not gone through again. */
const hooksOfLanes = new RecallEach<LaneView, readonly string[]>(({ steps }) =>
  steps.flatMap(hooksOf),
)

const none: readonly string[] = []

function hooksOf({ onExit, hookCalls }: StepView): readonly string[] {
  if (onExit === undefined && hookCalls.length === 0) return none
  return [onExit ?? '', ...hookCalls.map(({ template = '' }) => template)]
}

function inputsOf(
  templates: readonly TemplateView[],
  word: 'parameter' | 'artifact',
): readonly string[] {
  return templates.flatMap(({ inputs }) =>
    (word === 'parameter' ? inputs.parameters : inputs.artifacts).flatMap(({ name }) => name ?? []),
  )
}

/**
 * Tells whether a text mentions a parameter of the workflow, or may mention any. Most are found where they are first used; for the others all
 * that it mentions is looked for, once.
 */
function mentionsIn(text: string): (name: string) => boolean {
  let all: ReadonlySet<string> | 'all' | undefined
  return (name) => {
    const tag = `workflow.parameters.${name}`
    for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1))
      if (!/[-\w]/.test(text.charAt(at + tag.length))) return true
    all ??= parametersIn(text)
    return all === 'all' || all.has(name)
  }
}

const PARAMETERS =
  /workflow\s*(\[|\?\.\s*\[|(?:\?\.|\.)\s*parameters(?:\s*(?:\?\.|\.)\s*([-\w]+)|\s*(?:\?\.)?\[\s*(?:'([-\w]+)'|"([-\w]+)")\s*\])?)/g

/** The parameters of the workflow that a text mentions, or that it may mention any. */
function parametersIn(text: string): ReadonlySet<string> | 'all' {
  const names = new Set<string>()
  for (const [, , dotted, single, double] of text.matchAll(PARAMETERS)) {
    const name = dotted ?? single ?? double
    if (name === undefined || name === 'json') return 'all'
    names.add(name)
  }
  return names
}
