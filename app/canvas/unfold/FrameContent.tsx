import { recursionWords, type Unfolded } from '../../../src/graph/index.ts'
import { useDesigner } from '../../store/index.ts'
import { rectOfKey } from './nested-edits.ts'
import { canvasUi } from '../canvas-ui.ts'
import styles from './Unfold.module.css'

/** What an unfolded card says where it shows no cards. Those that it shows are nodes of their own, above the card. */
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
    case 'dag': {
      const { cards, kind } = content.shown.graph
      return cards.length === 0 ? (
        <div className={styles.stub} data-stub="empty">
          No {kind} yet. Double-click to go inside and add some.
        </div>
      ) : null
    }
    case 'steps':
      return content.shown.graph.lanes.length === 0 ? (
        <div className={styles.stub} data-stub="empty">
          No steps yet. Double-click to go inside and add some.
        </div>
      ) : null
  }
}
