const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])

/** Why no answer came from `address`, and what to do about it: from the error of Node's client. */
export function failureMessage(error: unknown, address: string): string {
  const code = codeOf(error)
  if (untrusted.has(code)) {
    return `The certificate of ${address} is not signed by an authority known here, as is Argo's default. If you trust that server, start the gateway with --argo-ca FILE or --insecure-skip-verify.`
  }
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return `The certificate of ${address} has expired. Renew it, or start the gateway with --insecure-skip-verify.`
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `The certificate of ${address} is for another host name. Use that name in --argo, or start the gateway with --insecure-skip-verify.`
    case 'ECONNREFUSED':
      return `Nothing listens at ${address}. Is the Argo Server running, and the port forwarded (kubectl -n argo port-forward svc/argo-server 2746:2746)?`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${address} is not known. Check the address given with --argo.`
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `There is no way to ${address}. Check the network and the address given with --argo.`
    case 'ECONNRESET':
    case 'EPIPE':
      return `${address} closed the connection without a whole answer. ${schemeHint(address)}`
    default:
      return code === 'EPROTO' || code.startsWith('ERR_SSL')
        ? `${address} does not speak TLS as expected. ${schemeHint(address)}`
        : `No answer from ${address} (${code || 'unknown error'}).`
  }
}

function schemeHint(address: string): string {
  return address.startsWith('https:')
    ? 'Does it speak plain http://? Then say so with --argo.'
    : 'Does it want https://, which is its default? Then say so with --argo.'
}

/** The code of an error; of several (one for each address of a host) that of the first. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !hasCode(error)) return codeOf(error.errors[0])
  return hasCode(error) ? error.code : ''
}

function hasCode(error: unknown): error is { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
