import { List, Wrench } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { Path } from '../../../src/base/index.ts'
import { problemCodes, type Problem } from '../../../src/validate/index.ts'
import {
  ignoreProblem,
  mend,
  problemsWithin,
  useDesigner,
  useProblemSource,
  type Scene,
} from '../../store/index.ts'
import { Button, ToneIcon } from '../../ui/index.ts'
import styles from './ProblemPopover.module.css'

const TONE = { error: 'danger', warning: 'warning', info: 'info' } as const
/** More are for the list. */
const SHOWN = 6

/** What is wrong with a thing of the canvas, each problem with what mends it. */
export function ProblemPopover({
  path,
  what,
  onDone,
}: {
  readonly path: (scene: Scene) => Path | undefined
  readonly what: string
  readonly onDone: () => void
}) {
  const designer = useDesigner()
  const source = useProblemSource()
  const { list } = useSyncExternalStore(source.subscribe, source.getSnapshot)
  const scene = designer.scene()
  const { document, lock } = scene
  const at = path(scene)
  const found = at === undefined ? [] : problemsWithin(list, document, at)
  const act = (run: () => void) => () => {
    run()
    onDone()
  }
  return (
    <div className={styles.list}>
      <h2 className={styles.title}>Problems of {what}</h2>
      <ul>
        {found.slice(0, SHOWN).map((problem, index) => (
          <li key={index} className={styles.problem}>
            <p className={styles.message}>
              <span className={styles.tone} data-tone={TONE[problem.severity]}>
                <ToneIcon tone={TONE[problem.severity]} />
              </span>
              <span>
                {problem.message}{' '}
                <span className={styles.code} title={problemCodes[problem.code].about}>
                  {problem.code}
                </span>
              </span>
            </p>
            <div className={styles.actions}>
              {(problem.fixes ?? []).map((fix) => (
                <Button
                  key={fix.title}
                  size="sm"
                  icon={<Wrench />}
                  disabled={lock !== undefined}
                  onClick={act(() => mend(designer, source, problem, fix))}
                >
                  {fix.title}
                </Button>
              ))}
              <Button
                size="sm"
                variant="ghost"
                label={`Show in the YAML: ${problem.message}`}
                onClick={act(() => designer.actions.goToProblem(problem, { focus: true }))}
              >
                Show
              </Button>
              <Button
                size="sm"
                variant="ghost"
                label={`Turn off here, by a comment: ${problem.code}`}
                disabled={lock !== undefined}
                onClick={act(() => ignoreProblem(designer, source, problem, 'here'))}
              >
                Turn off here
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <footer className={styles.footer}>
        <span className={styles.more}>{moreWords(found)}</span>
        <Button
          size="sm"
          variant="ghost"
          icon={<List />}
          onClick={act(() => {
            if (at !== undefined) designer.actions.openBottom('problems', { document, path: at })
          })}
        >
          Show in the list
        </Button>
      </footer>
    </div>
  )
}

function moreWords({ length }: readonly Problem[]): string {
  if (length === 0) return 'Nothing is wrong any more.'
  return length > SHOWN ? `and ${String(length - SHOWN)} more` : ''
}
