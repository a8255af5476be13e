import { Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { nodePath, type StepView } from '../../src/argo/index.ts'
import {
  addComparison,
  describeWhen,
  newComparison,
  toBuilder,
} from '../../src/expression/index.ts'
import { useScene } from '../store/index.ts'
import { Button, Field, IconButton, Section, TextArea, useCommit } from '../ui/index.ts'
import { useEdits, type StepHandle } from './commands.ts'
import { conditionProblems } from './condition.ts'
import { ConditionGroup } from './ConditionGroup.tsx'
import styles from './Condition.module.css'
import { rowsFor } from './parse-source.ts'
import { ReferencePicker } from './ReferencePicker.tsx'
import { conditionOptions, firstLeftSide, nearbyValues } from './reference-options.ts'
import { useInsertion } from './use-insertion.ts'
import { useReferenceOptions } from './use-reference-options.ts'

/** For where there is no value to compare. */
const EXAMPLE = '{{workflow.parameters.coin}}'

/** When a step runs: rows of comparisons beside the text that they stand for, each following the other. */
export function Condition({
  step,
  handle,
}: {
  readonly step: StepView
  readonly handle: StepHandle
}) {
  const { manifest } = useScene()
  const edits = useEdits()
  // What a row would make of the text while it is being typed into.
  const [preview, setPreview] = useState<string>()
  const draft = useCommit({
    value: step.when ?? '',
    onCommit: (text) => edits.onStep(handle, 'setWhen', { when: text.trim() === '' ? null : text }),
  })
  const { fieldRef, onSelect, pick } = useInsertion(draft, false)
  const { place } = handle
  const listOptions = useReferenceOptions([...nodePath(manifest, place), 'when'])
  const { options, first } = useMemo(() => {
    const values = nearbyValues(manifest, place)
    return { options: conditionOptions(values), first: firstLeftSide(values) }
  }, [manifest, place])
  const root = toBuilder(draft.text)
  const text = preview ?? draft.text
  const problems = conditionProblems(text)
  const isEmpty = draft.text.trim() === ''

  const apply = (next: string | undefined): void => {
    setPreview(undefined)
    if (next !== undefined) draft.commit(next)
  }
  const fresh = newComparison(first, '==', '')
  const example = addComparison('', [], newComparison(first || EXAMPLE, '==', 'heads'))

  return (
    <Section
      title="Condition"
      level={3}
      summary={isEmpty ? 'always' : describeWhen(draft.text)}
      actions={
        isEmpty ? undefined : (
          <IconButton
            size="sm"
            icon={<Trash2 />}
            label="Remove condition"
            onClick={() => {
              apply('')
            }}
          />
        )
      }
    >
      {isEmpty && <p className={styles.note}>It has no condition.</p>}
      {root !== undefined && !isEmpty && (
        <ConditionGroup
          text={draft.text}
          group={root}
          path={[]}
          options={options}
          fresh={fresh}
          onApply={apply}
          onPreview={setPreview}
        />
      )}
      {root === undefined && (
        <p className={styles.note}>
          {problems.length > 0
            ? 'Rows appear when the text below can be read.'
            : 'The rows cannot show this: it is more than comparisons joined by and, or and parentheses. It stays as it is written.'}
        </p>
      )}
      {isEmpty && (
        <div>
          <Button
            size="sm"
            icon={<Plus />}
            onClick={() => {
              apply(addComparison('', [], fresh))
            }}
          >
            Add condition
          </Button>
        </div>
      )}
      <Field
        label="As text"
        actions={
          <ReferencePicker
            label="Insert a reference into the condition"
            listOptions={listOptions}
            onPick={pick}
          />
        }
        error={draft.refusal ?? (problems.length === 0 ? undefined : <Problems list={problems} />)}
      >
        <div onSelect={onSelect}>
          <TextArea
            ref={(element) => {
              fieldRef.current = element
            }}
            mono
            rows={rowsFor(text, Math.min(4, Math.ceil(text.length / 36) || 1))}
            placeholder={example}
            value={text}
            onChange={(typed) => {
              setPreview(undefined)
              draft.setText(typed)
            }}
            onBlur={draft.onBlur}
            onKeyDown={draft.onKeyDown}
          />
        </div>
      </Field>
    </Section>
  )
}

function Problems({ list }: { readonly list: readonly string[] }) {
  return list.slice(0, 3).map((problem) => (
    <span key={problem} className={styles.problem}>
      {problem}
    </span>
  ))
}
