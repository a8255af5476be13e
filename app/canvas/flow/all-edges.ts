import {
  templateAt,
  templatePath,
  type ManifestView,
  type TemplateAddress,
} from '../../../src/argo/index.ts'
import { edgesOf } from '../../../src/flow/index.ts'
import type { Rect } from '../../../src/layout/index.ts'
import type { CardGeometry } from './geometry.ts'
import { connect } from './routes.ts'

/** More edges than these at once are a carpet: nobody can follow one, and each costs. */
const MOST = 1500

/** All edges of the drawn template between steps, as far as they cross a part of the layout: one path for all of them. */
export function allEdges(
  manifest: ManifestView,
  address: TemplateAddress | undefined,
  geometry: CardGeometry,
  within: Rect,
): string {
  const template = address === undefined ? undefined : templateAt(manifest, address)
  if (template === undefined || address === undefined) return ''
  const owner = templatePath(manifest, address)
  const parts: string[] = []
  for (const { from, to } of edgesOf(template)) {
    if (typeof from === 'string' || typeof to === 'string') continue
    const start = geometry.rectOf([...owner, ...from])
    const end = geometry.rectOf([...owner, ...to])
    if (start === undefined || end === undefined || !crosses(start, end, within)) continue
    parts.push(connect(start, end).path)
    if (parts.length === MOST) break
  }
  return parts.join('')
}

function crosses(a: Rect, b: Rect, within: Rect): boolean {
  return (
    Math.min(a.x, b.x) < within.x + within.width &&
    Math.max(a.x + a.width, b.x + b.width) > within.x &&
    Math.min(a.y, b.y) < within.y + within.height &&
    Math.max(a.y + a.height, b.y + b.height) > within.y
  )
}
