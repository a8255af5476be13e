import type { FieldReader, TemplateView } from '../../argo/index.ts'
import { parseTree } from '../../yaml/index.ts'
import { isOfRun } from '../filled-in.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'
import { similarName } from '../similar.ts'
import { settledName } from '../settled.ts'
import { checkJson } from './json.ts'
import { unknownValue } from './known-values.ts'

const actions = ['get', 'create', 'apply', 'delete', 'replace', 'patch']

/** A resource template does one of six things, four of them with a manifest. (Argo: validateLeaf.) */
export const checkResource: OwnRule = (template, reader) => {
  const resource = reader.field(template.node, 'resource')
  if (resource?.kind !== 'map') return []
  const action = reader.text(resource, 'action') ?? ''
  const isMade =
    action.startsWith('{{') && !isOfRun(action) && !settled(action, template, reader).includes('{{')
  const inAction = isMade
    ? []
    : unknownValue(action, ['resource', 'action'], actions).map((finding) =>
        action === '' ? { ...finding, path: ['resource'] } : finding,
      )
  if (action === 'get' || action === 'delete') return inAction
  return [...inAction, ...checkManifest(template, reader)]
}

function checkManifest(template: TemplateView, reader: FieldReader): readonly Finding[] {
  const { node, inputs } = template
  const resource = reader.field(node, 'resource')
  const manifest = reader.text(resource, 'manifest') ?? ''
  const from = reader.field(resource, 'manifestFrom')
  if (manifest === '' && from === undefined) {
    const message =
      'This resource has no manifest. Write it under `manifest`, or take it from an artifact with `manifestFrom`.'
    return [{ code: 'resource-manifest-missing', message, path: ['resource'], marks: 'key' }]
  }
  const findings: Finding[] = []
  if (manifest !== '' && from !== undefined) {
    const path = ['resource', 'manifestFrom']
    const message = 'This resource has both `manifest` and `manifestFrom`. Keep one.'
    const fixes = ['manifestFrom', 'manifest'].map((field) =>
      settingField(`Remove ${field}`, ['resource', field], null),
    )
    findings.push({ code: 'resource-manifest-twice', message, path, marks: 'key', fixes })
  }
  const artifact = reader.field(from, 'artifact')
  const names = inputs.artifacts.map(({ name = '' }) => name)
  const name = reader.text(artifact, 'name') ?? ''
  if (artifact !== undefined && !names.includes(name)) {
    const path = ['resource', 'manifestFrom', 'artifact', 'name']
    const similar = similarName(name, names)
    const message = `There is no input artifact ${name} from which the manifest could come. Declare it under \`inputs\`, or name one that is there.`
    const fixes =
      similar === undefined ? [] : [settingField(`Take it from ${similar}`, path, similar)]
    findings.push({ code: 'resource-artifact-unknown', message, path, fixes })
  }
  return [...findings, ...checkText(settled(manifest, template, reader))]
}

/** A text with a letter for each tag, and each expression, that is a value when Argo looks at it. */
function settled(text: string, template: TemplateView, reader: FieldReader): string {
  return settledName(text, template, reader).replaceAll(/\{\{=.*?\}\}/gs, 'x')
}

function checkText(manifest: string): readonly Finding[] {
  const tree = parseTree(manifest)
  const [problem] = [
    ...tree.problems.filter(({ code }) => code === 'yaml-syntax'),
    ...tree.documents.flatMap((document) =>
      checkJson(document).filter(({ code }) => code === 'key-unreadable'),
    ),
  ]
  if (problem === undefined) return []
  const message = `This manifest is not YAML. ${problem.message}`
  return [{ code: 'resource-manifest-unreadable', message, path: ['resource', 'manifest'] }]
}
