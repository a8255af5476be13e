import {
  getGatewayConfig,
  getInfo,
  getUserInfo,
  getVersion,
  type Send,
  type UserInfo,
} from '../../src/client/index.ts'
import type { ClusterAccount, ClusterLink } from '../store/index.ts'
import type { TokenKeeper } from './token-keeper.ts'

export interface Lines {
  /** To the gateway itself. */
  readonly gateway: Send
  /** Through it, to Argo. */
  readonly argo: Send
}

/** What one round of questions brings to light. */
export interface Findings {
  readonly link: ClusterLink
  readonly account: ClusterAccount
  readonly managedNamespace: string | undefined
}

/** Asks the gateway whom it speaks to, and that server who it is, what it manages, and who we are. Never fails. */
export async function findOut(
  { gateway, argo: send }: Lines,
  tokens: TokenKeeper,
  before: ClusterLink,
): Promise<Findings> {
  const nobody = { account: { kind: 'unknown' }, managedNamespace: undefined } as const
  const config = await getGatewayConfig({ send: gateway })
  if (!config.ok) {
    // A gateway that was there has gone; without one, the page comes from somewhere else.
    const had = before.kind === 'connected' || before.kind === 'down' ? before.argo : undefined
    return had === undefined
      ? { ...nobody, link: { kind: 'no-gateway' } }
      : { ...nobody, link: { kind: 'down', argo: had, problem: config.error } }
  }
  const { argo } = config.value
  if (argo === null) return { ...nobody, link: { kind: 'no-server' } }
  tokens.serve(argo)
  const token = tokens.token()
  const [version, info, user] = await Promise.all([
    getVersion({ send, token }),
    getInfo({ send, token }),
    getUserInfo({ send, token }),
  ])
  const isThere = version.ok || isAnswer(version.error.kind)
  return {
    link: isThere
      ? { kind: 'connected', argo, version: version.ok ? version.value.version : undefined }
      : { kind: 'down', argo, problem: version.error },
    account: isThere ? accountOf(user, token, tokens.isKept()) : nobody.account,
    managedNamespace: info.ok ? info.value.managedNamespace : undefined,
  }
}

/** Whether a refusal shows all the same that Argo is there. */
function isAnswer(kind: string): boolean {
  return ['unauthorized', 'forbidden', 'rate-limited'].includes(kind)
}

function accountOf(
  user: Awaited<ReturnType<typeof getUserInfo>>,
  token: string | undefined,
  kept: boolean,
): ClusterAccount {
  if (!user.ok && user.error.kind === 'unauthorized') return { kind: 'wanted' }
  const info: UserInfo | undefined = user.ok ? user.value : undefined
  if (token === undefined) return { kind: 'open', user: info }
  return {
    kind: 'signed-in',
    user: info,
    kept,
    doubt: user.ok ? undefined : user.error.message,
  }
}
