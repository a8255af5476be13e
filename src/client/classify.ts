import type { Err } from '../base/index.ts'
import { unsure, type CallContext } from './context.ts'
import { readGatewayAnswer } from './gateway-answer.ts'
import { isObject, parseJson, textAt } from './json.ts'
import { locateMessage } from './locate/locate-message.ts'
import { problem, type ClientProblem, type ClientProblemKind } from './problem.ts'
import type { ApiResponse } from './send.ts'

/**
 * Names the problem behind an answer that is no success. Argo answers errors with `{code, message}`, the code being
 * gRPC's; what the gateway itself refuses carries its own mark; all else is from something in between, or no Argo.
 */
export function classify(response: ApiResponse, context: CallContext): Err<ClientProblem> {
  const { status } = response
  const body = parseJson(response.body)
  const gateway = readGatewayAnswer(body)
  if (gateway !== undefined) {
    const doubt = gateway.kind === 'timeout' ? unsure(context.writes) : ''
    return problem(gateway.kind, gateway.message + doubt, { status })
  }
  const serverMessage = isObject(body)
    ? (textAt(body, 'message') ?? textAt(body, 'error'))
    : undefined
  const kind = kindOf(status, serverMessage)
  if (kind === 'not-argo') return notArgo(response, context.action)
  return problem(kind, sentence(kind, serverMessage, response, context), { serverMessage, status })
}

const tooLarge = /request (entity )?(is )?too large|larger than max/i

function kindOf(status: number, serverMessage: string | undefined): ClientProblemKind {
  if (status === 413 || (serverMessage !== undefined && tooLarge.test(serverMessage)))
    return 'too-large'
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'rate-limited'
  if (status === 502 || status === 503) return 'unreachable'
  if (status === 504 || status === 408) return 'timeout'
  if (serverMessage === undefined) return status >= 500 ? 'server-error' : 'not-argo'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  // Some of Argo's calls do not wrap what validation found, and it arrives as an error of the server (500, code 2).
  if (status >= 500) return locateMessage(serverMessage) === undefined ? 'server-error' : 'invalid'
  return status >= 400 ? 'invalid' : 'not-argo'
}

function sentence(
  kind: Exclude<ClientProblemKind, 'not-argo'>,
  serverMessage: string | undefined,
  response: ApiResponse,
  { action, writes, token }: CallContext,
): string {
  const said = serverMessage === undefined ? `status ${response.status}` : serverMessage
  switch (kind) {
    case 'unauthorized':
      return (token ?? '').trim() === ''
        ? `Argo wants a token to ${action} (${said}). Paste one: \`argo auth token\` prints it.`
        : `Argo does not accept the token (${said}). It may have expired or belong to another server: \`argo auth token\` prints a fresh one.`
    case 'forbidden':
      return `The account of this token may not ${action} (${said}). Ask for the right in that namespace, or use another token or namespace.`
    case 'invalid':
      return `Argo refused to ${action}: ${said}`
    case 'conflict':
      return `Argo could not ${action}: ${said}. Give it another name, or a generateName.`
    case 'not-found':
      return `Argo could not ${action}: ${said}. Check that the namespace and what the manifest refers to exist there.`
    case 'rate-limited': {
      const seconds = response.headers['retry-after']
      const wait =
        seconds !== undefined && /^\d+$/.test(seconds) ? `in ${seconds} s` : 'in a moment'
      return `Argo has too many requests now (${said}). Try again ${wait}.`
    }
    case 'too-large':
      return `The manifest is too large to ${action} (${said}). Kubernetes stores about 1 MB in one object: move templates to WorkflowTemplates, or data to artifacts.`
    case 'timeout':
      return `Argo did not answer in time when asked to ${action} (${said}).${unsure(writes)}`
    case 'unreachable':
      return `Argo is not available to ${action} (${said}). See that the Argo Server runs and that its address is right.`
    case 'server-error':
      return `Argo failed to ${action}: ${said}. The log of the Argo Server says more.`
  }
}

/** An answer that Argo cannot have given. */
export function notArgo(response: ApiResponse, action: string): Err<ClientProblem> {
  const { status } = response
  return problem(
    'not-argo',
    `Could not ${action}: what answered does not speak Argo's API (${looks(response)}, status ${status}). Check the address of the Argo Server, its base path, and whether a login page stands before it.`,
    { status },
  )
}

function looks({ status, body, headers }: ApiResponse): string {
  if (status >= 300 && status < 400) return 'a redirect'
  if (/^\s*<(!doctype|html)/i.test(body)) return 'a web page'
  if (body.trim() === '') return 'an empty answer'
  const type = headers['content-type']?.split(';')[0]
  return parseJson(body) === undefined ? (type ?? 'no JSON') : 'JSON of another shape'
}
