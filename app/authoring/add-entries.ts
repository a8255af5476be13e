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
  readonly group: 'New step' | 'Written in place' | 'Templates in this file'
  /** The arguments of `addStep` beside where it goes. */
  readonly args: {
    readonly newTemplate?: { readonly type: string; readonly language?: string }
    readonly step?: Readonly<Record<string, unknown>>
  }
}

/** Steps that come with a template of their own. */
export const newEntries: readonly AddEntry[] = [
  script('python', 'Python script', 'Runs a Python function'),
  script('shell', 'Bash script', 'Runs shell commands'),
  script('javascript', 'JavaScript script', 'Runs on Node'),
  fresh('container', 'Container', 'Runs an image'),
  fresh('suspend', 'Suspend', 'Waits until resumed'),
  fresh('steps', 'Nested steps', 'Lanes of their own'),
  fresh('wait', 'Wait', 'Goes on after a time'),
  fresh('approval', 'Approval', 'A person chooses'),
  fresh('dag', 'DAG', 'Tasks that depend on others'),
  fresh('containerSet', 'Container set', 'Containers in one pod'),
  fresh('resource', 'Resource', 'Makes a Kubernetes object'),
  fresh('http', 'HTTP request', 'Calls an address'),
  fresh('data', 'Data', 'Lists and filters files'),
  fresh('plugin', 'Plugin', 'Runs an executor plugin'),
  {
    id: 'new:templateRef',
    label: 'Template of another file',
    detail: 'Calls a WorkflowTemplate',
    kind: 'templateRef',
    group: 'New step',
    args: { step: { name: 'call', templateRef: { name: 'my-templates', template: 'main' } } },
  },
  inPlace('script', 'Inline script', 'Python without a template'),
  inPlace('container', 'Inline container', 'An image without a template'),
  inPlace('steps', 'Inline steps', 'Lanes without a template'),
]

/** All that can be added to a file: new steps, then a call of each template that it has. */
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
  return [...newEntries, ...templates]
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

function fresh(type: NewTemplateType, label: string, detail: string): AddEntry {
  return {
    id: `new:${type}`,
    label,
    detail,
    kind: type === 'wait' || type === 'approval' ? 'suspend' : type,
    group: 'New step',
    args: { newTemplate: { type } },
  }
}
