import { RecallEach } from '../base/index.ts'
import type { YamlDocument, YamlNode } from '../yaml/index.ts'
import { FieldReader } from './fields.ts'
import { readHooks, readTemplateRef } from './read-hooks.ts'
import {
  readPorts,
  readParameters,
  readArtifacts,
  readContainer,
  readScript,
  readSetContainer,
} from './read-parts.ts'
import { templateTypes } from './template-types.ts'
import type {
  LaneView,
  ManifestKind,
  ManifestView,
  SpecView,
  StepView,
  TemplateView,
} from './view.ts'

const manifestKinds: readonly string[] = [
  'Workflow',
  'WorkflowTemplate',
  'ClusterWorkflowTemplate',
  'CronWorkflow',
] satisfies ManifestKind[]

const manifests = new WeakMap<YamlDocument, ManifestView>()

/** Whether a kind is one of Argo's that hold a workflow. */
export function isManifestKind(kind: string | undefined): kind is ManifestKind {
  return kind !== undefined && manifestKinds.includes(kind)
}

/** Reads a document as a manifest, whatever it is: what it lacks is absent from the view. */
export function readManifest(document: YamlDocument): ManifestView {
  const known = manifests.get(document)
  if (known !== undefined) return known
  const reader = new FieldReader(document)
  const { root } = document
  const kind = reader.text(root, 'kind')
  const metadata = reader.field(root, 'metadata')
  const specPath = kind === 'CronWorkflow' ? ['spec', 'workflowSpec'] : ['spec']
  const specNode = reader.at(root, specPath)
  const manifest: ManifestView = {
    document,
    kind,
    apiVersion: reader.text(root, 'apiVersion'),
    name: reader.text(metadata, 'name'),
    generateName: reader.text(metadata, 'generateName'),
    namespace: reader.text(metadata, 'namespace'),
    specPath,
    spec: readSpec(reader, specNode),
  }
  manifests.set(document, manifest)
  return manifest
}

function readSpec(reader: FieldReader, node: YamlNode | undefined): SpecView {
  const given = reader.field(node, 'arguments')
  return {
    node: node?.kind === 'map' ? node : undefined,
    entrypoint: reader.text(node, 'entrypoint'),
    onExit: reader.text(node, 'onExit'),
    workflowTemplateRef: reader.text(reader.field(node, 'workflowTemplateRef'), 'name'),
    workflowTemplateScope: reader.flag(reader.field(node, 'workflowTemplateRef'), 'clusterScope'),
    parameters: readParameters(reader, given),
    artifacts: readArtifacts(reader, given),
    templates: reader
      .items(reader.field(node, 'templates'))
      .map((item) => readTemplate(reader, item)),
  }
}

function readTemplate(reader: FieldReader, template: YamlNode): TemplateView {
  return reader.memo('template', template, (node) => {
    const type = templateTypes.find(
      (key) => reader.keys(node).includes(key) || reader.field(node, key) !== undefined,
    )
    return {
      node,
      name: reader.text(node, 'name'),
      type,
      inputs: readPorts(reader, reader.field(node, 'inputs')),
      outputs: readPorts(reader, reader.field(node, 'outputs')),
      lanes: type === 'steps' ? readLanes(reader, reader.field(node, 'steps')) : [],
      tasks:
        type === 'dag'
          ? reader
              .items(reader.field(reader.field(node, 'dag'), 'tasks'))
              .map((task) => readStep(reader, task))
          : [],
      containers:
        type === 'containerSet'
          ? reader
              .items(reader.field(reader.field(node, 'containerSet'), 'containers'))
              .map((container) => readSetContainer(reader, container))
          : [],
      script: type === 'script' ? readScript(reader, reader.field(node, 'script')) : undefined,
      container:
        type === 'container' ? readContainer(reader, reader.field(node, 'container')) : undefined,
    }
  })
}

/** Lanes that an edit did not touch are found together, which takes far less time than one by one. */
function readLanes(reader: FieldReader, list: YamlNode | undefined): readonly LaneView[] {
  const items = reader.items(list)
  if (list === undefined || reader.isOwn(list)) return items.map((lane) => readLane(reader, lane))
  return lanes.of(items)
}

/** Without aliases, any reader reads the same. */
const plainReader = new FieldReader()
const lanes = new RecallEach<YamlNode, LaneView>((lane) => readLane(plainReader, lane))

function readLane(reader: FieldReader, lane: YamlNode): LaneView {
  return reader.memo('lane', lane, (node) => ({
    node,
    steps: reader.items(node).map((step) => readStep(reader, step)),
  }))
}

function readStep(reader: FieldReader, step: YamlNode): StepView {
  return reader.memo('step', step, (node) => {
    const given = reader.field(node, 'arguments')
    const inline = reader.field(node, 'inline')
    const continues = reader.field(node, 'continueOn')
    return {
      node,
      name: reader.text(node, 'name'),
      template: reader.text(node, 'template'),
      templateRef: readTemplateRef(reader, node),
      inline: inline === undefined ? undefined : readTemplate(reader, inline),
      parameters: readParameters(reader, given),
      artifacts: readArtifacts(reader, given),
      when: reader.text(node, 'when'),
      loop: (['withItems', 'withParam', 'withSequence'] as const).find(
        (key) => reader.field(node, key) !== undefined,
      ),
      ...readItems(reader, node),
      continuesOn: (['failed', 'error'] as const).filter((key) => reader.flag(continues, key)),
      hooks: reader.keys(reader.field(node, 'hooks')),
      hookCalls: readHooks(reader, node),
      onExit: reader.text(node, 'onExit'),
      depends: reader.text(node, 'depends'),
      dependencies: reader.texts(reader.field(node, 'dependencies')),
    }
  })
}

function readItems(
  reader: FieldReader,
  step: YamlNode,
): Pick<StepView, 'itemKeys' | 'itemFields' | 'collects'> {
  const items = reader.items(reader.field(step, 'withItems'))
  const hasParam = (reader.text(step, 'withParam') ?? '') !== ''
  if (items.length === 0)
    return { ...noItems, itemFields: hasParam ? 'any' : [], collects: hasParam }
  const itemKeys = [...new Set(items.flatMap((item) => reader.keys(item)))]
  const longest = Math.max(...items.map((item) => reader.items(item).length))
  const places = Array.from({ length: longest }, (_, index) => `[${String(index)}]`)
  return { itemKeys, itemFields: [...itemKeys, ...places], collects: true }
}

const noItems: Pick<StepView, 'itemKeys'> = { itemKeys: [] }
