import type { CardKind } from '../../src/graph/index.ts'
import { kindGlyphs } from '../../src/layout/index.ts'
import { Glyph } from './Glyph.tsx'

/** The sign of a kind of template, as on cards; takes the colour of the text around it. */
export function KindIcon({ kind, size }: { readonly kind: CardKind; readonly size?: number }) {
  return <Glyph path={kindGlyphs[kind]} {...(size !== undefined && { size })} />
}
