import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ManifestKind } from '../../src/argo/index.ts'
import type { Result, TextRange } from '../../src/base/index.ts'
import type { ClientProblem, Created, UserInfo } from '../../src/client/index.ts'

/** What the designer knows of the Argo Server behind its gateway. */
export type ClusterLink =
  | { readonly kind: 'unknown' }
  /** The page does not come from Stepwright's gateway. */
  | { readonly kind: 'no-gateway' }
  /** The gateway was started without an Argo Server. */
  | { readonly kind: 'no-server' }
  | { readonly kind: 'connected'; readonly argo: string; readonly version: string | undefined }
  | { readonly kind: 'down'; readonly argo: string; readonly problem: ClientProblem }

/** Whom the server takes the person for. The token itself is not here: it is handed to requests and shown nowhere. */
export type ClusterAccount =
  | { readonly kind: 'unknown' }
  /** The server answers without a token. */
  | { readonly kind: 'open'; readonly user: UserInfo | undefined }
  | { readonly kind: 'wanted' }
  | {
      readonly kind: 'signed-in'
      readonly user: UserInfo | undefined
      /** Whether the token outlives a reload of this tab. */
      readonly kept: boolean
      /** Why nobody could say whose token it is. */
      readonly doubt: string | undefined
    }

/** What is to be created, and where. */
export interface SubmitTarget {
  readonly kind: ManifestKind
  /** Its name; one that ends in `…` is the beginning of a name that Argo will make. */
  readonly name: string | undefined
  /** The name that it is sure to have. */
  readonly fixedName: string | undefined
  /** Nothing for a ClusterWorkflowTemplate. */
  readonly namespace: string | undefined
  /** Index of the document of the file that is sent, and how many documents there are. */
  readonly document: number
  readonly documents: number
}

/** Something in the file that speaks against sending it. */
export interface SubmitFinding {
  readonly text: string
  readonly range: TextRange | undefined
}

/** The one submission that is going on, or what became of it. */
export type Submission =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-connected' }
  | {
      readonly kind: 'blocked'
      readonly findings: readonly SubmitFinding[]
      /** Whether it can be sent all the same, for Argo to judge. */
      readonly overridable: boolean
    }
  | { readonly kind: 'sending'; readonly id: number; readonly target: SubmitTarget }
  | { readonly kind: 'created'; readonly target: SubmitTarget; readonly done: Submitted }
  | {
      readonly kind: 'failed'
      readonly target: SubmitTarget
      readonly problem: ClientProblem
      /** The text that was sent, to tell whether it has changed since. */
      readonly text: string
    }
  | { readonly kind: 'stopped'; readonly target: SubmitTarget }

/** What was created in this session. */
export interface Submitted {
  readonly id: number
  readonly created: Created
  /** Argo's own page of it, when its address can be told. */
  readonly url: string | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A run of the cluster, from which durations may be taken. */
export interface ClusterRun {
  readonly name: string
  readonly namespace: string
  /** Empty before the controller has seen it. */
  readonly phase: string
  /** As Argo writes moments; nothing before it has started. */
  readonly startedAt: string | undefined
  /** Whether it was submitted from here in this session, is of the drawn workflow, or of another. */
  readonly kinship: 'submitted' | 'same' | 'other'
}

export interface ClusterState {
  readonly link: ClusterLink
  readonly account: ClusterAccount
  /** Whether the server is being asked who and where it is. */
  readonly checking: boolean
  /** The one namespace that the server manages, as it says. */
  readonly managedNamespace: string | undefined
  /** What the person chose for this server, newest first. */
  readonly namespaces: readonly string[]
  readonly signInOpen: boolean
  readonly signingIn: boolean
  readonly signInProblem: string | undefined
  readonly submission: Submission
  readonly submitted: readonly Submitted[]
}

/** What can be done with the server. The object is always the same one. */
export interface ClusterActions {
  /** Asks the gateway and the server anew. */
  readonly connect: () => Promise<void>
  /** Chooses where to create; a returned sentence refuses it. */
  readonly chooseNamespace: (namespace: string) => string | undefined
  readonly openSignIn: (open: boolean) => void
  /** Takes a token if the server does not refuse it; `keep` lets it outlive a reload of this tab. */
  readonly signIn: (token: string, keep: boolean) => Promise<void>
  readonly keepToken: (keep: boolean) => void
  readonly signOut: () => Promise<void>
  /** Sends the document that is drawn. While one is on its way nothing more is sent. */
  readonly submit: (options?: { readonly anyway?: boolean }) => Promise<void>
  readonly cancel: () => void
  readonly dismiss: () => void
  /** Asks the server once more for the templates that open files name. */
  readonly lookAgain: () => Promise<void>
  /** The latest runs in the namespace of the drawn document: those submitted from here, those of the same workflow, others. */
  readonly listRuns: () => Promise<Result<readonly ClusterRun[], ClientProblem>>
  /** A run with its nodes, as JSON. */
  readonly readRun: (
    run: Pick<ClusterRun, 'name' | 'namespace'>,
  ) => Promise<Result<string, ClientProblem>>
}

export interface Cluster {
  readonly store: StoreApi<ClusterState>
  readonly actions: ClusterActions
}

const initial: ClusterState = {
  link: { kind: 'unknown' },
  account: { kind: 'unknown' },
  checking: false,
  managedNamespace: undefined,
  namespaces: [],
  signInOpen: false,
  signingIn: false,
  signInProblem: undefined,
  submission: { kind: 'none' },
  submitted: [],
}

/** Makes the store of a cluster of which nothing is known yet. */
export function createClusterStore(): StoreApi<ClusterState> {
  return createStore<ClusterState>()(() => initial)
}

/** Holds the cluster for the tree of components below it. */
export const ClusterContext = createContext<Cluster | undefined>(undefined)

/** A part of what is known of the cluster. */
export function useCluster<T>(selector: (state: ClusterState) => T): T {
  return useStore(useTheCluster().store, selector)
}

/** The cluster's actions; always the same object. */
export function useClusterActions(): ClusterActions {
  return useTheCluster().actions
}

function useTheCluster(): Cluster {
  const cluster = useContext(ClusterContext)
  if (cluster === undefined) throw new Error('no cluster around this component')
  return cluster
}
