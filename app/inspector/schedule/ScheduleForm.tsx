import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import {
  parseSchedule,
  scheduleWords,
  timeZones,
  zoneProblem,
} from '../../../src/schedule/index.ts'
import { Button, Combobox, Field, IconButton } from '../../ui/index.ts'
import { useEdits } from '../commands.ts'
import styles from './Schedule.module.css'
import { CONTROLLER_ZONE, runsOf } from './times.ts'
import { useNow } from './use-now.ts'

const presets = ['0 * * * *', '*/15 * * * *', '0 0 * * *', '0 9 * * 1-5', '0 0 * * 0', '0 0 1 * *']
const SHOWN = 5

/** When a CronWorkflow runs: each schedule with what it says in words, the time zone, and the next runs. */
export function ScheduleForm({
  schedules,
  timezone,
}: {
  readonly schedules: readonly string[]
  readonly timezone: string | undefined
}) {
  const edits = useEdits()
  const now = useNow()
  const [adding, setAdding] = useState(schedules.length === 0)
  const rows = adding ? [...schedules, ''] : schedules
  const viewer = Intl.DateTimeFormat().resolvedOptions().timeZone
  const read = schedules.flatMap((text) => {
    const schedule = parseSchedule(text, timezone)
    return schedule.ok ? [schedule.value] : []
  })
  const runs = runsOf(read, now, SHOWN, viewer)
  const zones = [...new Set(read.map(({ zone }) => zone ?? CONTROLLER_ZONE))]
  return (
    <div className={styles.schedules}>
      {rows.map((text, index) => (
        <ScheduleRow
          key={index}
          index={index}
          text={text}
          timezone={timezone}
          onRemove={
            index < schedules.length
              ? () => edits.run('setSchedule', { index, schedule: null })
              : schedules.length > 0
                ? () => setAdding(false)
                : undefined
          }
          onCommit={(schedule) => {
            const refusal = edits.run('setSchedule', { index, schedule })
            if (refusal === undefined) setAdding(false)
            return refusal
          }}
        />
      ))}
      {!adding && (
        <div>
          <Button variant="ghost" size="sm" icon={<Plus />} onClick={() => setAdding(true)}>
            Add a schedule
          </Button>
        </div>
      )}
      <Field
        label="Time zone"
        layout="row"
        {...(timezone === undefined && {
          hint: 'Without one it is that of the controller, nearly always UTC.',
        })}
      >
        <Combobox
          free
          value={timezone ?? ''}
          placeholder={CONTROLLER_ZONE}
          options={timeZones().map((value) => ({ value }))}
          onCommit={(value) =>
            (value === '' ? undefined : zoneProblem(value)) ??
            edits.run('setField', {
              path: ['spec', 'timezone'],
              value: value === '' ? null : value,
            })
          }
        />
      </Field>
      <section aria-label="Next runs">
        <h4 className={styles.title}>
          Next runs{zones.length === 1 ? `, ${String(zones[0])}` : ''}
        </h4>
        {runs.length === 0 ? (
          <p className={styles.note}>
            {read.length === 0
              ? 'There is no schedule that can be read.'
              : 'None within five years: there is no such day.'}
          </p>
        ) : (
          <dl className={styles.runs}>
            {runs.map(({ at, there, here, until }) => (
              <div key={at} style={{ display: 'contents' }}>
                <dt>{there}</dt>
                <dd>{here === undefined ? until : `${here} here`}</dd>
              </div>
            ))}
          </dl>
        )}
        {read.some(({ type }) => type === 'every') && (
          <p className={styles.note}>@every counts from when the controller takes it up.</p>
        )}
      </section>
    </div>
  )
}

function ScheduleRow({
  index,
  text,
  timezone,
  onCommit,
  onRemove,
}: {
  readonly index: number
  readonly text: string
  readonly timezone: string | undefined
  readonly onCommit: (schedule: string) => string | undefined
  readonly onRemove: (() => void) | undefined
}) {
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? text
  const schedule = parseSchedule(shown, timezone)
  return (
    <div className={styles.schedule}>
      <Combobox
        mono
        free
        label={`Schedule ${String(index + 1)}`}
        value={text}
        placeholder="0 9 * * 1-5"
        options={presets.map((value) => ({ value, description: wordsOf(value) }))}
        onDraft={setDraft}
        onCommit={onCommit}
      />
      {onRemove && (
        <IconButton
          icon={<X />}
          size="sm"
          label={`Remove schedule ${String(index + 1)}`}
          onClick={onRemove}
        />
      )}
      <p
        className={styles.words}
        data-wrong={(!schedule.ok && shown !== '') || undefined}
        aria-live="polite"
      >
        {shown === ''
          ? 'Minute, hour, day, month and day of the week'
          : schedule.ok
            ? scheduleWords(schedule.value)
            : schedule.error}
      </p>
    </div>
  )
}

function wordsOf(text: string): string {
  const schedule = parseSchedule(text)
  return schedule.ok ? scheduleWords(schedule.value) : ''
}
