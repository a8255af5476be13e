import { printBlock, type JsonValue } from '../yaml/index.ts'
import type { ManifestKind } from './view.ts'

/** Kubernetes stores about 1.5 million bytes in one object; more is no object of a cluster. */
const MAX_LENGTH = 3_000_000

/** Deeper than any manifest that people write, and far from what a parser can bear. */
const MAX_DEPTH = 100

const style = { indent: 2, dashIndent: 0, singleQuotes: false, lineBreak: '\n' }

/**
 * Writes as YAML what a server said of a manifest, which was never a text of the person's. In: its kind, and its parts as parsed JSON.
 * Nothing for what is deeper or longer than any manifest.
 */
export function manifestText(
  kind: ManifestKind,
  parts: { readonly metadata: unknown; readonly spec: unknown },
): string | undefined {
  const metadata = asJson(parts.metadata, 0)
  const spec = asJson(parts.spec, 0)
  if (metadata === undefined || spec === undefined) return undefined
  const value = { apiVersion: 'argoproj.io/v1alpha1', kind, metadata, spec }
  if (JSON.stringify(value).length > MAX_LENGTH) return undefined
  return `${printBlock(value, style).join('\n')}\n`
}

function asJson(value: unknown, depth: number): JsonValue | undefined {
  if (depth > MAX_DEPTH) return undefined
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value
  if (typeof value !== 'object') return undefined
  if (Array.isArray(value)) {
    const items = value.map((item) => asJson(item, depth + 1))
    return items.every((item) => item !== undefined) ? items : undefined
  }
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, asJson(inner, depth + 1)] as const,
  )
  const whole = entries.flatMap(([key, inner]) =>
    inner === undefined ? [] : [[key, inner] as const],
  )
  return whole.length === entries.length ? Object.fromEntries(whole) : undefined
}
