import { FileQuestion } from 'lucide-react'
import { useEffect, useMemo, type ReactNode } from 'react'
import { templateIndex } from '../../src/argo/index.ts'
import {
  createDesigner,
  DesignerContext,
  ProblemsContext,
  referenceWords,
  useActions,
  useClusterActions,
  useScene,
  whereabouts,
  type Designer,
  type OpenSource,
  type Scene,
  type Whereabouts,
} from '../store/index.ts'
import { Banner, Button, EmptyState } from '../ui/index.ts'
import styles from './Canvas.module.css'
import { RunInPlace } from './RunInPlace.tsx'

/** A workflow that has its templates in another manifest: the picture of that one, to look at; or why it is not known. */
export function Referenced({ children }: { readonly children: ReactNode }) {
  const scene = useScene()
  const actions = useActions()
  const { lookAgain } = useClusterActions()
  const { workflowTemplateRef: name, workflowTemplateScope: clusterScope } = scene.manifest.spec
  const reference = { name, clusterScope }
  const { found, text, open, mayAsk } = whereabouts(scene, reference)
  const words = referenceWords(reference)
  if (found.status !== 'found')
    return (
      <div className={styles.nothing}>
        <EmptyState
          icon={<FileQuestion />}
          title={`This workflow runs the ${words}`}
          actions={
            mayAsk && <Button onClick={() => void lookAgain()}>Ask the cluster again</Button>
          }
        >
          {text ?? 'It does not say yet which one.'}
        </EmptyState>
      </div>
    )
  return (
    <div className={styles.referenced}>
      <Banner
        actions={
          <Button size="sm" onClick={() => actions.followReference(reference)}>
            {open}
          </Button>
        }
      >
        {`This workflow runs the ${words}. Below is how that looks, to be edited there.`}
      </Banner>
      <Inside found={found} words={words}>
        {children}
      </Inside>
    </div>
  )
}

function Inside({
  found,
  words,
  children,
}: {
  readonly found: Extract<Whereabouts['found'], { readonly status: 'found' }>
  readonly words: string
  readonly children: ReactNode
}) {
  const { sources, manifest } = useScene()
  const actions = useActions()
  const { source, document } = found
  const { entrypoint } = manifest.spec
  const designer = useMemo(
    () => lookingAt({ source, document }, words, entrypoint, sources),
    // Other files than that one change what is drawn by what they hold, not by the keys typed in them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [source.tree, document, words, entrypoint],
  )
  useEffect(
    () =>
      designer.view.subscribe(({ notice }, before) => {
        if (notice !== undefined && notice !== before.notice) actions.notify(notice)
      }),
    [designer, actions],
  )
  return (
    <DesignerContext value={designer}>
      <ProblemsContext value={undefined}>{children}</ProblemsContext>
      <RunInPlace designer={designer} />
    </DesignerContext>
  )
}

/** What no open file is known by. */
const FOREIGN = -1

/** A designer that shows another manifest and changes nothing. Where the workflow says where to begin, that is what it shows. */
function lookingAt(
  { source, document }: { readonly source: OpenSource; readonly document: number },
  words: string,
  entrypoint: string | undefined,
  sources: Scene['sources'],
): Designer {
  const origin = source.origin ?? source.name
  const designer = createDesigner({ name: `The ${words}`, origin }, source.tree.text, () => 0)
  const library = sources.map((one) => ({
    id: undefined,
    name: one.name,
    origin: one.origin ?? one.name,
    tree: one.tree,
  }))
  // Known by the number that it has among the open files, so that a run is found that is of it.
  const id = source.id ?? FOREIGN
  designer.workspace.store.setState({ library, order: [id], active: id })
  designer.actions.showDocument(document)
  const index = templateIndex(designer.scene().manifest, entrypoint)
  if (index !== undefined) designer.actions.showTemplate(index)
  return designer
}
