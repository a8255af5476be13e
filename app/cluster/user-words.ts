import type { UserInfo } from '../../src/client/index.ts'

/** What to call an account: the shortest thing that tells people apart. */
export function userName(user: UserInfo | undefined): string | undefined {
  return user?.name ?? user?.email ?? user?.serviceAccountName ?? user?.subject
}

/** All that is known of an account, in lines of name and value. */
export function userFacts(user: UserInfo | undefined): readonly (readonly [string, string])[] {
  if (user === undefined) return []
  const account =
    user.serviceAccountName === undefined
      ? undefined
      : [user.serviceAccountNamespace, user.serviceAccountName].filter(Boolean).join('/')
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Name', user.name],
    ['Email', user.email],
    ['Subject', user.subject],
    ['Service account', account],
    ['Groups', user.groups.length === 0 ? undefined : user.groups.join(', ')],
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}
