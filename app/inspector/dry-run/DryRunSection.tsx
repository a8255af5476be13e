import { lazy, Suspense } from 'react'
import type { TemplateView } from '../../../src/argo/index.ts'
import { mayBeFor } from '../../../src/simulate/index.ts'
import { doingWords, factsOf } from '../../mocks/doing.ts'
import type { Who } from '../../mocks/said.ts'
import { useMocks } from '../../mocks/settings.ts'
import { mockWords } from '../../mocks/words.ts'
import { Section, Spinner } from '../../ui/index.ts'

const DryRunBody = lazy(() =>
  import('./DryRunBody.tsx').then((module) => ({ default: module.DryRunBody })),
)

/** What a step, or all that run a template, does in dry runs: what was said, else what it does itself. */
export function DryRunSection({
  who,
  template,
  isLooped = false,
}: {
  readonly who: Who
  /** What runs; nothing where that is not known. */
  readonly template: TemplateView | undefined
  readonly isLooped?: boolean
}) {
  const said = useMocks().filter((mock) => mayBeFor(mock, who))
  const facts = factsOf(template)
  const { doing } = facts
  const [first] = said
  // What calls others gives what they give.
  if (doing === undefined || doing.kind === 'calls') return null
  const more = said.length > 1 ? `, and ${String(said.length - 1)} more` : ''
  return (
    <Section
      title="In dry runs"
      level={3}
      defaultOpen={first !== undefined}
      count={said.length === 0 ? undefined : said.length}
      summary={first === undefined ? doingWords(doing) : mockWords(first) + more}
    >
      <Suspense fallback={<Spinner label="Loading" />}>
        <DryRunBody who={who} facts={facts} doing={doing} said={said} isLooped={isLooped} />
      </Suspense>
    </Section>
  )
}
