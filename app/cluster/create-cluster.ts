import {
  checkNamespace,
  createManifest,
  getUserInfo,
  workflowPageUrl,
} from '../../src/client/index.ts'
import type { Result } from '../../src/base/index.ts'
import type { ApiAccess, ClientProblem, Created } from '../../src/client/index.ts'
import {
  createClusterStore,
  type Cluster,
  type ClusterActions,
  type Designer,
  type SubmitFinding,
  type Submitted,
} from '../store/index.ts'
import { findOut, type Lines } from './connection.ts'
import type { KeptText } from '../platform/index.ts'
import { createLibrary } from './library.ts'
import { rememberedNamespaces, rememberNamespace } from './namespaces.ts'
import { prepare, type Prepared } from './prepare.ts'
import { nextSubmission, type SubmissionEvent } from './submission.ts'
import { createTokenKeeper } from './token-keeper.ts'
import { accountNamespace, argoOf } from './cluster-facts.ts'

/** What a cluster needs of the browser and of the rest of the designer. */
export interface ClusterPowers extends Lines {
  /** Of this tab: where a token is kept if the person asks for it. */
  readonly session: KeptText
  /** Of this browser: where choices of namespaces are kept, by server. */
  readonly local: KeptText
  readonly now: () => number
  /** How long the text has to rest before the server is asked for what it names, in milliseconds; half a second without it. */
  readonly pause?: number
  /** What the checks of the designer call errors in the document that is drawn. */
  readonly errors: () => readonly SubmitFinding[]
}

/** Two clicks on one impulse are closer than this. */
const ONE_IMPULSE = 500

