import type { Path } from '../../base/index.ts'
import type { TemplateView } from '../../argo/index.ts'
import { filledIn } from '../filled-in.ts'
import type { Finding } from '../problem.ts'
import type { PlacedStepRule, Surroundings } from '../scope.ts'
import { similarName } from '../similar.ts'

/**
 * What a task waits for is looked up before inputs are known, so tags that stand there must be arguments of the workflow whose values are
 * names of tasks (Argo: `sortDAGTasks`). Names without tags are looked at where the whole dag is.
 */
export const checkMadeDependencies: PlacedStepRule = (task, around, reader) => {
  if (around.type !== 'dag') return []
  const { depends = '' } = task
  const listed = reader.items(reader.field(task.node, 'dependencies'))
  return [
    ...unknownIn(depends, ['depends'], around),
    ...listed.flatMap((item, index) =>
      unknownIn(reader.textOf(item) ?? '', ['dependencies', index], around),
    ),
  ]
}

/** The names of tasks in a `depends`, as Argo finds them, with the result that may be asked for. */
const TASK = /[a-zA-Z0-9][-a-zA-Z0-9]*(\.[A-Z][a-zA-Z]+)?/g

function unknownIn(text: string, path: Path, around: Surroundings): readonly Finding[] {
  if (!text.includes('{{')) return []
  const filled = filledIn(text, around.values)
  const names = filled.includes('{{') ? [filled] : (filled.match(TASK) ?? [])
  const unknown = names
    .map((name) => name.replace(/\.[A-Z][a-zA-Z]+$/, ''))
    .find((name) => !around.steps.places.has(name))
  if (unknown === undefined) return []
  const message = filled.includes('{{')
    ? `Argo looks for the tasks that ${text} names before it fills in what a run brings. Write their names.`
    : `There is no task ${unknown} in this template, which ${text} becomes. Name one that is there.`
  return [{ code: 'dependency-unknown', message, path }]
}

/** The targets of a dag stand in one text, with blanks between, and are looked up when the arguments of the workflow are filled in. */
export function targetFindings(
  target: string,
  { name }: Pick<TemplateView, 'name'>,
  { steps, values }: Surroundings,
): readonly Finding[] {
  const path = ['dag', 'target']
  const isMade = target.includes('{{')
  const filled = filledIn(target, values)
  return [...filled.matchAll(/\S+/g)].flatMap(({ 0: task, index }): Finding[] => {
    if (steps.places.has(task)) return []
    const similar = similarName(task, steps.places.keys())
    const meant = similar === undefined ? '' : ` Is ${similar} meant?`
    const message = task.includes('{{')
      ? `Argo looks for the target ${task} before it fills in what a run brings. Name a task of the template ${name ?? ''}.`
      : `There is no task ${task} in this template.${meant} Name one that is there as the target.`
    const within = isMade ? {} : { within: { from: index, to: index + task.length } }
    return [{ code: 'target-unknown', message, path, ...within }]
  })
}
