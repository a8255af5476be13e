import { useState } from 'react'
import { useDesigner, useScene } from '../../store/index.ts'
import { Field, SegmentedControl, Select, TextField } from '../../ui/index.ts'
import { AskDialog } from './AskDialog.tsx'
import { refactor, selectedStep, tryOut, type OfferDialogProps } from './offers.ts'

const POLICIES = [
  { value: 'OnFailure', label: 'When it fails' },
  { value: 'OnError', label: 'When Argo cannot run it' },
  { value: 'Always', label: 'In both cases' },
  { value: 'OnTransientError', label: 'When an error may pass by itself' },
]

/** Asks how often a step is tried again, and whether others that call its template are meant. */
export function RetryDialog({ offer, onClose }: OfferDialogProps) {
  const designer = useDesigner()
  const scene = useScene()
  const step = selectedStep(scene)
  const [limit, setLimit] = useState('3')
  const [policy, setPolicy] = useState('OnFailure')
  const [whom, setWhom] = useState('one')
  const retry = { limit, ...(policy === 'OnFailure' ? {} : { retryPolicy: policy }) }
  const alone = tryOut(offer, scene, { retry })
  const isShared = !alone.ok && tryOut(offer, scene, { retry, copy: true }).ok
  const args = { retry, ...(isShared ? { copy: whom === 'one' } : {}) }
  const result = tryOut(offer, scene, args)
  const bad = /^\d+$/.test(limit) ? undefined : 'Give the number of further attempts.'
  return (
    <AskDialog
      title={`Retry ${step?.name ?? 'the step'}`}
      verb="Retry"
      problem={bad ?? (result.ok ? undefined : result.error.message)}
      onDo={() => refactor(designer, offer, args)}
      onClose={onClose}
    >
      <Field label="Further attempts, at most">
        <TextField autoFocus mono inputMode="numeric" value={limit} onChange={setLimit} />
      </Field>
      <Field label="When">
        <Select value={policy} options={POLICIES} onChange={setPolicy} />
      </Field>
      {isShared && (
        <Field
          label="For whom"
          hint={
            whom === 'one'
              ? 'The step gets a copy of the template.'
              : 'The template itself is retried, whoever calls it.'
          }
        >
          <SegmentedControl
            label="For whom"
            fullWidth
            value={whom}
            segments={[
              { value: 'one', label: 'This step' },
              { value: 'all', label: 'All that call it' },
            ]}
            onChange={setWhom}
          />
        </Field>
      )}
    </AskDialog>
  )
}