/** The way from the designer to Argo: who and where it is, and what is sent there. Asks nothing until told to. */
export function createCluster(designer: Designer, powers: ClusterPowers): Cluster {
  const store = createClusterStore()
  const { getState: get, setState: set } = store
  const tokens = createTokenKeeper(powers.session)
  const step = (event: SubmissionEvent): void => {
    set(({ submission }) => ({ submission: nextSubmission(submission, event) }))
  }
  const library = createLibrary(designer, store, {
    send: powers.argo,
    token: () => tokens.token(),
    pause: powers.pause ?? 500,
  })
  let connecting: Promise<void> | undefined
  let lastId = 0
  let flight: AbortController | undefined
  let lastSent:
    { readonly at: number; readonly text: string; readonly document: number } | undefined

  designer.session.subscribe(() => {
    const { submission } = get()
    if (submission.kind === 'created' && designer.session.state.text !== lastSent?.text)
      step({ type: 'edited' })
  })

  const look = async (): Promise<void> => {
    set({ checking: true })
    const { link, account, managedNamespace } = await findOut(powers, tokens, get().link)
    const argo = 'argo' in link ? link.argo : undefined
    if (link.kind === 'connected' && get().submission.kind === 'not-connected')
      step({ type: 'dismiss' })
    set({
      checking: false,
      link,
      account,
      managedNamespace,
      ...(argo !== undefined && { namespaces: rememberedNamespaces(powers.local, argo) }),
    })
  }
  const connect = (): Promise<void> => {
    connecting ??= look().finally(() => (connecting = undefined))
    return connecting
  }

  const ready = (anyway: boolean): Prepared => {
    const { namespaces, managedNamespace, account } = get()
    return prepare(designer.scene(), {
      namespaces: {
        chosen: namespaces,
        managed: managedNamespace,
        account: accountNamespace(account),
      },
      drafts: [...designer.view.getState().drafts.keys()],
      errors: powers.errors(),
      anyway,
    })
  }

  const remember = (created: Created): Submitted => {
    const argo = argoOf(get().link)
    const url =
      argo === undefined
        ? undefined
        : workflowPageUrl(argo, created.namespace, created.name, created.kind)
    return { id: lastId, created, url, at: powers.now() }
  }

  const send = async ({ manifest, target }: Extract<Prepared, { kind: 'ready' }>) => {
    const { text } = designer.session.state
    const id = ++lastId
    const stop = new AbortController()
    flight = stop
    lastSent = { at: powers.now(), text, document: target.document }
    step({ type: 'send', id, target })
    const result = await createManifest({
      send: powers.argo,
      token: tokens.token(),
      signal: stop.signal,
      namespace: target.namespace ?? '',
      manifest,
    })
    if (stop.signal.aborted) return
    if (result.ok) {
      const done = remember(result.value)
      step({ type: 'created', id, done })
      set(({ submitted }) => ({ submitted: [done, ...submitted] }))
      if (get().link.kind === 'down') void connect()
      return
    }
    const problem = result.error
    step({ type: 'failed', id, problem, text })
    if (problem.kind === 'unauthorized') wantSignIn()
    if (problem.kind === 'unreachable') void connect()
  }

  const access = (): ApiAccess => ({ send: powers.argo, token: tokens.token() })
  /** Who may not read signs in, as who may not send. */
  const refusedToo = <T>(result: Result<T, ClientProblem>): Result<T, ClientProblem> => {
    if (!result.ok && result.error.kind === 'unauthorized') wantSignIn()
    return result
  }
  const wantSignIn = (): void => {
    set({ account: { kind: 'wanted' }, signInOpen: true, signInProblem: undefined })
  }

  const isOneImpulse = (): boolean =>
    lastSent?.text === designer.session.state.text &&
    lastSent.document === designer.scene().document &&
    powers.now() - lastSent.at < ONE_IMPULSE

  const actions: ClusterActions = {
    connect,
    chooseNamespace(namespace) {
      const checked = checkNamespace(namespace.trim())
      if (!checked.ok) return checked.error
      const argo = argoOf(get().link)
      set({
        namespaces:
          argo === undefined
            ? [checked.value]
            : rememberNamespace(powers.local, argo, checked.value),
      })
      return undefined
    },
    openSignIn(open) {
      set({ signInOpen: open, ...(!open && { signInProblem: undefined }) })
    },
    async signIn(token, keep) {
      if (token.trim() === '') {
        set({ signInProblem: 'Paste a token first: `argo auth token` prints one.' })
        return
      }
      if (get().signingIn) return
      set({ signingIn: true, signInProblem: undefined })
      const user = await getUserInfo({ send: powers.argo, token })
      if (!user.ok && user.error.kind === 'unauthorized') {
        set({ signingIn: false, signInProblem: user.error.message })
        return
      }
      tokens.hold(token.trim(), keep)
      set({
        signingIn: false,
        signInOpen: false,
        account: {
          kind: 'signed-in',
          user: user.ok ? user.value : undefined,
          kept: tokens.isKept(),
          doubt: user.ok ? undefined : user.error.message,
        },
      })
      await connect()
    },
    keepToken(keep) {
      const { account } = get()
      tokens.keep(keep)
      if (account.kind === 'signed-in') set({ account: { ...account, kept: tokens.isKept() } })
    },
    async signOut() {
      tokens.forget()
      set({ account: { kind: 'unknown' }, signInProblem: undefined })
      await connect()
    },
    async submit({ anyway = false } = {}) {
      if (get().submission.kind === 'sending') return
      if (get().link.kind === 'unknown') await connect()
      const { link, submission } = get()
      if (link.kind === 'no-server' || link.kind === 'no-gateway') {
        step({ type: 'no-server' })
        return
      }
      if (submission.kind === 'created' && isOneImpulse()) return
      const prepared = ready(anyway)
      if (prepared.kind === 'blocked') {
        step({ type: 'block', findings: prepared.findings, overridable: prepared.overridable })
        return
      }
      if (get().submission.kind === 'sending') return
      await send(prepared)
    },
    cancel() {
      flight?.abort()
      step({ type: 'cancel' })
    },
    dismiss() {
      step({ type: 'dismiss' })
    },
    async listRuns() {
      const { listRuns } = await import('./earlier-runs.ts')
      return refusedToo(await listRuns(designer.scene(), get(), access()))
    },
    async readRun(run) {
      const { readRun } = await import('./earlier-runs.ts')
      return refusedToo(await readRun(run, access()))
    },
    async lookAgain() {
      if (get().link.kind !== 'connected') await connect()
      library.askAgain()
    },
  }
  return { store, actions }
}
