import type { ManifestKind } from '../../src/argo/index.ts'
import { kindLoss, setKind } from '../../src/edit/index.ts'
import type { Designer } from '../store/index.ts'
import type { Confirm } from '../ui/index.ts'

/** Makes the manifest on the canvas one of another kind, and asks first when that would lose something. */
export async function switchKind(
  designer: Designer,
  confirm: Confirm,
  kind: ManifestKind,
): Promise<void> {
  const { manifest, isStale } = designer.scene()
  const lost = isStale ? [] : kindLoss(manifest, kind)
  if (lost.length > 0) {
    const answer = await confirm({
      title: `Make it a ${kind}?`,
      description: `A ${kind} has no place for ${listed(lost)}. ${lost.length === 1 ? 'It goes' : 'They go'}; undo brings everything back.`,
      confirmLabel: 'Change the kind',
    })
    if (answer !== 'confirm') return
  }
  const lose = lost.length > 0
  designer.actions.execute('command.setKind', (context) => setKind(context, { kind, lose }))
}

function listed(paths: readonly string[]): string {
  return paths.length < 2
    ? paths.join()
    : `${paths.slice(0, -1).join(', ')} and ${String(paths.at(-1))}`
}
