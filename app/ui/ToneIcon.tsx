import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { assertNever } from '../../src/base/index.ts'
import type { Tone } from './tone.ts'

/** The sign that goes with a tone, so that colour is never the only one. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  switch (tone) {
    case 'danger':
      return <CircleAlert aria-label="Error" role="img" />
    case 'warning':
      return <TriangleAlert aria-label="Warning" role="img" />
    case 'success':
      return <CircleCheck aria-label="Done" role="img" />
    case 'neutral':
    case 'accent':
    case 'info':
      return <Info aria-hidden />
    default:
      return assertNever(tone)
  }
}
