import { MessageSquare } from 'lucide-react'
import { calledTemplate, nodeAt, nodePlaceOf } from '../../../src/argo/index.ts'
import type { Path } from '../../../src/base/index.ts'
import { mayBeFor, type Mock } from '../../../src/simulate/index.ts'
import { doingOf } from '../../mocks/doing.ts'
import { useMocks } from '../../mocks/settings.ts'
import { mockWords } from '../../mocks/words.ts'
import { useSceneOf, type Scene } from '../../store/index.ts'
import styles from './MockSign.module.css'

/** A quiet sign on a card: it was said what its step gives in dry runs. */
export function MockSign({ path }: { readonly path: (scene: Scene) => Path | undefined }) {
  const mocks = useMocks()
  return mocks.length === 0 ? null : <Sign mocks={mocks} path={path} />
}

function Sign({
  mocks,
  path,
}: {
  readonly mocks: readonly Mock[]
  readonly path: (scene: Scene) => Path | undefined
}) {
  const words = useSceneOf((scene) => signWords(scene, path(scene), mocks))
  if (words === undefined) return null
  return (
    <span className={styles.sign} role="img" aria-label={words} title={words}>
      <MessageSquare aria-hidden />
    </span>
  )
}

function signWords(
  { manifest }: Scene,
  path: Path | undefined,
  mocks: readonly Mock[],
): string | undefined {
  const place = path && nodePlaceOf(manifest, path)
  const step = place && nodeAt(manifest, place)
  if (step?.name === undefined) return undefined
  const said = mocks.filter((mock) => mayBeFor(mock, { step: step.name, template: step.template }))
  if (said.length === 0) return undefined
  const called = calledTemplate(manifest, step)
  const doing = called && doingOf(called)
  if (doing?.kind === 'calls') return undefined
  const instead = doing?.kind === 'runs' ? `, and its ${doing.language} does not run` : ''
  return `In dry runs it ${said.map(mockWords).join('; ')}${instead}`
}
