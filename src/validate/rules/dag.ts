import type { Path } from '../../base/index.ts'
import { taskDependencies, type FieldReader, type StepView } from '../../argo/index.ts'
import { dependsReferences, parseDepends } from '../../expression/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule, PlacedRule } from '../scope.ts'
import {
  cycleOf,
  listedDependencies,
  unknownDependencies,
  type NamedDependency,
} from './dependencies.ts'
import { targetFindings } from './made-dependencies.ts'

/** What the tasks of a dag wait for must be there, in one way of writing it, and without a circle. */
export const checkDag: OwnRule = ({ node, type, tasks }, reader) => {
  if (type !== 'dag') return []
  const dag = reader.field(node, 'dag')
  if (tasks.length === 0 && dag?.kind === 'map') {
    const message = 'This dag has no task, and Argo wants one at least. Add a task.'
    return [{ code: 'tasks-missing', message, path: ['dag'], marks: 'key' }]
  }
  const known = taskDependencies(tasks)
  const usesDepends = tasks.some(({ depends = '' }) => depends !== '')
  return [
    ...tasks.flatMap((task, index) => [
      ...checkMixture(task, taskPath(index), usesDepends, reader),
      ...checkDepends(task, taskPath(index), tasks),
      ...unknownDependencies(dependenciesOf(task, index, reader, true), 'task', known),
    ]),
    ...cycleOf(known, 'task', (name) => {
      const index = tasks.findIndex((task) => task.name === name)
      const task = tasks[index]
      return task === undefined ? [] : dependenciesOf(task, index, reader, false)
    }),
  ]
}

function taskPath(index: number): Path {
  return ['dag', 'tasks', index]
}

/** Of a `depends` that cannot be read nothing is sure but where it breaks, so `onlyReadable` leaves its names out. */
function dependenciesOf(
  { node, depends = '' }: StepView,
  index: number,
  reader: FieldReader,
  onlyReadable: boolean,
): readonly NamedDependency[] {
  const path = taskPath(index)
  const isLeftOut = onlyReadable && (isMade(depends) || parseDepends(depends).tree === undefined)
  const inDepends = isLeftOut ? [] : dependsReferences(depends)
  return [
    ...inDepends.map(({ task, taskRange }) => ({
      name: task,
      path: [...path, 'depends'],
      within: taskRange,
    })),
    ...listedDependencies(reader, node, path),
  ]
}

/** Argo takes only one of `depends` and `dependencies` in a template, and beside `depends` no `continueOn`. */
function checkMixture(
  { node, name = '', dependencies }: StepView,
  path: Path,
  usesDepends: boolean,
  reader: FieldReader,
): readonly Finding[] {
  const findings: Finding[] = []
  if (/^\d/.test(name) && (usesDepends || dependencies.length > 0)) {
    const message = `The name ${name} begins with a digit, which tasks may not where there are dependencies. Begin it with a letter.`
    findings.push({ code: 'name-invalid', message, path: [...path, 'name'] })
  }
  if (!usesDepends) return findings
  if (dependencies.length > 0) {
    const message =
      'Other tasks of this template have `depends`, and Argo takes only one of the two. Write these dependencies as `depends`.'
    findings.push({
      code: 'depends-mixed',
      message,
      path: [...path, 'dependencies'],
      marks: 'key',
    })
  }
  if (reader.field(node, 'continueOn') !== undefined) {
    const message = `A template with \`depends\` may have no \`continueOn\`. Remove it, and ask for ${name === '' ? 'a task' : name}.Failed or .Errored in the \`depends\` of what comes after.`
    findings.push({
      code: 'depends-continue-on',
      message,
      path: [...path, 'continueOn'],
      marks: 'key',
    })
  }
  return findings
}

const loopResults = new Set(['AnySucceeded', 'AllFailed'])

function checkDepends(
  { depends = '' }: StepView,
  own: Path,
  tasks: readonly StepView[],
): readonly Finding[] {
  if (isMade(depends)) return []
  const path = [...own, 'depends']
  const { tree, problems } = parseDepends(depends)
  const findings = problems.map(({ code, message, range }): Finding => {
    const kind = code === 'unknown-result' ? 'depends-result' : 'depends-unreadable'
    return { code: kind, message, path, within: range }
  })
  if (tree === undefined) return findings
  for (const { task, result = '', range } of dependsReferences(depends)) {
    if (!loopResults.has(result)) continue
    const asked = tasks.find(({ name }) => name === task)
    if (asked === undefined || asked.loop !== undefined) continue
    const message = `The task ${task} is no loop, and only loops have the result ${result}. Ask for another result.`
    findings.push({ code: 'depends-result', message, path, within: range })
  }
  return findings
}

/** Whether a text is made of tags, so that it is not known before a run. */
function isMade(text: string): boolean {
  return text.includes('{{')
}

/** The targets of a dag must be tasks of it. */
export const checkTarget: PlacedRule = (template, reader, around) => {
  const target = reader.text(reader.field(template.node, 'dag'), 'target') ?? ''
  return template.type === 'dag' && target !== '' ? targetFindings(target, template, around) : []
}
