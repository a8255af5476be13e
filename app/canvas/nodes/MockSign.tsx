import { MessageSquare } from 'lucide-react'
import type { Path } from '../../../src/base/index.ts'
import type { Mock } from '../../../src/simulate/index.ts'
import { useMocks } from '../../mocks/settings.ts'
import { signWords } from '../../mocks/sign-words.ts'
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
  const words = useSceneOf((scene) => signWords(scene.manifest, path(scene), mocks))
  if (words === undefined) return null
  return (
    <span className={styles.sign} role="img" aria-label={words} title={words}>
      <MessageSquare aria-hidden />
    </span>
  )
}
