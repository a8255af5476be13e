import { FileQuestion } from 'lucide-react'
import { Suspense } from 'react'
import { assertNever } from '../../src/base/index.ts'
import type { YamlNode } from '../../src/yaml/index.ts'
import { useActions, useRuns, useScene } from '../store/index.ts'
import { Button, EmptyState } from '../ui/index.ts'

/** What to say of a document that is no workflow. */
export function NothingToDraw() {
  const { manifest, isTests } = useScene()
  const { TestFile } = useRuns()
  const actions = useActions()
  const { at, rootAt, root } = manifest.document
  if (isTests)
    return (
      <Suspense>
        <TestFile />
      </Suspense>
    )
  const from = at + rootAt
  const goToText = (
    <Button
      onClick={() => actions.selectRanges([{ from, to: Math.min(from + 1, from + root.length) }])}
    >
      Show the YAML
    </Button>
  )
  return (
    <EmptyState icon={<FileQuestion />} title="Not a workflow" actions={goToText}>
      {manifest.kind === undefined
        ? withoutKind(root.kind)
        : `This document is a ${manifest.kind.slice(0, 80)}. Workflows, their templates and CronWorkflows are drawn here.`}
    </EmptyState>
  )
}

/** What a document is instead of a manifest. */
function withoutKind(kind: YamlNode['kind']): string {
  switch (kind) {
    case 'seq':
      return 'This document is a list, and a manifest is a map that begins with “apiVersion:” and “kind:”. Part several manifests by lines with “---”.'
    case 'scalar':
    case 'alias':
      return 'This document is plain text, and a manifest has keys and values. It begins with “apiVersion:” and “kind:”.'
    case 'map':
    case 'empty':
      return 'This document has no kind. Write “kind: Workflow” at its top to draw it here.'
    default:
      return assertNever(kind)
  }
}
