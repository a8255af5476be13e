import { Designer, type Sequence, type Step } from 'sequential-workflow-designer'
import 'sequential-workflow-designer/css/designer.css'
import 'sequential-workflow-designer/css/designer-light.css'
import { flowOf, painted } from './flow-of.ts'

/* A designer of the registry, with the same flow: a lane of several steps is a parallel step with a branch for each. */

window.draw = async (steps) => {
  const start = performance.now()
  const task = (id: string, name: string): Step => ({
    id,
    componentType: 'task',
    type: 'task',
    name,
    properties: {},
  })
  const sequence: Sequence = flowOf(steps).lanes.map(({ id, cards }) => {
    const tasks = cards.map((card) => task(card.id, card.title))
    const [first] = tasks
    if (first !== undefined && tasks.length === 1) return first
    const branches = Object.fromEntries(tasks.map((each) => [each.name, [each]]))
    return { ...task(id, 'parallel'), componentType: 'switch', branches }
  })
  const root = document.querySelector<HTMLElement>('#root') ?? document.body
  Designer.create(
    root,
    { properties: {}, sequence },
    { theme: 'light', steps: {}, toolbox: false, editors: false, controlBar: false },
  )
  while (document.querySelector('.sqd-step-task') === null) await painted()
  await painted()
  return performance.now() - start
}
