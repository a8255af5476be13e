import type { GraphEdge } from '../../../src/graph/index.ts'
import { isTaskResult, taskResults, type TaskResult } from '../../../src/expression/index.ts'
import { execute, templateKey } from '../../authoring/index.ts'
import type { Designer } from '../../store/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { shownGraph } from '../cards.ts'
import { openAdd, selectPlaces } from '../edits.ts'

/** Selects an edge, and nothing else. */
export function selectEdge(designer: Designer, id: string): void {
  selectPlaces(designer, [])
  canvasUi(designer).set({ edge: id })
}

/** The edge that is selected, if it is still there. */
export function selectedEdge(designer: Designer): GraphEdge | undefined {
  const { edge } = canvasUi(designer).getSnapshot()
  return edge === undefined
    ? undefined
    : shownGraph(designer.scene())?.graph.edges.find(({ id }) => id === edge)
}

export function deleteEdge(designer: Designer, { from, to }: GraphEdge): void {
  const done = execute(designer.actions, 'disconnectTasks', {
    template: templateKey(designer.scene()),
    from,
    to,
  })
  if (done.ok) canvasUi(designer).set({ edge: undefined, wantsFocus: true })
}

/** Goes to the next edge of the card that the keys are on, or the one before; says whether there is any. */
export function walkEdges(designer: Designer, card: number): boolean {
  const edges = shownGraph(designer.scene())?.graph.edges ?? []
  const own = edges.filter(({ from, to }) => from === card || to === card)
  const { edge } = canvasUi(designer).getSnapshot()
  const at = own.findIndex(({ id }) => id === edge)
  const next = own[(at + 1) % own.length]
  if (next === undefined) return false
  canvasUi(designer).set({ edge: next.id })
  return true
}

/** The menu of an edge. */
export function edgeMenu(designer: Designer, edge: GraphEdge): readonly MenuEntry[] {
  const scene = designer.scene()
  const { from, to, words } = edge
  const template = templateKey(scene)
  const tasks = scene.template?.type === 'dag' ? scene.template.tasks : undefined
  const isLoop = tasks?.[from]?.loop !== undefined
  const set = (result: TaskResult | null): void => {
    execute(designer.actions, 'setDependencyResult', { template, from, to, result })
  }
  const results = taskResults.filter(
    (result) => isLoop || (result !== 'AnySucceeded' && result !== 'AllFailed'),
  )
  return [
    {
      type: 'action',
      label: tasks === undefined ? 'Add a container here…' : 'Add a task here…',
      disabled: scene.lock !== undefined,
      onSelect: () => openAdd(designer, { after: [from], before: [to] }),
    },
    ...(tasks === undefined
      ? []
      : [
          {
            type: 'submenu' as const,
            label: 'Condition',
            disabled: scene.lock !== undefined,
            entries: [
              {
                type: 'choice' as const,
                value: words,
                options: [
                  { value: '', label: 'Ended well' },
                  ...results.map((result) => ({ value: result, label: result })),
                ],
                onChange: (value: string) => set(isTaskResult(value) ? value : null),
              },
            ],
          },
        ]),
    { type: 'separator' },
    {
      type: 'action',
      label: 'Delete the edge',
      danger: true,
      disabled: scene.lock !== undefined,
      onSelect: () => deleteEdge(designer, edge),
    },
  ]
}
