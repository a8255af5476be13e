import { useState } from 'react'
import { calledTemplate } from '../../../src/argo/index.ts'
import { useDesigner, useScene } from '../../store/index.ts'
import { Checkbox, Field, SegmentedControl, Select, TextArea, TextField } from '../../ui/index.ts'
import { AskDialog } from './AskDialog.tsx'
import styles from './RefactorDialog.module.css'
import { refactor, selectedStep, tryOut, type OfferDialogProps } from './offers.ts'

const KINDS = [
  { value: 'items', label: 'Items' },
  { value: 'param', label: 'A list' },
  { value: 'sequence', label: 'Numbers' },
]
const NONE = ''

/** Asks what a step loops over, and which argument gets the item. */
export function LoopDialog({ offer, onClose }: OfferDialogProps) {
  const designer = useDesigner()
  const scene = useScene()
  const step = selectedStep(scene)
  const called = step && calledTemplate(scene.manifest, step)
  const inputs = called?.inputs.parameters.flatMap(({ name }) => name ?? []) ?? []
  const [kind, setKind] = useState('items')
  const [items, setItems] = useState('')
  const [param, setParam] = useState('')
  const [from, setFrom] = useState('1')
  const [to, setTo] = useState('3')
  const [argument, setArgument] = useState(inputs[0] ?? NONE)
  const [aggregates, setAggregates] = useState(false)
  const args = {
    ...loopOf(kind, items, param, from, to),
    ...(argument === NONE ? {} : { argument }),
  }
  const result = tryOut(offer, scene, { ...args, aggregates })
  const isEmpty = kind === 'items' ? items.trim() === '' : kind === 'param' && param.trim() === ''
  // What others read would become a list: that one may say is meant.
  const readers = tryOut(offer, scene, args)
  const mayAggregate = !readers.ok && tryOut(offer, scene, { ...args, aggregates: true }).ok
  return (
    <AskDialog
      title={`Loop over ${step?.name ?? 'the step'}`}
      verb="Loop"
      problem={result.ok || isEmpty ? (isEmpty ? EMPTY : undefined) : result.error.message}
      onDo={() => refactor(designer, offer, { ...args, aggregates })}
      onClose={onClose}
    >
      <SegmentedControl
        label="Loop over"
        fullWidth
        value={kind}
        segments={KINDS}
        onChange={setKind}
      />
      {kind === 'items' && (
        <Field label="Items, one a line">
          <TextArea autoFocus rows={4} value={items} onChange={setItems} />
        </Field>
      )}
      {kind === 'param' && (
        <Field
          label="List"
          hint="A value that holds a JSON list, such as {{steps.make.outputs.result}}"
        >
          <TextField mono value={param} onChange={setParam} />
        </Field>
      )}
      {kind === 'sequence' && (
        <div className={styles.row}>
          <Field label="From">
            <TextField mono value={from} onChange={setFrom} />
          </Field>
          <Field label="To">
            <TextField mono value={to} onChange={setTo} />
          </Field>
        </div>
      )}
      <Field label="Argument that gets the item">
        <Select
          value={argument}
          options={[...inputs.map((name) => ({ value: name })), { value: NONE, label: 'None' }]}
          onChange={setArgument}
        />
      </Field>
      {(mayAggregate || aggregates) && !isEmpty && (
        <Checkbox
          label="Others get the list of all outputs"
          checked={aggregates}
          onChange={setAggregates}
        />
      )}
    </AskDialog>
  )
}

const EMPTY = 'Say what to loop over.'

function loopOf(kind: string, items: string, param: string, from: string, to: string) {
  if (kind === 'param') return { withParam: param }
  if (kind === 'sequence') return { withSequence: { start: from, end: to } }
  return {
    withItems: items
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}
