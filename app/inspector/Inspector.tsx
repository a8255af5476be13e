import { useState, type ReactNode } from 'react'
import {
  isTaskPlace,
  nodeAt,
  nodePath,
  templateIndex as indexOf,
  type NodePlace,
} from '../../src/argo/index.ts'
import { referenceWords, useScene, useSceneOf, type Scene } from '../store/index.ts'
import { EmptyState, Tabs, useLasting, type Tab } from '../ui/index.ts'
import { ContainerForm, ContainersSummary } from './ContainerForm.tsx'
import { DraftsContext } from './drafts.ts'
import { FormRoot } from './form/FormRoot.tsx'
import styles from './Inspector.module.css'
import { StepForm } from './StepForm.tsx'
import { StepsSummary } from './StepsSummary.tsx'
import { InlineTemplateForm, TemplateForm } from './TemplateForm.tsx'
import { WorkflowForm } from './WorkflowForm.tsx'

/**
 * The forms for what is selected: the step, the template that it calls (without a step, the one that is drawn) and the workflow.
 */
export function Inspector() {
  const scene = useScene()
  return scene.isTests ? <OfTests /> : <Forms scene={scene} />
}

function OfTests() {
  return (
    <EmptyState title="A file of tests">
      Steps and templates are in the workflow that it tests. The tests are edited in the YAML.
    </EmptyState>
  )
}

function Forms({ scene }: { readonly scene: Scene }) {
  const { manifest, isStale, lock, document } = scene
  const selected = scene.selectedNodes.length > 0 ? scene.selectedNodes : scene.nested
  const selectedContainers =
    scene.selectedContainers.length > 0 ? scene.selectedContainers : scene.nestedContainers
  const saysStale = useLasting(isStale, 300)
  const hasSteps = selected.length + selectedContainers.length > 0
  // The tab that was chosen holds until something is selected, or nothing any more.
  const [choice, setChoice] = useState({ hasSteps, tab: hasSteps ? 'step' : 'template' })
  if (choice.hasSteps !== hasSteps) setChoice({ hasSteps, tab: hasSteps ? 'step' : 'template' })
  const [drafts] = useState(() => new Map<string, string>())

  const [first] = selected
  const one = selected.length === 1 ? first : undefined
  const view = one === undefined ? undefined : nodeAt(manifest, one)
  const [container, otherContainer] = selectedContainers
  const shown = one === undefined ? scene.templateIndex : indexOf(manifest, view?.template)
  const step =
    container !== undefined ? (
      otherContainer === undefined ? (
        <ContainerForm key={JSON.stringify([document, container])} place={container} />
      ) : (
        <ContainersSummary places={selectedContainers} />
      )
    ) : one === undefined ? (
      <StepsSummary places={selected} />
    ) : (
      <StepForm key={keyOf(document, one)} place={one} />
    )
  const template =
    one !== undefined && view?.inline !== undefined ? (
      <InlineTemplateForm
        key={`${keyOf(document, one)}/inline`}
        template={view.inline}
        path={[...nodePath(manifest, one), 'inline']}
        owner={view.name}
      />
    ) : one === undefined && typeof scene.address === 'object' && scene.template ? (
      <InlineTemplateForm
        key={JSON.stringify([document, scene.address])}
        template={scene.template}
        path={scene.address}
        owner={scene.trail.at(-1)?.name}
      />
    ) : shown === undefined ? (
      <NoTemplate hasStep={one !== undefined} />
    ) : (
      <TemplateForm key={`${String(document)}/${String(shown)}`} index={shown} />
    )
  // A tab that goes out of sight is drawn once more before it does: with what it is to show next, for nothing.
  const content = (tab: string, form: ReactNode): ReactNode => (tab === choice.tab ? form : null)
  const tabs: Tab[] = [
    ...(hasSteps
      ? [
          {
            value: 'step',
            label: tabLabel(selected, selectedContainers),
            content: content('step', step),
          },
        ]
      : []),
    { value: 'template', label: 'Template', content: content('template', template) },
    {
      value: 'workflow',
      label: 'Workflow',
      content: content('workflow', <WorkflowForm key={document} />),
    },
  ]
  return (
    <DraftsContext value={drafts}>
      <FormRoot>
        <fieldset className={styles.inspector} disabled={lock !== undefined}>
          <legend className={styles.legend}>Inspector</legend>
          {lock !== undefined && !isStale && <p className={styles.stale}>{lock}</p>}
          {saysStale && (
            <p className={styles.stale} role="status">
              The YAML does not parse just now, so this is how it was. Mend the text to edit here.
            </p>
          )}
          <div className={styles.tabs}>
            <Tabs
              fill
              label="Inspector"
              tabs={tabs}
              value={choice.tab}
              onChange={(tab) => {
                setChoice({ hasSteps, tab })
              }}
            />
          </div>
        </fieldset>
      </FormRoot>
    </DraftsContext>
  )
}

function NoTemplate({ hasStep }: { readonly hasStep: boolean }) {
  const { workflowTemplateRef: name, workflowTemplateScope } = useSceneOf(
    ({ manifest }) => manifest.spec,
  )
  if (name !== undefined)
    return (
      <EmptyState title="No template of its own">
        {`The workflow runs the ${referenceWords({ name, clusterScope: workflowTemplateScope })}.`}
      </EmptyState>
    )
  return hasStep ? (
    <EmptyState title="Not a template of this file">
      What the step runs is in another file, or nowhere.
    </EmptyState>
  ) : (
    <EmptyState title="No template yet">Add a step from the palette to make one.</EmptyState>
  )
}

/** What is selected, in a word. */
function tabLabel(nodes: readonly NodePlace[], containers: readonly unknown[]): string {
  const [first] = nodes
  const word = first === undefined ? 'Container' : isTaskPlace(first) ? 'Task' : 'Step'
  return nodes.length + containers.length === 1 ? word : `${word}s`
}

function keyOf(document: number, place: NodePlace): string {
  return JSON.stringify([document, place])
}
