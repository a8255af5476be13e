const prefixes = [
  // The command line's, one for each object.
  /^in ".*?" \(\w+\): /,
  // The controller's, in a workflow's status.
  /^invalid spec: /,
  /^error in entry template execution: /,
  /^rpc error: code = \w+ desc = /,
  /^error in (?=templates\.)/,
  // Kubernetes': strict decoding, the rules of the CRDs, admission.
  /^strict decoding error: /,
  /^admission webhook "[^"]*" denied the request: /,
  /^[\w.]+ "[^"]*" is invalid: \[?(?:<nil>: )?/,
]

const cronPrefix = /^cannot validate Workflow: /

/**
 * Takes off what callers of Argo's validation put before its messages. `cron` says that the rest is about the
 * workflow inside a CronWorkflow, which Argo validates as if it stood alone.
 */
export function withoutPrefixes(message: string): {
  readonly text: string
  readonly cron: boolean
} {
  let text = message.trim()
  let cron = false
  for (;;) {
    const prefix = prefixes.find((pattern) => pattern.test(text))
    if (prefix !== undefined) text = text.replace(prefix, '')
    else if (cronPrefix.test(text)) {
      text = text.replace(cronPrefix, '')
      cron = true
    } else return { text, cron }
  }
}
