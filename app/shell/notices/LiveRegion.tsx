import { VisuallyHidden } from '../../ui/index.ts'
import { useSnapshot } from '../use-snapshot.ts'
import type { Announcer } from './announcer.ts'

export function LiveRegion({ announcer }: { readonly announcer: Announcer }) {
  const words = useSnapshot(announcer)
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{words}</VisuallyHidden>
    </div>
  )
}
