import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'

/** The longest name of a manifest: it becomes the value of a label, of which Kubernetes takes no longer one. */
const MAX_LENGTH = 63
/** To the name of a CronWorkflow the time is added when it starts a workflow. */
const MAX_CRON_LENGTH = 52

/** A manifest may have a name of 63 characters, a CronWorkflow one of 52; Argo checks no `generateName`. */
export const checkObjectName: DocumentRule = ({ manifest: { kind = '', name = '' } }) => {
  const most = kind === 'CronWorkflow' ? MAX_CRON_LENGTH : MAX_LENGTH
  // Argo counts bytes.
  const { length } = new TextEncoder().encode(name)
  if (length <= most) return []
  const message = `The name has ${String(length)} characters; Argo takes ${String(most)} for a ${kind}. Shorten it.`
  return [{ code: 'object-name-long', message, path: ['metadata', 'name'] }]
}

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/**
 * Kubernetes takes names of small letters, digits, hyphens and dots only, which lint leaves to it. What it makes of a `generateName` has five
 * letters or digits behind it.
 */
export const checkObjectNameShape: DocumentRule = ({ manifest: { document }, reader }) => {
  const metadata = reader.field(document.root, 'metadata')
  return (['name', 'generateName'] as const).flatMap((field): Finding[] => {
    const name = reader.text(metadata, field) ?? ''
    const isGenerated = field === 'generateName'
    if (name === '' || NAME.test(isGenerated ? `${name}00000` : name)) return []
    const path = ['metadata', field]
    const wish = namelike(name, isGenerated)
    const message = `Kubernetes takes no ${field} like ${name}: small letters, digits, hyphens and dots, with a letter or digit at both ends.`
    const isBetter = wish !== '' && NAME.test(isGenerated ? `${wish}00000` : wish)
    const fixes = isBetter ? [settingField(`Change it to ${wish}`, path, wish)] : []
    return [{ code: 'object-name-invalid', message, path, fixes }]
  })
}

function namelike(name: string, isGenerated: boolean): string {
  const made = name
    .toLowerCase()
    .replaceAll(/[^-a-z0-9.]+/g, '-')
    .replace(/^[-.]+/, '')
  return isGenerated ? made : made.replace(/[-.]+$/, '')
}
