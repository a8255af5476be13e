import type { Path } from '../../base/index.ts'
import type { FieldReader, TemplateView } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule, StepRule } from '../scope.ts'

type Shape = 'map' | 'seq'

const words: Readonly<Record<Shape, string>> = { map: 'a map (key: value)', seq: 'a list (- item)' }

/** The parts of a manifest must be maps and lists where Argo wants them. */
export const checkManifestShape: DocumentRule = ({ manifest, reader }) => {
  const { kind = 'manifest', document, specPath, spec } = manifest
  const findings: Finding[] = []
  let node: YamlNode | undefined = document.root
  for (const [index, key] of specPath.entries()) {
    const path = specPath.slice(0, index + 1)
    node = typeof key === 'string' ? reader.field(node, key) : undefined
    if (node === undefined) {
      const message = `This ${kind} has no ${path.join('.')}. Write it with what is to run.`
      return [{ code: 'shape', message, path: specPath.slice(0, index) }]
    }
    if (node.kind !== 'map') return [wrong(path, node, 'map')]
  }
  const templates = reader.field(spec.node, 'templates')
  if (templates !== undefined && templates.kind !== 'seq')
    findings.push(wrong([...specPath, 'templates'], templates, 'seq'))
  for (const [index, item] of reader.items(templates).entries()) {
    const template = reader.resolve(item)
    if (template?.kind !== 'map')
      findings.push(wrong([...specPath, 'templates', index], template, 'map'))
  }
  return [...findings, ...ports(reader, spec.node, 'arguments', specPath)]
}

/** The parts of a template must be maps and lists where Argo wants them; lanes are lists in a list. */
export const checkTemplateShape: OwnRule = (template, reader) => {
  const { node } = template
  return [
    ...(['script', 'container', 'containerSet', 'dag', 'suspend'] as const).flatMap((key) =>
      fieldShape(reader, node, key, 'map'),
    ),
    ...ports(reader, node, 'inputs', []),
    ...ports(reader, node, 'outputs', []),
    ...laneShapes(template, reader),
  ]
}

/** So must the parts of a step. */
export const checkStepShapes: StepRule = ({ node }, reader) => {
  const step = reader.resolve(node)
  if (step?.kind !== 'map') return [wrong([], step, 'map')]
  return [
    ...ports(reader, node, 'arguments', []),
    ...(['templateRef', 'inline', 'hooks'] as const).flatMap((key) =>
      fieldShape(reader, node, key, 'map'),
    ),
  ]
}

function laneShapes({ node }: TemplateView, reader: FieldReader): Finding[] {
  const steps = reader.field(node, 'steps')
  if (steps === undefined) return []
  if (steps.kind !== 'seq') return [wrong(['steps'], steps, 'seq')]
  const findings: Finding[] = []
  reader.items(steps).forEach((item, index) => {
    const lane = item.kind === 'seq' ? item : reader.resolve(item)
    if (lane?.kind === 'seq') return
    const path = ['steps', index]
    const message =
      'Each lane is a list of steps: write `- - name:` for a lane of one step, and indent the lines below.'
    findings.push(
      lane?.kind === 'map' ? { code: 'lanes-flat', message, path } : wrong(path, lane, 'seq'),
    )
  })
  return findings
}

function ports(
  reader: FieldReader,
  owner: YamlNode | undefined,
  key: string,
  path: Path,
): readonly Finding[] {
  const node = reader.field(owner, key)
  if (node === undefined) return []
  if (node.kind !== 'map') return [wrong([...path, key], node, 'map')]
  return ['parameters', 'artifacts'].flatMap((list) =>
    fieldShape(reader, node, list, 'seq').map((finding) => ({
      ...finding,
      path: [...path, key, ...finding.path],
    })),
  )
}

function fieldShape(reader: FieldReader, owner: YamlNode, key: string, shape: Shape): Finding[] {
  const node = reader.field(owner, key)
  return node === undefined || node.kind === shape ? [] : [wrong([key], node, shape)]
}

function wrong(path: Path, node: YamlNode | undefined, wanted: Shape): Finding {
  const last = path.findLast((part) => typeof part === 'string') ?? 'this'
  const what = typeof path.at(-1) === 'number' ? `An item of ${last}` : `The value of ${last}`
  const is = node === undefined || node.kind === 'empty' ? 'nothing' : described(node)
  return { code: 'shape', message: `${what} must be ${words[wanted]}, and this is ${is}.`, path }
}

function described({ kind }: YamlNode): string {
  return kind === 'map' || kind === 'seq' ? words[kind] : 'a single value'
}
