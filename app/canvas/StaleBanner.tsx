import { LineIndex } from '../../src/base/index.ts'
import { useActions, useDocument, useScene } from '../store/index.ts'
import { Banner, Button } from '../ui/index.ts'

/** Says, while the text does not parse, why that is and where. */
export function StaleBanner() {
  const { isStale, problems } = useScene()
  const text = useDocument(({ state }) => state.text)
  const actions = useActions()
  const problem = problems.find(({ severity }) => severity === 'error')
  if (!isStale || problem === undefined) return null
  const { line } = new LineIndex(text).at(problem.range.from)
  return (
    <Banner
      tone="danger"
      actions={
        <Button size="sm" onClick={() => actions.selectRanges([problem.range])}>
          Go to line {line}
        </Button>
      }
    >
      Line {line} does not parse: {problem.message} The picture is of the text before that.
    </Banner>
  )
}
