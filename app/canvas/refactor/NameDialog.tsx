import { useState } from 'react'
import { freeName } from '../../../src/argo/index.ts'
import { useDesigner, useScene, type Scene } from '../../store/index.ts'
import { Field, TextField } from '../../ui/index.ts'
import { AskDialog } from './AskDialog.tsx'
import { refactor, selectedStep, tryOut, type Offer, type OfferDialogProps } from './offers.ts'

/** Asks what a template that is made out of something is to be called. */
export function NameDialog({ offer, onClose }: OfferDialogProps) {
  const designer = useDesigner()
  const scene = useScene()
  const [name, setName] = useState(() => suggestion(offer, scene))
  const result = tryOut(offer, scene, { name })
  const isExtract = offer.id === 'extractTemplate'
  const count = scene.selectedNodes.length
  const word = scene.template?.type === 'dag' ? 'task' : 'step'
  return (
    <AskDialog
      title={isExtract ? 'Extract into a template' : 'Name the inline template'}
      description={
        isExtract
          ? `${count === 1 ? `The ${word} becomes` : `The ${String(count)} ${word}s become`} a template that is called in ${count === 1 ? 'its' : 'their'} place. What goes in and out becomes its inputs and outputs.`
          : `The template that stands in the ${word} becomes one of the list, which others can call too.`
      }
      verb={isExtract ? 'Extract' : 'Name it'}
      problem={result.ok ? undefined : result.error.message}
      onDo={() => refactor(designer, offer, { name })}
      onClose={onClose}
    >
      <Field label="Name of the template">
        <TextField
          autoFocus
          mono
          value={name}
          onChange={setName}
          onFocus={(event) => event.target.select()}
        />
      </Field>
    </AskDialog>
  )
}

function suggestion(offer: Offer, scene: Scene): string {
  const taken = new Set(scene.manifest.spec.templates.flatMap(({ name }) => name ?? []))
  const base =
    offer.id === 'nameInline'
      ? (selectedStep(scene)?.name ?? 'template')
      : `${scene.template?.name ?? 'template'}-part`
  return freeName(base, taken)
}
