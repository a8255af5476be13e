import { Play } from 'lucide-react'
import { useState } from 'react'
import type { ParameterView } from '../../src/argo/index.ts'
import { configMapsIn } from '../../src/simulate/index.ts'
import { useRuns, useScene } from '../store/index.ts'
import { Button, Field, Select, TextField } from '../ui/index.ts'
import styles from './AskForm.module.css'
import { configValueOf, type ConfigValue } from './config-values.ts'
import { DurationSources } from './DurationSources.tsx'
import { MocksList } from './MocksList.tsx'
import { missingParameters, runParameters, valuesFor } from './prepare.ts'
import { useDesk } from './use-shown.ts'

/** What is asked before a run: the parameters of the workflow and the seed, what is left as it is comes from the manifest; beside it what steps give. */
export function AskForm() {
  const desk = useDesk()
  const { store } = useRuns()
  const scene = useScene()
  const parameters = runParameters(scene)
  const settings = desk.settings()
  const [values, setValues] = useState(() => valuesFor(parameters, settings.parameters))
  const [seed, setSeed] = useState(settings.seed === undefined ? '' : String(settings.seed))
  const [timing, setTiming] = useState(settings.timing)
  const [isTried, setTried] = useState(false)
  const configMaps = configMapsIn(scene.sources)
  const missing = missingParameters(parameters, values, configMaps)
  const isSeed = /^\d{0,9}$/.test(seed.trim())
  const set = (name: string, value: string | undefined): void => {
    const others = Object.entries(values).filter(([each]) => each !== name)
    setValues(Object.fromEntries(value === undefined ? others : [...others, [name, value]]))
  }
  return (
    <div className={styles.page}>
      <form
        aria-label="Run with parameters"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (missing.length > 0 || !isSeed) return
          desk.changeSettings({
            parameters: values,
            seed: seed.trim() === '' ? undefined : Number(seed),
            timing,
          })
          desk.start()
        }}
      >
        <div className={styles.fields}>
          {parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              parameter={parameter}
              value={values[parameter.name ?? '']}
              kept={configValueOf(parameter, configMaps)}
              isMissing={isTried && missing.includes(parameter.name ?? '')}
              onChange={(value) => set(parameter.name ?? '', value)}
            />
          ))}
          <Field
            label="Seed"
            hint="All chance of the run comes from it: the same seed gives the same run."
            error={isSeed ? undefined : 'A seed is a whole number of up to nine digits.'}
          >
            <TextField
              value={seed}
              inputMode="numeric"
              placeholder="A new one for each run"
              onChange={setSeed}
            />
          </Field>
        </div>
        <div className={styles.durations}>
          <h3>Durations</h3>
          <DurationSources
            timing={timing}
            onChange={(change) => setTiming({ ...timing, ...change })}
          />
        </div>
        <div className={styles.actions}>
          <Button type="submit" variant="primary" icon={<Play />}>
            Run
          </Button>
          <Button onClick={() => store.setState({ isAsking: false })}>Cancel</Button>
        </div>
      </form>
      <MocksList />
    </div>
  )
}

function ParameterField({
  parameter,
  value,
  kept,
  isMissing,
  onChange,
}: {
  readonly parameter: ParameterView
  /** What a ConfigMap has for it. */
  readonly kept: ConfigValue | undefined
  /** Nothing when it is left as the manifest has it. */
  readonly value: string | undefined
  readonly isMissing: boolean
  readonly onChange: (value: string | undefined) => void
}) {
  const { name = '', description, enum: choices } = parameter
  const own = parameter.value ?? parameter.default
  return (
    <Field
      label={name}
      required={
        parameter.isSet === undefined &&
        (kept === undefined ? !parameter.hasValueFrom : kept.value === undefined)
      }
      hint={
        kept === undefined
          ? description
          : [...(description === undefined ? [] : [description]), keptWords(kept)].join(' ')
      }
      error={isMissing ? missingWords(name, kept) : undefined}
    >
      {choices.length > 0 ? (
        <Select
          value={value ?? own}
          placeholder="Choose a value"
          options={choices.map((choice) => ({
            value: choice,
            label: choice === own ? `${choice} (default)` : choice,
          }))}
          onChange={(next) => onChange(next === own ? undefined : next)}
        />
      ) : (
        <TextField
          mono
          value={value ?? ''}
          placeholder={
            own ?? kept?.value ?? (parameter.hasValueFrom && !kept ? 'from the cluster' : '')
          }
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
      )}
    </Field>
  )
}

function keptWords({ name, key }: ConfigValue): string {
  return `It stands under ${key} in the ConfigMap ${name}.`
}

function missingWords(name: string, kept: ConfigValue | undefined): string {
  return kept === undefined
    ? `Give ${name} a value: the workflow has none.`
    : `Give ${name} a value, or open a file with the ConfigMap ${kept.name}.`
}
