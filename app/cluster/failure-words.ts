import { assertNever } from '../../src/base/index.ts'
import type { ClientProblem, MessagePlace } from '../../src/client/index.ts'
import type { SubmitTarget } from '../store/index.ts'

/** What a failed submission says at its head, and what can be done about it from there. */
export interface FailureWords {
  readonly title: string
  readonly tone: 'danger' | 'warning'
  /** The button that helps most; every failure can be dismissed or sent again. */
  readonly remedy: 'sign-in' | 'look' | 'namespace' | undefined
}

/** The words for a failure. Each kind has its own, so that a person sees at a glance whose turn it is. */
export function failureWords(problem: ClientProblem, { kind }: SubmitTarget): FailureWords {
  switch (problem.kind) {
    case 'invalid':
      return { title: `Argo refused this ${kind}`, tone: 'danger', remedy: undefined }
    case 'unauthorized':
      return { title: 'Sign in to submit', tone: 'warning', remedy: 'sign-in' }
    case 'forbidden':
      return { title: 'This account may not do that', tone: 'danger', remedy: 'sign-in' }
    case 'conflict':
      return { title: 'The name is taken', tone: 'danger', remedy: 'look' }
    case 'not-found':
      return { title: 'Argo does not find it', tone: 'danger', remedy: undefined }
    case 'rate-limited':
      return { title: 'Argo is busy', tone: 'warning', remedy: undefined }
    case 'too-large':
      return { title: `This ${kind} is too large`, tone: 'danger', remedy: undefined }
    case 'timeout':
      return { title: 'No answer in time', tone: 'warning', remedy: 'look' }
    case 'unreachable':
      return { title: 'Argo cannot be reached', tone: 'danger', remedy: undefined }
    case 'server-error':
      return { title: 'Argo failed', tone: 'danger', remedy: undefined }
    case 'not-argo':
      return { title: 'That was no answer of Argo’s', tone: 'danger', remedy: undefined }
    default:
      return assertNever(problem.kind)
  }
}

/**
 * What a failure is about. Argo's wording tells, but for a name that is taken, where the kind of the failure does; a tag that
 * could not be resolved is the closest place there is, wherever the message names it.
 */
export function placeOfFailure({
  kind,
  place,
  serverMessage,
}: ClientProblem): MessagePlace | undefined {
  if (kind === 'conflict') return { specPath: ['metadata', 'name'] }
  const variable = /failed to resolve \{\{\s*(.*?)\s*\}\}/.exec(serverMessage ?? '')?.[1]
  return place && variable !== undefined ? { variable, ...place } : place
}

/** A message in three parts, the middle one being the server's own words; the last one begins a sentence. */
export function splitMessage({
  message,
  serverMessage,
}: ClientProblem): readonly [string, string, string] {
  const at = serverMessage === undefined ? -1 : message.indexOf(serverMessage)
  if (serverMessage === undefined || at < 0) return [message, '', '']
  const after = message.slice(at + serverMessage.length).replace(/^[).\s]+/, '')
  return [message.slice(0, at), serverMessage, after]
}
