import { LineIndex } from '../../src/base/index.ts'
import { useActions, useDesigner, useSceneOf } from '../store/index.ts'
import { Banner, Button, useLasting } from '../ui/index.ts'
import styles from './Canvas.module.css'

/**
 * Says, while the text does not parse, why that is and where. It lies over the picture, and waits: most text that does not parse is half
 * typed.
 */
export function StaleBanner() {
  const designer = useDesigner()
  const isStale = useSceneOf((scene) => scene.isStale)
  const problem = useSceneOf((scene) => scene.problems.find(({ severity }) => severity === 'error'))
  const actions = useActions()
  const isShown = useLasting(isStale, 300)
  if (!isShown || problem === undefined) return null
  const { text } = designer.session.state
  const { line } = new LineIndex(text).at(problem.range.from)
  return (
    <div className={styles.banner}>
      <Banner
        tone="danger"
        actions={
          <Button size="sm" onClick={() => actions.selectRanges([problem.range])}>
            Go to line {line}
          </Button>
        }
      >
        Line {line}: {problem.message} The picture is from before that.
      </Banner>
    </div>
  )
}
