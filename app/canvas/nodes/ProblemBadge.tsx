import { CircleAlert, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Path } from '../../../src/base/index.ts'
import {
  problemWords,
  useDesigner,
  useProblemsOf,
  type ProblemCounts,
  type Scene,
} from '../../store/index.ts'
import { CardPopover } from './CardPopover.tsx'
import styles from './ProblemBadge.module.css'

// It brings the rules and all commands, which nobody waits for.
const ProblemPopover = lazy(() =>
  import('./ProblemPopover.tsx').then((module) => ({ default: module.ProblemPopover })),
)

interface BadgeProps {
  /** Where the thing is in a scene. */
  readonly path: (scene: Scene) => Path | undefined
  readonly what: string
}

/**
 * How much is wrong with a step or lane, and in a calmer tone how much with the template that it calls, if that is given and not in sight. A click
 * says what, and what mends it.
 */
export function ProblemBadge({
  path,
  called,
  what,
}: BadgeProps & { readonly called?: ((scene: Scene) => Path | undefined) | undefined }) {
  return (
    <span className={styles.badges}>
      {called !== undefined && <Count path={called} what={`what ${what} calls`} isInside />}
      <Count path={path} what={what} />
    </span>
  )
}

function Count({ path, what, isInside = false }: BadgeProps & { readonly isInside?: boolean }) {
  const designer = useDesigner()
  const problems = useProblemsOf(
    () => designer.scene().document,
    () => path(designer.scene()),
  )
  return problems === undefined ? null : (
    <Badge problems={problems} path={path} what={what} isInside={isInside} />
  )
}

function Badge({
  problems,
  path,
  what,
  isInside,
}: BadgeProps & { readonly problems: ProblemCounts; readonly isInside: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const { errors, warnings, messages } = problems
  const Icon = errors > 0 ? CircleAlert : TriangleAlert
  return (
    <CardPopover
      label={`Problems of ${what}`}
      width={360}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className={`${styles.badge ?? ''} nopan`}
          data-problems={errors > 0 ? 'error' : 'warning'}
          data-inside={isInside || undefined}
          tabIndex={-1}
          title={messages.join('\n')}
          aria-label={`${problemWords(problems)} of ${what}: show`}
        >
          <Icon aria-hidden />
          {errors + warnings}
        </button>
      }
    >
      <Suspense>
        <ProblemPopover path={path} what={what} onDone={() => setOpen(false)} />
      </Suspense>
    </CardPopover>
  )
}
