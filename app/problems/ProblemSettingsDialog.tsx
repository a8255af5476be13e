import { useState, useSyncExternalStore } from 'react'
import { argoVersions } from '../../src/schema/index.ts'
import {
  problemCodes,
  usualSettings,
  type CheckMode,
  type Severity,
} from '../../src/validate/index.ts'
import type { ProblemSettings } from '../store/index.ts'
import { Button, Checkbox, Dialog, Field, Select, TextField } from '../ui/index.ts'
import styles from './ProblemSettingsDialog.module.css'
import { rulesLike } from './rule-list.ts'

const MODES: readonly { readonly value: CheckMode; readonly label: string }[] = [
  { value: 'lint', label: 'As argo lint does' },
  { value: 'create', label: 'As when it is about to run' },
]

const HEADINGS: Readonly<Record<Severity, string>> = {
  error: 'Errors: Argo refuses it, or it can never run',
  warning: 'Warnings: it runs, hardly as meant',
  info: 'Notes',
}

/** For which Argo files are checked, how, and by which rules. What is chosen holds at once, in this browser. */
export function ProblemSettingsDialog({
  settings,
  open,
  onOpenChange,
}: {
  readonly settings: ProblemSettings
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  const { mode, target, off } = useSyncExternalStore(settings.subscribe, settings.getSnapshot)
  const [words, setWords] = useState('')
  const groups = rulesLike(words)
  const turn = (code: string, isOn: boolean): void =>
    settings.change({ off: new Set([...off, code].filter((other) => other !== code || !isOn)) })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Problem settings"
      description="They hold for all files in this browser."
      footer={
        <>
          <span className={styles.count} role="status">
            {off.size === 0 ? 'All rules hold' : `${String(off.size)} turned off`}
          </span>
          <Button disabled={off.size === 0} onClick={() => settings.change({ off: new Set() })}>
            Turn all on
          </Button>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Field label="Version of Argo" hint="It decides which fields and rules there are.">
          <Select
            value={target}
            options={argoVersions.map((version) => ({ value: version }))}
            onChange={(value) =>
              settings.change({
                target: argoVersions.find((version) => version === value) ?? usualSettings.target,
              })
            }
          />
        </Field>
        <Field label="Look at files" hint="About to run, arguments must have values.">
          <Select
            value={mode}
            options={MODES}
            onChange={(value) => settings.change({ mode: value === 'create' ? 'create' : 'lint' })}
          />
        </Field>
      </div>
      <Field label="Rules" layout="hidden">
        <TextField type="search" placeholder="Find a rule" value={words} onChange={setWords} />
      </Field>
      <div className={styles.rules} role="group" aria-label="Rules that hold" tabIndex={0}>
        {groups.map(({ severity, codes }) => (
          <section key={severity}>
            <h3 className={styles.heading}>{HEADINGS[severity]}</h3>
            {codes.map((code) => (
              <Checkbox
                key={code}
                label={<span className={styles.code}>{code}</span>}
                hint={problemCodes[code].about}
                checked={!off.has(code)}
                onChange={(isOn) => turn(code, isOn)}
              />
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className={styles.none}>No rule has that in it.</p>}
      </div>
    </Dialog>
  )
}
