import { ArrowRight, Ellipsis } from 'lucide-react'
import {
  allSteps,
  calledTemplate,
  nameProblem,
  isTaskPlace,
  nodeAt,
  nodePath,
  templateAt,
  templateIndex,
  type NodePlace,
  type StepView,
  type TemplateView,
} from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { valueOf, type YamlNode } from '../../src/yaml/index.ts'
import { useActions, useScene } from '../store/index.ts'
import { Banner, Combobox, CommitField, Field, IconButton, Menu } from '../ui/index.ts'
import { Arguments } from './Arguments.tsx'
import { useEdits, type StepHandle } from './commands.ts'
import { Condition } from './Condition.tsx'
import { Fact } from './Fact.tsx'
import { DryRunSection } from './dry-run/DryRunSection.tsx'
import { DataSection } from './flow/DataSection.tsx'
import { AreasForm } from './form/AreasForm.tsx'
import { LoopSection } from './form/LoopSection.tsx'
import { ObjectForm } from './form/ObjectForm.tsx'
import { useChoice } from './form/use-choice.ts'
import styles from './forms.module.css'
import { rawFields, type Shape } from './raw-fields.ts'
import { RawRow } from './RawRow.tsx'
import { ReferenceNote } from './reference/ReferenceNote.tsx'
import { referredTemplate } from './reference/referred-template.ts'
import { shorten } from './shorten.ts'

/** What the head and the sections of the form show, and the shape that they need for it. */
const headShown: Readonly<Record<string, Shape>> = {
  name: 'text',
  template: 'text',
  templateRef: 'map',
  inline: 'map',
  when: 'text',
  arguments: 'map',
}

const stepHidden = [...Object.keys(headShown), 'withItems', 'withParam', 'withSequence']

/** Everything about one step of a lane, or one task of a dag. */
export function StepForm({ place }: { readonly place: NodePlace }) {
  const scene = useScene()
  const { manifest } = scene
  const template = templateAt(manifest, place.template)
  const step = nodeAt(manifest, place)
  if (template === undefined || step === undefined) return null
  const path = nodePath(manifest, place)
  const handle: StepHandle = { place, name: step.name }
  const called = calledTemplate(manifest, step) ?? referredTemplate(scene, step)
  const type = isTaskPlace(place) ? 'DAGTask' : 'WorkflowStep'
  const odd = [
    ...rawFields(step.node, path, headShown).filter(({ key }) => key in headShown),
    ...rawFields(valueOf(step.node, 'arguments'), [...path, 'arguments'], {
      parameters: 'seq',
      artifacts: 'seq',
    }),
  ]
  return (
    <div className={styles.form} ref={showTop}>
      {step.node.kind === 'alias' && (
        <Banner>{`This step is the alias *${shorten(step.node.name)}: change it where that is defined.`}</Banner>
      )}
      <StepHead step={step} handle={handle} template={template} called={called} path={path} />
      <Arguments step={step} handle={handle} called={called} path={path} />
      <Condition step={step} handle={handle} />
      <LoopSection type={type} path={path} node={step.node} />
      <DataSection path={path} />
      {step.name !== undefined && (
        <DryRunSection
          who={{ step: step.name, template: step.template }}
          template={called}
          isLooped={step.loop !== undefined}
        />
      )}
      <AreasForm
        parts={[{ type, path, node: step.node, hidden: stepHidden }]}
        {...(odd.length > 0 && {
          odd: odd.map((field) => (
            <RawRow key={field.path.join('\0')} label={field.key} path={field.path} />
          )),
        })}
      />
    </div>
  )
}

/** Another step is read from its name on. */
function showTop(form: HTMLElement | null): void {
  form?.closest('[role=tabpanel]')?.scrollTo(0, 0)
}

function StepHead({
  step,
  handle,
  template,
  called,
  path,
}: {
  readonly step: StepView
  readonly handle: StepHandle
  readonly template: TemplateView
  readonly called: TemplateView | undefined
  readonly path: Path
}) {
  const { manifest } = useScene()
  const edits = useEdits()
  const actions = useActions()
  const { templateRef } = step
  const index = templateIndex(manifest, step.template)
  const isTaken = (name: string): boolean =>
    allSteps(template).some((other) => other !== step && other.name === name)
  const names = new Set(manifest.spec.templates.flatMap(({ name }) => name ?? []))
  const menu = (
    <CalleeMenu
      type={isTaskPlace(handle.place) ? 'DAGTask' : 'WorkflowStep'}
      path={path}
      node={step.node}
      names={[...names]}
    />
  )
  return (
    <div className={styles.head}>
      <CommitField
        label="Name"
        layout="row"
        mono
        value={step.name ?? ''}
        onCommit={(name) =>
          nameProblem(name) ??
          (isTaken(name)
            ? `Another ${isTaskPlace(handle.place) ? 'task' : 'step'} of this template has that name.`
            : edits.onStep(handle, 'renameStep', { name }))
        }
      />
      {templateRef !== undefined ? (
        <>
          <Fact
            label="Template"
            after={menu}
            note={`From another ${templateRef.clusterScope ? 'cluster workflow template' : 'workflow template'}.`}
          >
            {`${templateRef.name ?? '?'} / ${templateRef.template ?? '?'}`}
          </Fact>
          <ReferenceNote reference={templateRef} />
          <ObjectForm
            type="TemplateRef"
            path={[...path, 'templateRef']}
            node={valueOf(step.node, 'templateRef')}
          />
        </>
      ) : step.inline !== undefined ? (
        <Fact label="Template" after={menu} note="Written in place: see the tab Template.">
          {step.inline.type ?? 'no type'}
        </Fact>
      ) : (
        <Field
          label="Template"
          layout="row"
          error={
            called !== undefined
              ? undefined
              : step.template === undefined
                ? 'Choose what the step runs.'
                : 'There is no template of that name in this file.'
          }
        >
          <div className={styles.line}>
            <div className={styles.grow}>
              <Combobox
                mono
                value={step.template ?? ''}
                placeholder="Choose…"
                options={[...names].map((name) => {
                  const type = manifest.spec.templates[templateIndex(manifest, name) ?? -1]?.type
                  return type === undefined ? { value: name } : { value: name, description: type }
                })}
                onCommit={(name) =>
                  edits.run('setField', { path: [...path, 'template'], value: name })
                }
              />
            </div>
            {menu}
            {index !== undefined && (
              <IconButton
                icon={<ArrowRight />}
                label="Open template"
                side="left"
                onClick={() => {
                  actions.enterTemplate(index)
                }}
              />
            )}
          </div>
        </Field>
      )}
    </div>
  )
}

const callees = ['template', 'templateRef', 'inline'] as const

const calleeWords = {
  template: 'Call a template of this file',
  templateRef: 'Call a template of another file',
  inline: 'Write the template in place',
} as const

/** The other ways to say what a step runs. */
function CalleeMenu({
  type,
  path,
  node,
  names,
}: {
  readonly type: string
  readonly path: Path
  readonly node: YamlNode
  readonly names: readonly string[]
}) {
  const { present, choose } = useChoice(type, callees, path, node)
  const fresh = {
    template: names[0] ?? '',
    templateRef: { name: '', template: '' },
    inline: { container: { image: '' } },
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton icon={<Ellipsis />} label="Other ways to say what it runs" side="left" />
      }
      entries={callees
        .filter((key) => !present.includes(key))
        .map((key) => ({
          type: 'action',
          label: calleeWords[key],
          onSelect: () => {
            choose(key, fresh[key])
          },
        }))}
    />
  )
}
