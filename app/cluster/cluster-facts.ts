import type { ClusterAccount, ClusterLink } from '../store/index.ts'

/** The address of the Argo Server, if there is one. */
export function argoOf(link: ClusterLink): string | undefined {
  return link.kind === 'connected' || link.kind === 'down' ? link.argo : undefined
}

/** The namespace in which the account of the token lives. */
export function accountNamespace(account: ClusterAccount): string | undefined {
  return account.kind === 'open' || account.kind === 'signed-in'
    ? account.user?.serviceAccountNamespace
    : undefined
}

/** An address as short as it can be told from others: host and port, and a base path if there is one. */
export function shortAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const { host, pathname } = new URL(address)
  return host + (pathname === '/' ? '' : pathname.replace(/\/$/, ''))
}
