import type { Unfolded } from '../../../src/graph/index.ts'
import { useDesigner } from '../../store/index.ts'
import { recursionWords } from './CardMarks.tsx'
import { rectOfKey } from './nested-edits.ts'
import { canvasUi } from '../canvas-ui.ts'
import styles from './Unfold.module.css'

const MOST_TASKS = 6

/** What an unfolded card says where it shows no lanes. The lanes themselves are nodes of their own, above the card. */
export function FrameContent({ unfolded: { content, name } }: { readonly unfolded: Unfolded }) {
  const designer = useDesigner()
  switch (content.kind) {
    case 'recursion':
      return (
        <div className={styles.stub} data-stub="recursion">
          <span>{recursionWords(content.through)}.</span>
          {content.outer !== '' && (
            <button
              type="button"
              className={`${styles.link ?? ''} nopan`}
              tabIndex={-1}
              onClick={() => {
                const rect = rectOfKey(designer.scene(), content.outer)
                if (rect)
                  canvasUi(designer)
                    .view()
                    ?.reveal({ ...rect, height: 72 })
              }}
            >
              Show the outer {name}
            </button>
          )}
        </div>
      )
    case 'dag':
      return (
        <div className={styles.stub} data-stub="dag">
          A DAG of {content.tasks.length} {content.tasks.length === 1 ? 'task' : 'tasks'}:{' '}
          {content.tasks.slice(0, MOST_TASKS).join(', ')}
          {content.tasks.length > MOST_TASKS ? ' …' : ''}. Double-click to go inside.
        </div>
      )
    case 'steps':
      return content.shown.graph.lanes.length === 0 ? (
        <div className={styles.stub} data-stub="empty">
          No steps yet. Double-click to go inside and add some.
        </div>
      ) : null
  }
}
