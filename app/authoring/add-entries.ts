import type { ManifestView } from '../../src/argo/index.ts'
import { kindWords, type CardKind } from '../../src/graph/index.ts'
import { isManifestKind } from '../../src/argo/index.ts'
import { inlineFields, type NewTemplateType } from '../../src/edit/index.ts'

/** Something that can be put on the canvas. */
export interface AddEntry {
  readonly id: string
  readonly label: string
  /** What it is, in a few words. */
  readonly detail: string
  readonly kind: CardKind
  readonly group: 'New step' | 'Templates in this file' | 'More kinds' | 'Written in place'
  /** The arguments of `addStep` beside where it goes. */
  readonly args: {
    readonly newTemplate?: { readonly type: string; readonly language?: string }
    readonly step?: Readonly<Record<string, unknown>>
  }
}

/** Steps that come with a template of their own, of the kinds that most files have. */
const dailyEntries: readonly AddEntry[] = [
  script('python', 'Python script', 'Runs a Python function'),
  script('shell', 'Bash script', 'Runs shell commands'),
  script('javascript', 'JavaScript script', 'Runs on Node'),
  fresh('New step', 'container', 'Container', 'Runs an image'),
  fresh('New step', 'suspend', 'Suspend', 'Waits until resumed'),
  fresh('New step', 'steps', 'Nested steps', 'Lanes of their own'),
  fresh('New step', 'dag', 'DAG', 'Tasks that depend on others'),
]

const moreEntries: readonly AddEntry[] = [
  fresh('More kinds', 'approval', 'Approval', 'A person chooses'),
  fresh('More kinds', 'wait', 'Wait', 'Goes on after a time'),
  fresh('More kinds', 'containerSet', 'Container set', 'Containers in one pod'),
  fresh('More kinds', 'resource', 'Resource', 'Makes a Kubernetes object'),
  fresh('More kinds', 'http', 'HTTP request', 'Calls an address'),
  fresh('More kinds', 'data', 'Data', 'Lists and filters files'),
  fresh('More kinds', 'plugin', 'Plugin', 'Runs an executor plugin'),
  {
    id: 'new:templateRef',
    label: 'Template of another file',
    detail: 'Calls a WorkflowTemplate',
    kind: 'templateRef',
    group: 'More kinds',
    args: { step: { name: 'call', templateRef: { name: 'my-templates', template: 'main' } } },
  },
  inPlace('script', 'Inline script', 'Python without a template'),
  inPlace('container', 'Inline container', 'An image without a template'),
  inPlace('steps', 'Inline steps', 'Lanes without a template'),
]

/** Everything new, whatever the file has. */
export const newEntries: readonly AddEntry[] = [...dailyEntries, ...moreEntries]

/** All that can be added to a file: new steps of daily kinds, a call of each template that it has, then what is rarer. */
export function addEntries(manifest: ManifestView): readonly AddEntry[] {
  if (!isManifestKind(manifest.kind)) return newEntries
  const names = new Set<string>()
  const templates = manifest.spec.templates.flatMap(({ name, type }): AddEntry[] => {
    if (name === undefined || name === '' || names.has(name)) return []
    names.add(name)
    const kind = type ?? 'unknown'
    return [
      {
        id: `template:${name}`,
        label: name,
        detail: kindWords(kind),
        kind,
        group: 'Templates in this file',
        args: { step: { template: name } },
      },
    ]
  })
  return [...dailyEntries, ...templates, ...moreEntries]
}

function script(language: string, label: string, detail: string): AddEntry {
  return {
    id: `new:${language}`,
    label,
    detail,
    kind: 'script',
    group: 'New step',
    args: { newTemplate: { type: 'script', language } },
  }
}

function inPlace(type: 'script' | 'container' | 'steps', label: string, detail: string): AddEntry {
  return {
    id: `inline:${type}`,
    label,
    detail,
    kind: type,
    group: 'Written in place',
    args: { step: { name: type, inline: inlineFields(type) } },
  }
}

function fresh(
  group: AddEntry['group'],
  type: NewTemplateType,
  label: string,
  detail: string,
): AddEntry {
  return {
    id: `new:${type}`,
    label,
    detail,
    kind: type === 'wait' || type === 'approval' ? 'suspend' : type,
    group,
    args: { newTemplate: { type } },
  }
}
