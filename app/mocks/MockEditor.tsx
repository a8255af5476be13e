import { useState } from 'react'
import type { Mock, MockTarget } from '../../src/simulate/index.ts'
import type { MockFacts } from './doing.ts'
import { draftOf, type MockDraft } from './draft.ts'
import { MockForm } from './MockForm.tsx'
import { MockYaml } from './MockYaml.tsx'

/** What an editor of mocks begins with: one that was said, or what a form has at first. */
export type Begun =
  { readonly mock: Mock } | { readonly target: MockTarget; readonly draft: MockDraft }

/** Says what a step gives: in a form, or in YAML what a form cannot say. */
export function MockEditor({
  begun,
  facts,
  isLooped,
  onSave,
  onCancel,
}: {
  readonly begun: Begun
  readonly facts: MockFacts
  readonly isLooped: boolean
  readonly onSave: (mocks: readonly Mock[]) => void
  readonly onCancel: () => void
}) {
  const [inYaml, setInYaml] = useState<Mock>()
  const draft = 'mock' in begun ? draftOf(begun.mock) : begun.draft
  const mock = inYaml ?? (draft === undefined && 'mock' in begun ? begun.mock : undefined)
  if (draft === undefined || mock !== undefined)
    return <MockYaml mock={mock ?? { attempts: [] }} onSave={onSave} onCancel={onCancel} />
  return (
    <MockForm
      target={'mock' in begun ? begun.mock : begun.target}
      facts={facts}
      isLooped={isLooped}
      draft={draft}
      onSave={(said) => onSave([said])}
      onYaml={setInYaml}
      onCancel={onCancel}
    />
  )
}
