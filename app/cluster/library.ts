import {
  isManifestKind,
  manifestReferences,
  manifestText,
  readManifest,
  resolveTemplateRef,
  type ManifestReference,
} from '../../src/argo/index.ts'
import { getTemplate, type Send } from '../../src/client/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import {
  referenceKey,
  referenceWords,
  type Cluster,
  type ClusterState,
  type Designer,
  type LibraryGap,
  type OpenSource,
} from '../store/index.ts'
import { namespaceOf } from './namespaces.ts'

export interface LibraryPowers {
  readonly send: Send
  readonly token: () => string | undefined
  /** How long to wait after a change of the text, for a name that is still being typed, in milliseconds. */
  readonly pause: number
}

/** The templates of the cluster that the open files name: asked for by name, once for each server and namespace, and kept. */
export interface Library {
  /** Forgets what was asked, and asks again. */
  readonly askAgain: () => void
}

type Answer =
  | { readonly kind: 'found'; readonly source: OpenSource }
  | { readonly kind: 'gap'; readonly gap: LibraryGap }

/** A name in a file, and where the cluster has it. */
interface Wanted {
  readonly reference: ManifestReference
  /** Which namespace the file says; nothing where it says none. */
  readonly said: string | undefined
  readonly namespace: string
  readonly key: string
}

const AT_ONCE = 4
/** A file that names more than these is no work of a person's. */
const MOST = 200

/** Follows the open files and the connection. The store of the designer gets what was found, and why other things were not. */
export function createLibrary(
  designer: Designer,
  cluster: Cluster['store'],
  { send, token, pause }: LibraryPowers,
): Library {
  const { workspace } = designer
  const answers = new Map<string, Answer>()
  let queue: readonly Wanted[] = []
  let running = 0
  /** Answers to questions of before a change of the account or server are dropped. */
  let round = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  const ask = async (wanted: Wanted): Promise<void> => {
    const asked = round
    running += 1
    const answer = await fetchTemplate(send, token(), wanted)
    running -= 1
    if (asked === round) {
      answers.set(wanted.key, answer)
      update()
    } else pump()
  }
  const pump = (): void => {
    while (running < AT_ONCE) {
      const [next, ...rest] = queue
      if (next === undefined) return
      queue = rest
      void ask(next)
    }
  }

  const answerTo = (wanted: Wanted, { link, account }: ClusterState): Answer => {
    const known = answers.get(wanted.key)
    if (known !== undefined) return known
    const words = referenceWords(wanted.reference)
    if (link.kind === 'down') return gap('failed', `${words} is not open. ${link.problem.message}`)
    if (account.kind === 'wanted')
      return gap('forbidden', `${words} is not open, and Argo wants a token to show it: sign in.`)
    if (answers.size >= MOST)
      return gap('failed', `${words} is not open. Only ${String(MOST)} templates are asked for.`)
    const asking = gap('asking', `Looking for ${words} in the cluster.`)
    answers.set(wanted.key, asking)
    queue = [...queue, wanted]
    return asking
  }

  const update = (): void => {
    clearTimeout(waiting)
    waiting = undefined
    const state = cluster.getState()
    const { link } = state
    const library: OpenSource[] = []
    const gaps = new Map<string, LibraryGap>()
    if (link.kind === 'connected' || link.kind === 'down') {
      for (const wanted of wantedOf(designer, state, link.argo)) {
        const answer = answerTo(wanted, state)
        if (answer.kind === 'found') library.push(answer.source)
        else gaps.set(referenceKey(wanted.reference, wanted.said), answer.gap)
      }
    }
    const before = workspace.store.getState()
    if (!sameList(before.library, library) || !sameMap(before.gaps, gaps))
      workspace.store.setState({ library, gaps })
    pump()
  }
  const soon = (): void => {
    if (cluster.getState().link.kind !== 'connected') return update()
    clearTimeout(waiting)
    waiting = setTimeout(update, pause)
  }
  /** What was found stays good; what was not may be there by now. */
  const forget = (isAll = false): void => {
    round += 1
    queue = []
    for (const [key, { kind }] of answers) if (isAll || kind === 'gap') answers.delete(key)
  }

  designer.document.subscribe((now, before) => {
    if (now.state.text !== before.state.text) soon()
  })
  workspace.store.subscribe((now, before) => {
    if (now.order !== before.order || now.parked !== before.parked) soon()
  })
  cluster.subscribe((now, before) => {
    const isOther =
      now.link !== before.link ||
      now.account !== before.account ||
      now.submitted !== before.submitted
    if (isOther) forget()
    const moved =
      now.namespaces !== before.namespaces || now.managedNamespace !== before.managedNamespace
    if (isOther || moved) update()
  })
  return {
    askAgain() {
      forget(true)
      update()
    },
  }
}

/** What the open files name and do not have among them. */
function wantedOf(designer: Designer, state: ClusterState, argo: string): readonly Wanted[] {
  const files = designer.workspace.entries()
  const usual = namespaceOf({
    manifest: undefined,
    chosen: state.namespaces,
    managed: state.managedNamespace,
    account: undefined,
  })
  const wanted = new Map<string, Wanted>()
  for (const { tree } of files) {
    for (const root of tree.documents) {
      const manifest = readManifest(root)
      if (!isManifestKind(manifest.kind)) continue
      for (const reference of manifestReferences(manifest)) {
        const { namespace: said } = manifest
        if (resolveTemplateRef(files, reference, said).status !== 'unknown') continue
        const namespace = said ?? usual
        const place = reference.clusterScope ? '' : namespace
        const key = JSON.stringify([argo, place, reference.clusterScope, reference.name])
        wanted.set(referenceKey(reference, said), { reference, said, namespace, key })
      }
    }
  }
  return [...wanted.values()]
}

async function fetchTemplate(
  send: Send,
  token: string | undefined,
  { reference, namespace }: Wanted,
): Promise<Answer> {
  const { clusterScope, name = '' } = reference
  const kind = clusterScope ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'
  const words = referenceWords(reference)
  const got = await getTemplate({ send, token, kind, namespace, name })
  if (!got.ok) {
    const { kind: why, message } = got.error
    if (why === 'not-found')
      return gap(
        'missing',
        clusterScope
          ? `The cluster has no ${words}.`
          : `Namespace ${namespace} of the cluster has no ${words}.`,
      )
    const isForbidden = why === 'forbidden' || why === 'unauthorized'
    return gap(isForbidden ? 'forbidden' : 'failed', message)
  }
  const text = manifestText(kind, got.value)
  const tree = text === undefined ? undefined : parseTree(text)
  if (tree === undefined || tree.problems.some(({ severity }) => severity === 'error'))
    return gap('failed', `${words} is in the cluster, but too large or too deep to be shown here.`)
  const origin = clusterScope ? 'the cluster' : `namespace ${namespace} of the cluster`
  return { kind: 'found', source: { id: undefined, name: `${name}.yaml`, origin, tree } }
}

function gap(kind: LibraryGap['kind'], text: string): Extract<Answer, { kind: 'gap' }> {
  return { kind: 'gap', gap: { kind, text } }
}

function sameList(a: readonly OpenSource[], b: readonly OpenSource[]): boolean {
  return a.length === b.length && a.every((source, index) => source === b[index])
}

function sameMap(a: ReadonlyMap<string, LibraryGap>, b: ReadonlyMap<string, LibraryGap>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}
