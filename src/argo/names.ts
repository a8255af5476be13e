const TEMPLATE_NAME = /^[a-zA-Z0-9][-a-zA-Z0-9]*$/
const PORT_NAME = /^[-a-zA-Z0-9_]+$/

/** The longest name of a template or step (Argo's custom resource definitions). */
export const MAX_NAME_LENGTH: number = 128

/** What is wrong with a name of a template or step, by Argo's rule for both; nothing when it is good. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'A name is needed.'
  if (name.length > MAX_NAME_LENGTH)
    return `The name has ${String(name.length)} characters; Argo allows ${String(MAX_NAME_LENGTH)}.`
  if (TEMPLATE_NAME.test(name)) return undefined
  return 'Use letters, digits and -, beginning with a letter or digit.'
}

/** What is wrong with a name of a parameter or artifact; nothing when it is good. */
export function portNameProblem(name: string): string | undefined {
  if (name === '') return 'A name is needed.'
  return PORT_NAME.test(name) ? undefined : 'Use letters, digits, - and _.'
}

/** A name that is not taken: `base`, else `base-2`, `base-3` and so on. */
export function freeName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  const stem = base.replace(/-\d+$/, '')
  for (let number = 2; ; number++) {
    const name = `${stem}-${String(number)}`
    if (!taken.has(name)) return name
  }
}
