import { Check, Plus, X } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import type { Mock } from '../../../src/simulate/index.ts'
import type { Doing, MockFacts } from '../../mocks/doing.ts'
import { plainMock, type MockDraft } from '../../mocks/draft.ts'
import { MockEditor, type Begun } from '../../mocks/MockEditor.tsx'
import { MockRow } from '../../mocks/MockRow.tsx'
import styles from '../../mocks/Mocks.module.css'
import { ownMock, replaceMock, type Who } from '../../mocks/said.ts'
import { changeSettings, settingsOf } from '../../mocks/settings.ts'
import { useDesigner, useRuns } from '../../store/index.ts'
import { Button } from '../../ui/index.ts'

/** What was said of a step, and how to say more. */
export function DryRunBody({
  who,
  facts,
  doing,
  said,
  isLooped,
}: {
  readonly who: Who
  readonly facts: MockFacts
  readonly doing: Doing
  readonly said: readonly Mock[]
  readonly isLooped: boolean
}) {
  const runs = useRuns()
  const designer = useDesigner()
  const body = useRef<HTMLDivElement>(null)
  const [begun, setBegun] = useState<Begun>()
  /** What had the focus is gone with the form, or the line. */
  const close = (): void => {
    setBegun(undefined)
    body.current?.focus()
  }
  const put = (old: Mock | undefined, mocks: readonly Mock[]): void => {
    const all = replaceMock(settingsOf(runs, designer).mocks, old, mocks)
    changeSettings(runs, designer, { mocks: all })
    close()
  }
  const begin = (draft: Partial<MockDraft>): void =>
    setBegun({ target: who, draft: { ...plainMock, ...draft } })
  const approve = (part: Partial<MockDraft> = {}): void =>
    begin({
      ...part,
      decision: 'approve',
      values: Object.fromEntries(facts.asked.map(({ name, value }) => [name, value])),
    })
  const say = (mock: Omit<Mock, keyof Who>): void => put(undefined, [{ ...who, ...mock }])
  return (
    <div ref={body} className={styles.body} tabIndex={-1} role="group" aria-label="In dry runs">
      <p className={styles.note}>{explained(doing, said.length > 0)}</p>
      {said.length > 0 && (
        <ul className={styles.list}>
          {said.map((mock, index) => (
            <MockRow
              key={index}
              mock={mock}
              {...(doing.kind === 'runs' && { takeBack: 'Let it run here again' })}
              onEdit={() => setBegun({ mock })}
              onTakeBack={() => put(mock, [])}
            />
          ))}
        </ul>
      )}
      {begun !== undefined ? (
        <MockEditor
          // Another one begins anew.
          key={'mock' in begun ? said.indexOf(begun.mock) : -1}
          begun={begun}
          facts={facts}
          isLooped={isLooped}
          onSave={(mocks) => put('mock' in begun ? begun.mock : undefined, mocks)}
          onCancel={close}
        />
      ) : (
        <div className={styles.actions}>
          {ownMock(said, who) !== undefined ? (
            isLooped && (
              <Say
                onClick={() =>
                  doing.kind === 'asks' ? approve({ items: 'index' }) : begin({ items: 'index' })
                }
              >
                For one item
              </Say>
            )
          ) : doing.kind === 'asks' ? (
            <>
              <Button
                size="sm"
                icon={<Check />}
                onClick={() =>
                  facts.asked.length > 0 ? approve() : say({ attempts: [], resume: {} })
                }
              >
                {facts.asked.length > 0 ? 'Approve with values' : 'Approve'}
              </Button>
              <Button size="sm" icon={<X />} onClick={() => say({ attempts: [], reject: '' })}>
                Reject
              </Button>
            </>
          ) : (
            <>
              <Say onClick={() => begin({})}>Say what it gives</Say>
              <Button size="sm" onClick={() => say({ attempts: [{ phase: 'Failed' }] })}>
                Fails
              </Button>
              {facts.retries && (
                <Button
                  size="sm"
                  title="The first attempt fails, the second succeeds"
                  onClick={() => say({ attempts: [{ phase: 'Failed' }, secondOf(doing)] })}
                >
                  Fails once
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  )
}

function Say({
  children,
  onClick,
}: {
  readonly children: ReactNode
  readonly onClick: () => void
}) {
  return (
    <Button size="sm" icon={<Plus />} onClick={onClick}>
      {children}
    </Button>
  )
}

/** After a failure a script really runs, and all else succeeds. */
function secondOf({ kind }: Doing): Mock['attempts'][number] {
  return kind === 'runs' ? {} : { phase: 'Succeeded' }
}

function explained(doing: Doing, isSaid: boolean): string {
  switch (doing.kind) {
    case 'runs':
      return isSaid
        ? `Its ${doing.language} would really run here; what is said here is given instead.`
        : `Its ${doing.language} really runs here, in the browser. You can say what it gives instead.`
    case 'asks':
      if (isSaid) return 'This is decided without asking you. Take it back to be asked.'
      return doing.isTimed
        ? 'It goes on after its duration, or when you resume it.'
        : 'You are asked when the run comes to it, unless it is decided here.'
    default:
      return [
        ...(doing.kind === 'invents' && doing.why !== undefined ? [doing.why] : []),
        isSaid
          ? 'What is not said here is made up, and marked.'
          : 'It succeeds after a second, with outputs that are made up and marked.',
      ].join(' ')
  }
}
