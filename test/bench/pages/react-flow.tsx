import { ReactFlow, type Edge, type Node } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createRoot } from 'react-dom/client'
import { cardRect, layoutLanes } from '../../../src/layout/index.ts'
import { flowOf, painted } from './flow-of.ts'

/* React Flow as it comes, with the nodes of our layout and an edge from each step to the first one of the next lane. */

const root = createRoot(document.querySelector('#root') ?? document.body)

window.draw = async (steps) => {
  const start = performance.now()
  const graph = flowOf(steps)
  const layout = layoutLanes(graph)
  const nodes: Node[] = []
  const edges: Edge[] = []
  for (const [lane, { cards }] of graph.lanes.entries()) {
    const next = graph.lanes[lane + 1]?.cards[0]?.id
    const box = layout.lanes[lane]
    if (box === undefined) continue
    for (const [step, { id, title, calls }] of cards.entries()) {
      const { x, y, width, height } = cardRect(box, step)
      const label = `${title} ${calls ?? ''}`
      nodes.push({ id, position: { x, y }, width, height, data: { label } })
      if (next !== undefined) edges.push({ id: `${id}>${next}`, source: id, target: next })
    }
  }
  root.render(<ReactFlow defaultNodes={nodes} defaultEdges={edges} minZoom={0.01} panOnScroll />)
  while (document.querySelector('.react-flow__node') === null) await painted()
  await painted()
  return performance.now() - start
}
