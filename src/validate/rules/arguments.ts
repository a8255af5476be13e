import type { Path } from '../../base/index.ts'
import {
  portNameProblem,
  type ArtifactView,
  type FieldReader,
  type ParameterView,
  type PortsView,
} from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, PlacedStepRule } from '../scope.ts'
import { filledIn, standingFor } from '../filled-in.ts'
import { hasOtherCase } from '../spelling.ts'

/** How arguments are looked at. */
interface Manner {
  readonly reader: FieldReader
  /** Path of the map `arguments`. */
  readonly path: Path
  /** Whether a parameter may be without a value, for whoever submits the workflow gives it. */
  readonly mayLack: boolean
  readonly isOfStep: boolean
  /** Whether Argo makes one of two of one name, as it does where it brings the arguments of two manifests together. */
  readonly mayRepeat: boolean
  /** A text with what Argo fills in before it looks at it. */
  readonly filled: (text: string) => string
  /** A name with a letter for each tag that Argo fills in. */
  readonly settled: (name: string) => string
}

/** What a step or task gives must have names and values (Argo: `validateArguments`, which knows no exception here). */
export const checkGivenArguments: PlacedStepRule = (step, around, reader) => {
  const filled = (text: string): string => filledIn(text, around.values)
  return argumentFindings(step, {
    reader,
    path: ['arguments'],
    isOfStep: true,
    mayLack: false,
    mayRepeat: false,
    filled,
    settled: (name) => standingFor(filled(name), around),
  })
}

/**
 * So must the arguments of a workflow. Parameters may lack a value where somebody gives it later: in templates of workflows, and in workflows
 * that are only looked at. A CronWorkflow submits itself, so that its parameters always need one.
 */
export const checkArguments: DocumentRule = ({ manifest, reader, settings }) => {
  const { kind, spec, specPath } = manifest
  const isTemplate = kind === 'WorkflowTemplate' || kind === 'ClusterWorkflowTemplate'
  const mayLack = isTemplate || (kind === 'Workflow' && settings.mode === 'lint')
  const path = [...specPath, 'arguments']
  const mayRepeat = spec.workflowTemplateRef !== undefined
  return argumentFindings(spec, {
    reader,
    path,
    isOfStep: false,
    mayLack,
    mayRepeat,
    filled: (text) => text,
    settled: (name) => name,
  })
}

function argumentFindings(
  { parameters, artifacts }: PortsView,
  manner: Manner,
): readonly Finding[] {
  if (parameters.length === 0 && artifacts.length === 0) return none
  const [ofParameters, ofArtifacts] = [
    [...manner.path, 'parameters'],
    [...manner.path, 'artifacts'],
  ]
  return [
    ...nameFindings(parameters, 'parameter', ofParameters, manner),
    ...nameFindings(artifacts, 'artifact', ofArtifacts, manner),
    ...parameters.flatMap((parameter, index) =>
      manner.mayRepeat && isRepeated(parameters, index)
        ? none
        : parameterFindings(parameter, [...ofParameters, index], manner),
    ),
    ...artifacts.flatMap((artifact, index) =>
      artifactFindings(artifact, [...ofArtifacts, index], manner),
    ),
  ]
}

/** Of two of one name that are made one, the first counts. */
function isRepeated(parameters: readonly ParameterView[], index: number): boolean {
  return parameters.findIndex(({ name }) => name === parameters[index]?.name) < index
}

const none: readonly Finding[] = []

function nameFindings(
  given: readonly { readonly node: YamlNode; readonly name: string | undefined }[],
  what: 'parameter' | 'artifact',
  path: Path,
  { reader, isOfStep, filled, settled, mayRepeat }: Manner,
): readonly Finding[] {
  const seen = new Set<string>()
  return given.flatMap(({ node, name: written = '' }, index): Finding[] => {
    if (written === '') {
      if (isOfStep && hasOtherCase(reader, node, ['name'])) return []
      const message = `This ${what} has no name. Write \`name:\`.`
      return [{ code: 'name-missing', message, path: [...path, index] }]
    }
    const at = [...path, index, 'name']
    const name = filled(written)
    const problem = portNameProblem(settled(written))
    if (problem !== undefined) {
      const message = `“${written.slice(0, MAX_SHOWN)}” is no name for ${what === 'artifact' ? 'an' : 'a'} ${what}. ${problem}`
      return [{ code: 'name-invalid', message, path: at }]
    }
    if (!seen.has(name) || mayRepeat) {
      seen.add(name)
      return []
    }
    const message = `There is another ${what} ${name} above. Give each a name of its own, or remove one.`
    const fixes = [settingField(`Remove the second ${name}`, [...path, index], null)]
    return [{ code: 'argument-duplicate', message, path: at, fixes }]
  })
}

