import type { TemplateView } from '../argo/index.ts'
import { itemsOf, valueOf, type YamlNode } from '../yaml/index.ts'
import type { CardChip } from './model.ts'

const known = new WeakMap<TemplateView, readonly CardChip[]>()
const none: readonly CardChip[] = []

/** What is special about how the called template runs, worked out once however many steps call it. */
export function calledChips(called: TemplateView | undefined): readonly CardChip[] {
  if (called === undefined) return none
  const found = known.get(called)
  if (found !== undefined) return found
  const { node } = called
  const chips = [
    ...retryChip(valueOf(node, 'retryStrategy')),
    ...timeoutChip(text(node, 'timeout'), text(node, 'activeDeadlineSeconds')),
    ...daemonChip(text(node, 'daemon')),
    ...memoizeChip(valueOf(node, 'memoize')),
    ...locksChip(valueOf(node, 'synchronization')),
  ]
  const made = chips.length === 0 ? none : chips
  known.set(called, made)
  return made
}

function retryChip(retry: YamlNode | undefined): CardChip[] {
  if (retry === undefined) return []
  const limit = text(retry, 'limit')
  const policy = text(retry, 'retryPolicy')
  const isNumber = limit !== undefined && /^\d+$/.test(limit)
  const times = isNumber ? ` up to ${limit} ${limit === '1' ? 'time' : 'times'}` : ''
  const when = policies[policy ?? ''] ?? 'when it fails'
  return [
    {
      kind: 'retry',
      text: isNumber ? `${limit} ${limit === '1' ? 'retry' : 'retries'}` : 'retries',
      words: `its template is tried again${times} ${when}`,
    },
  ]
}

const policies: Readonly<Partial<Record<string, string>>> = {
  Always: 'on any failure or error',
  OnError: 'on errors',
  OnTransientError: 'on transient errors',
}

function timeoutChip(timeout: string | undefined, deadline: string | undefined): CardChip[] {
  const words = [
    ...(timeout === undefined ? [] : [`fails when it is not done after ${timeout}`]),
    ...(deadline === undefined ? [] : [`may run for ${deadline} seconds`]),
  ]
  const first = timeout ?? (deadline === undefined ? undefined : `${deadline} s`)
  return first === undefined
    ? []
    : [{ kind: 'timeout', text: first, words: `its template ${words.join(' and ')}` }]
}

function daemonChip(daemon: string | undefined): CardChip[] {
  if (daemon !== 'true') return []
  return [{ kind: 'daemon', text: 'daemon', words: 'runs on beside what comes after it' }]
}

function memoizeChip(memoize: YamlNode | undefined): CardChip[] {
  if (memoize === undefined) return []
  const cache = text(valueOf(valueOf(memoize, 'cache'), 'configMap'), 'name')
  const parts = [
    ...(cache === undefined ? [] : [`in the cache ${cache}`]),
    ...(text(memoize, 'key') === undefined ? [] : [`under ${text(memoize, 'key') ?? ''}`]),
    ...(text(memoize, 'maxAge') === undefined ? [] : [`for ${text(memoize, 'maxAge') ?? ''}`]),
  ]
  return [{ kind: 'memoize', text: 'cached', words: ['its outputs are kept', ...parts].join(' ') }]
}

/** Both spellings: one lock, and since Argo 3.6 lists of them. */
function locksChip(synchronization: YamlNode | undefined): CardChip[] {
  if (synchronization === undefined) return []
  const all = (one: string, many: string): readonly YamlNode[] => [
    ...[valueOf(synchronization, one)].flatMap((node) => node ?? []),
    ...itemsOf(valueOf(synchronization, many)),
  ]
  const locks = [
    ...all('mutex', 'mutexes').map((node) => `the mutex ${text(node, 'name') ?? '?'}`),
    ...all('semaphore', 'semaphores').map((node) => `the semaphore ${semaphoreName(node)}`),
  ]
  if (locks.length === 0) return []
  return [
    {
      kind: 'locks',
      text: locks.length === 1 ? 'lock' : `${String(locks.length)} locks`,
      words: `waits for ${locks.join(' and ')}`,
    },
  ]
}

function semaphoreName(node: YamlNode): string {
  const source = valueOf(node, 'configMapKeyRef') ?? valueOf(node, 'database')
  const parts = [text(source, 'name'), text(source, 'key')].filter((part) => part !== undefined)
  return parts.length === 0 ? '?' : parts.join(' / ')
}

function text(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueOf(node, key)
  return value?.kind === 'scalar' && value.value !== '' ? value.value : undefined
}
