import { calledTemplate, nodeAt, nodePlaceOf, type ManifestView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { mayBeFor, type Mock } from '../../src/simulate/index.ts'
import { doingOf } from './doing.ts'
import { mockWords } from './words.ts'

/** What was said of the step or task at a path, for who looks at its card; nothing if nothing was. */
export function signWords(
  manifest: ManifestView,
  path: Path | undefined,
  mocks: readonly Mock[],
): string | undefined {
  const place = path && nodePlaceOf(manifest, path)
  const step = place && nodeAt(manifest, place)
  if (step?.name === undefined) return undefined
  const said = mocks.filter((mock) => mayBeFor(mock, { step: step.name, template: step.template }))
  if (said.length === 0) return undefined
  const called = calledTemplate(manifest, step)
  const doing = called && doingOf(called)
  if (doing?.kind === 'calls') return undefined
  const instead = doing?.kind === 'runs' ? `, and its ${doing.language} does not run` : ''
  return `In dry runs it ${said.map(mockWords).join('; ')}${instead}`
}