const MAX_SHOWN = 60

/** What else an argument can come from, and what only other parameters can (Argo: `validateArgumentsValues`). */
const sources = ['configMapKeyRef', 'event', 'supplied'] as const
const otherSources = ['path', 'jsonPath', 'parameter', 'expression'] as const

function parameterFindings(
  { node, name = 'without a name', value, isSet, hasValueFrom }: ParameterView,
  path: Path,
  { reader, mayLack, filled, isOfStep }: Manner,
): readonly Finding[] {
  const findings: Finding[] = []
  const mayBeSet = isOfStep && hasOtherCase(reader, node, ['value', 'valueFrom'])
  if (isSet !== 'value' && !hasValueFrom && !mayLack && !mayBeSet) {
    const message = `The parameter ${name} has no value. Write \`value:\`.`
    const fixes = [settingField(`Set ${name} to an empty text`, [...path, 'value'], '')]
    findings.push({ code: 'argument-without-value', message, path, fixes })
  }
  const from = reader.field(node, 'valueFrom')
  const has = (key: string): boolean => {
    const field = reader.field(from, key)
    return field !== undefined && (field.kind !== 'scalar' || reader.textOf(field) !== '')
  }
  const wrong = otherSources.find(has)
  if (hasValueFrom && (wrong !== undefined || !sources.some(has))) {
    const why =
      wrong === undefined
        ? 'says nothing about where the value comes from'
        : `has ${wrong}, which only outputs have`
    const message = `The valueFrom of the parameter ${name} ${why}. Give it a value, or a configMapKeyRef.`
    findings.push({ code: 'argument-value-from', message, path: [...path, 'valueFrom'] })
  }
  const given = reader.field(node, 'enum')
  if (given?.kind !== 'seq') return findings
  const allowed = reader.texts(given)
  const at = [...path, 'enum']
  if (allowed.length === 0) {
    const message = `The enum of the parameter ${name} has no value. Add those that are allowed, or remove it.`
    const fixes = [settingField('Remove the enum', at, null)]
    // Of a step it is gone before Argo looks.
    const severity = isOfStep ? ({ severity: 'warning' } as const) : {}
    findings.push({ code: 'argument-enum', message, path: at, fixes, ...severity })
  } else if (isSet !== 'value') {
    if (mayLack) return findings
    const message = `The parameter ${name} has an enum and no value of it. Write \`value:\` with one of ${shown(allowed)}.`
    findings.push({ code: 'argument-enum', message, path: at, fixes: choices(allowed, path) })
  } else if (value !== undefined && !allowed.map(filled).includes(filled(value))) {
    const message = `The value ${value} of the parameter ${name} is none that its enum allows. Take one of ${shown(allowed)}.`
    const fixes = choices(allowed, path)
    findings.push({ code: 'argument-enum', message, path: [...path, 'value'], fixes })
  }
  return findings
}

function artifactFindings(
  { node, name = 'without a name', from = '', hasLocation }: ArtifactView,
  path: Path,
  { reader }: Manner,
): readonly Finding[] {
  const expression = reader.text(node, 'fromExpression') ?? ''
  if (from !== '' && expression !== '') {
    const message = `The artifact ${name} has both from and fromExpression. Remove one of the two.`
    const fixes = [settingField('Remove fromExpression', [...path, 'fromExpression'], null)]
    return [
      { code: 'argument-source', message, path: [...path, 'fromExpression'], marks: 'key', fixes },
    ]
  }
  if (from !== '' || hasLocation) return []
  const why =
    expression === ''
      ? 'does not say where it comes from'
      : 'has only a fromExpression, which Argo takes in outputs alone'
  const message = `The artifact ${name} ${why}. Write \`from:\`, or where it is stored, with its key.`
  return [{ code: 'argument-source', message, path }]
}

const MAX_CHOICES = 6

function shown(allowed: readonly string[]): string {
  const some = allowed.slice(0, MAX_CHOICES).join(', ')
  return allowed.length > MAX_CHOICES ? `${some}, …` : some
}

function choices(allowed: readonly string[], path: Path) {
  return [...new Set(allowed)]
    .slice(0, MAX_CHOICES)
    .map((value) => settingField(`Set it to ${value}`, [...path, 'value'], value))
}
