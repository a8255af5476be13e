const MAX_LENGTH = 63
const MAX_PREFIX = 253
const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/** What is wrong with the key of a label: a name, behind an optional domain and `/` (apimachinery's `IsQualifiedName`). */
export function labelKeyProblem(key: string): string | undefined {
  const parts = key.split('/')
  const [prefix, name = ''] = parts.length === 1 ? [undefined, parts[0]] : parts
  if (parts.length > 2) return 'A key of a label has one / at most, behind a domain.'
  if (prefix !== undefined && (prefix.length > MAX_PREFIX || !PREFIX.test(prefix)))
    return 'What stands before / in the key of a label must be a domain in small letters.'
  if (name.length > MAX_LENGTH || !NAME.test(name))
    return 'Write the key of a label with letters, digits, -, _ and ., at most 63, with a letter or digit at both ends.'
  return undefined
}

/** What is wrong with the value of a label; it may be empty (apimachinery's `IsValidLabelValue`). */
export function labelValueProblem(value: string): string | undefined {
  if (value === '' || (value.length <= MAX_LENGTH && NAME.test(value))) return undefined
  return 'Write the value of a label with letters, digits, -, _ and ., at most 63, with a letter or digit at both ends.'
}
