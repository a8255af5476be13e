import { useActions, useDocument } from '../store/index.ts'
import { Banner, Button } from '../ui/index.ts'

/** Says of a file that can only be looked at where it comes from, and offers a copy that can be edited. */
export function OriginBanner() {
  const origin = useDocument(({ file }) => file.origin)
  const actions = useActions()
  if (origin === undefined) return null
  return (
    <Banner
      actions={
        <Button size="sm" onClick={() => actions.editCopy()}>
          Edit a copy
        </Button>
      }
    >
      {`From ${origin}, to look at.`}
    </Banner>
  )
}
