import { Check, FileCode } from 'lucide-react'
import { scriptLanguage, type TemplateType } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import { itemsOf, valueOf, type YamlNode } from '../../src/yaml/index.ts'
import { useActions } from '../store/index.ts'
import { Button, Section } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { ObjectForm } from './form/ObjectForm.tsx'
import { asField } from './form/form-plan.ts'
import { summaryOf } from './form/summary.ts'
import { ValueField } from './form/ValueField.tsx'
import styles from './forms.module.css'
import { typeForms } from './known-fields.ts'
import { PluginForm, pluginName } from './PluginForm.tsx'
import { RawRow } from './RawRow.tsx'
import { approvalFields, isApproval } from './approval.ts'

const languages = {
  python: 'Python',
  shell: 'Shell',
  javascript: 'JavaScript',
  plaintext: 'plain text',
} as const

/** What a template runs, by its type; the lanes and tasks of a template of the file are on the canvas instead. */
export function TypeSection({
  type,
  path,
  node,
  isInline,
}: {
  readonly type: TemplateType
  /** Of the template. */
  readonly path: Path
  readonly node: YamlNode
  readonly isInline: boolean
}) {
  const { title, object } = typeForms[type]
  const own = [...path, type]
  const value = valueOf(node, type)
  if (type === 'steps' && !isInline) return null
  const isShown = object !== undefined && (value === undefined || value.kind === 'map')
  const plugin = type === 'plugin' ? pluginName(value) : undefined
  // Nothing but a key, as in `suspend:`, or `suspend: {}`.
  const isVoid = value === undefined || value.kind === 'empty'
  return (
    <Section title={title} level={3} summary={summaryOf(value)}>
      {type === 'steps' ? (
        <ValueField
          name="Lanes"
          field={lanesField}
          plan={lanesPlan}
          path={own}
          node={value}
          emptied={0}
        />
      ) : isShown || (isVoid && object !== undefined) ? (
        <ObjectForm
          type={object}
          path={own}
          node={value}
          hidden={
            type === 'script' && !isInline
              ? ['source']
              : type === 'dag' && !isInline
                ? ['tasks']
                : []
          }
        />
      ) : plugin !== undefined ? (
        <PluginForm path={own} node={value} name={plugin} />
      ) : (
        <RawRow label={type} path={own} />
      )}
      {type === 'script' && !isInline && <EditScript node={value} />}
      {type === 'suspend' && <Approval path={path} node={node} />}
    </Section>
  )
}

const lanesField = asField({
  kind: 'list',
  of: { kind: 'list', of: { kind: 'object', name: 'WorkflowStep' } },
})

const lanesPlan = { noun: 'lane' }

function EditScript({ node }: { readonly node: YamlNode | undefined }) {
  const actions = useActions()
  const image = valueOf(node, 'image')
  const command = itemsOf(valueOf(node, 'command')).flatMap((item) =>
    item.kind === 'scalar' ? [item.value] : [],
  )
  const language = scriptLanguage({
    command,
    image: image?.kind === 'scalar' ? image.value : undefined,
  })
  return (
    <div className={styles.line}>
      <Button
        icon={<FileCode />}
        onClick={() => {
          actions.openCode('script')
        }}
      >
        Edit script
      </Button>
      <span className={styles.note}>{`Highlighted as ${languages[language]}.`}</span>
    </div>
  )
}

/** Asks the person who resumes the workflow to choose. */
function Approval({ path, node }: { readonly path: Path; readonly node: YamlNode }) {
  const edits = useEdits()
  if (isApproval(node))
    return (
      <p className={styles.note}>
        Whoever resumes it chooses: each output that is supplied on resume is asked for, and the
        input of the same name lists what may be chosen.
      </p>
    )
  return (
    <div>
      <Button
        size="sm"
        icon={<Check />}
        onClick={() => void edits.run('setFields', { fields: approvalFields(path, node) })}
      >
        Ask for approval
      </Button>
    </div>
  )
}
