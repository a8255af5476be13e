import { FastForward, PencilLine, StepForward, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { isFinal, type RunNode } from '../../src/simulate/index.ts'
import { isGoingOn, useRun } from '../store/index.ts'
import { Button } from '../ui/index.ts'
import styles from './NodePane.module.css'
import { OutcomeForm } from './OutcomeForm.tsx'
import { ResumeForm } from './ResumeForm.tsx'
import { StepForm } from './StepForm.tsx'
import { useDesk } from './use-shown.ts'

/** What can be done with a node: answer it, run on from it, or change what it gives. */
export function NodeActions({ node }: { readonly node: RunNode }) {
  const desk = useDesk()
  const isBusy = useRun((state) => isGoingOn(state.progress) && state.progress.kind !== 'waiting')
  const isNow = useRun((state) => state.cursor === undefined)
  const [form, setForm] = useState<'outcome' | 'inputs'>()
  const close = (): void => setForm(undefined)
  const asked = useMemo(
    () => (isFinal(node.phase) ? desk.askedAlone(node.id) : undefined),
    [desk, node],
  )
  const outcome = desk.outcomeOf(node.id)
  const mock = desk.mockOf(node)
  if (node.type === 'Suspend' && !isFinal(node.phase))
    return isNow ? <ResumeForm key={node.id} node={node} /> : null
  if (form === 'inputs' && asked !== undefined)
    return <StepForm key={node.id} node={node} asked={asked} onDone={close} />
  if (form === 'outcome' && outcome !== undefined)
    return <OutcomeForm key={node.id} node={node} outcome={outcome} onDone={close} />
  const canRunFrom = isFinal(node.phase) && node.boundaryID !== ''
  if (!canRunFrom && outcome === undefined && asked === undefined) return null
  return (
    <div className={styles.actions}>
      {canRunFrom && (
        <Button
          size="sm"
          icon={<FastForward />}
          disabled={isBusy}
          title="Runs again from here on; what had ended before is kept"
          onClick={() => desk.runFrom(node.id)}
        >
          Run from here
        </Button>
      )}
      {asked !== undefined && (
        <Button
          size="sm"
          icon={<StepForward />}
          disabled={isBusy}
          title="Runs this step and nothing else, with inputs that you give"
          onClick={() => setForm('inputs')}
        >
          Run only this
        </Button>
      )}
      {outcome !== undefined && (
        <Button
          size="sm"
          icon={<PencilLine />}
          disabled={isBusy}
          title="Says what it gives, and runs again to show what changes"
          onClick={() => setForm('outcome')}
        >
          Change what it gives
        </Button>
      )}
      {mock !== undefined && (
        <Button
          size="sm"
          icon={<Trash2 />}
          disabled={isBusy}
          title="What it gives was said for all runs: take that back, and run again"
          onClick={() => desk.forget(mock)}
        >
          Take back what was said
        </Button>
      )}
    </div>
  )
}
