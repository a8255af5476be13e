import { allSteps, calledTemplate, type ManifestView } from '../../src/argo/index.ts'
import type { MockTarget } from '../../src/simulate/index.ts'
import { factsOf, type MockFacts } from './doing.ts'

/** What a form can ask for a mock, as far as the manifest says for what it is. */
export function factsOfMock(
  manifest: ManifestView,
  { step: name, template }: MockTarget,
): { readonly facts: MockFacts; readonly isLooped: boolean } {
  const { templates } = manifest.spec
  const step = templates
    .flatMap(allSteps)
    .find((each) => each.name === name && (template === undefined || each.template === template))
  const called =
    step === undefined
      ? templates.find((each) => each.name === template)
      : calledTemplate(manifest, step)
  return { facts: factsOf(called), isLooped: step?.loop !== undefined }
}
