import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { Path } from '../../../src/base/index.ts'
import { useDesigner, useProblemsOf, type Scene } from '../../store/index.ts'
import styles from './ProblemBadge.module.css'

/** How much is wrong with a step or lane; a click lists it. `path` says where the thing is in a scene. */
export function ProblemBadge({
  path,
  what,
}: {
  readonly path: (scene: Scene) => Path | undefined
  readonly what: string
}) {
  const designer = useDesigner()
  const problems = useProblemsOf(
    () => designer.scene().document,
    () => path(designer.scene()),
  )
  if (problems === undefined) return null
  const { errors, warnings, messages } = problems
  const words = [
    ...(errors > 0 ? [`${String(errors)} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${String(warnings)} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ].join(', ')
  const Icon = errors > 0 ? CircleAlert : TriangleAlert
  return (
    <button
      type="button"
      className={`${styles.badge ?? ''} nopan`}
      data-problems={errors > 0 ? 'error' : 'warning'}
      tabIndex={-1}
      title={messages.join('\n')}
      aria-label={`${words} of ${what}: show`}
      onClick={() => {
        const { document } = designer.scene()
        const at = path(designer.scene())
        if (at !== undefined) designer.actions.openBottom('problems', { document, path: at })
      }}
    >
      <Icon aria-hidden />
      {errors + warnings}
    </button>
  )
}
