import { FileQuestion } from 'lucide-react'
import { assertNever } from '../../src/base/index.ts'
import type { YamlNode } from '../../src/yaml/index.ts'
import { resolveTemplateRef } from '../../src/argo/index.ts'
import { referenceWords, useActions, useScene } from '../store/index.ts'
import { Button, EmptyState } from '../ui/index.ts'
import type { Picture } from './picture.ts'

type Reason = Extract<Picture, { readonly type: 'nothing' }>['reason']

/** What to say of a document that has no templates to draw. */
export function NothingToDraw({ reason }: { readonly reason: Reason }) {
  const scene = useScene()
  const { manifest } = scene
  const actions = useActions()
  const { at, rootAt, root } = manifest.document
  const from = at + rootAt
  const goToText = (
    <Button
      onClick={() => actions.selectRanges([{ from, to: Math.min(from + 1, from + root.length) }])}
    >
      Show the YAML
    </Button>
  )
  switch (reason) {
    case 'not-a-workflow':
      return (
        <EmptyState icon={<FileQuestion />} title="Not a workflow" actions={goToText}>
          {manifest.kind === undefined
            ? withoutKind(root.kind)
            : `This document is a ${manifest.kind.slice(0, 80)}. Workflows, their templates and CronWorkflows are drawn here.`}
        </EmptyState>
      )
    case 'reference': {
      const { workflowTemplateRef: name, workflowTemplateScope: clusterScope } = manifest.spec
      const reference = { name, clusterScope }
      const found = resolveTemplateRef(scene.sources, reference, manifest.namespace)
      const isOpen = found.status === 'found' && found.source.id !== undefined
      const words = referenceWords(reference)
      return (
        <EmptyState
          icon={<FileQuestion />}
          title={`This workflow runs the ${words}`}
          actions={
            <>
              {isOpen && (
                <Button variant="primary" onClick={() => actions.followReference(reference)}>
                  {`Open it in ${found.source.name}`}
                </Button>
              )}
              {goToText}
            </>
          }
        >
          {isOpen
            ? `Its lanes are in ${found.source.name}, and edited there.`
            : 'Its lanes are there. Open the file of that template to see and edit them.'}
        </EmptyState>
      )
    }
    default:
      return assertNever(reason)
  }
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
