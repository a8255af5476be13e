import { err, ok, type Result } from '../../base/index.ts'
import {
  evaluateExpr,
  findTags,
  GoObject,
  renderTemplate,
  type GoValue,
  type TemplateVariables,
} from '../../expression/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { expressionFault } from './expression-fault.ts'
import { anyTextIn, isObject, isTrueIn, textIn } from './json.ts'
import type { ArtifactValue, NodeOutputs } from '../node.ts'
import { artifactsOf, hasLocation, parametersOf } from './template.ts'
import { fault, type Trouble } from './trouble.ts'
import { presentIn } from './variables.ts'

/** When and by what chance expressions are evaluated. */
export interface Moment {
  readonly now: number
  readonly random: () => number
}

/**
 * What the steps of one template can refer to: its inputs, and what its steps have left behind. A value that is `null` is known
 * and absent: the output of a step that did not run (Argo: `wfScope`).
 */
export class Scope {
  readonly variables: Map<string, string | null> = new Map()
  readonly artifacts: Map<string, ArtifactValue> = new Map()

  constructor(template?: JsonObject) {
    if (template === undefined) return
    for (const parameter of parametersOf(template, 'inputs'))
      this.variables.set(
        `inputs.parameters.${textIn(parameter, 'name') ?? ''}`,
        anyTextIn(parameter, 'value') ?? '',
      )
    for (const artifact of artifactsOf(template, 'inputs'))
      this.artifacts.set(`inputs.artifacts.${textIn(artifact, 'name') ?? ''}`, artifact)
  }

  /** Adds the outputs of a node under a name such as `steps.flip`. */
  addOutputs(name: string, outputs: NodeOutputs | undefined): void {
    if (outputs === undefined) return
    if (outputs.result !== undefined) this.variables.set(`${name}.outputs.result`, outputs.result)
    if (outputs.exitCode !== undefined) this.variables.set(`${name}.exitCode`, outputs.exitCode)
    this.addPorts(`${name}.outputs`, outputs)
  }

  /** Adds what the workflow has given so far. */
  addWorkflowOutputs(outputs: NodeOutputs): void {
    this.addPorts('workflow.outputs', outputs)
  }

  private addPorts(prefix: string, { parameters, artifacts }: NodeOutputs): void {
    for (const parameter of parameters) {
      const value = anyTextIn(parameter, 'value')
      const name = textIn(parameter, 'name')
      if (value !== undefined && name !== undefined)
        this.variables.set(`${prefix}.parameters.${name}`, value)
    }
    for (const artifact of artifacts)
      this.artifacts.set(`${prefix}.artifacts.${textIn(artifact, 'name') ?? ''}`, artifact)
  }

  /** Whether a text is nothing but a reference to an output that is known to be absent (Argo: `absentOptionalRef`). */
  isAbsentReference(text: string): boolean {
    const [, name] = /^\{\{([^{}]*)\}\}$/.exec(text) ?? []
    return name !== undefined && this.variables.get(name.trim()) === null
  }

  /** Finds the artifact that `from` or `fromExpression` names (Argo: `resolveArtifact`). */
  artifact(wanted: JsonObject, moment: Moment): Result<ArtifactValue, Trouble> {
    const expression = textIn(wanted, 'fromExpression')
    const from = textIn(wanted, 'from') ?? ''
    const found =
      expression === undefined ? this.artifactAt(from) : this.artifactBy(expression, moment)
    if (!found.ok) return found
    const subPath = textIn(wanted, 'subPath')
    if (subPath === undefined) return found
    const { text } = renderTemplate(subPath, { variables: this.variables, strict: [] })
    return this.below(found.value, text, wanted)
  }

  private artifactAt(from: string): Result<ArtifactValue, Trouble> {
    const [tag] = findTags(from)
    const name = tag === undefined ? from.trim() : tag.body.trim()
    const found = this.artifacts.get(name)
    if (found !== undefined) return ok(found)
    if (this.variables.has(name)) return err(fault(`Variable {{${name}}} is not an artifact`))
    return err(fault(`Unable to resolve: ${JSON.stringify(name)}`))
  }

  private artifactBy(expression: string, moment: Moment): Result<ArtifactValue, Trouble> {
    const value = this.evaluate(expression, moment)
    if (!value.ok) return value
    const found = value.value instanceof GoObject ? this.artifacts.get(value.value.id) : undefined
    return found === undefined
      ? err(fault(`Variable {{${expression}}} is not an artifact`))
      : ok(found)
  }

  /** The part of an artifact at a path below its own. */
  private below(
    artifact: ArtifactValue,
    path: string,
    wanted: JsonObject,
  ): Result<ArtifactValue, Trouble> {
    if (!hasLocation(artifact))
      return isTrueIn(wanted, 'optional') ? ok(artifact) : err(fault('key unsupported'))
    const moved = Object.entries(artifact).map(([field, value]) => {
      const key = textIn(value, 'key')
      return [field, isObject(value) && key ? { ...value, key: `${key}/${path}` } : value] as const
    })
    return ok(Object.fromEntries(moved))
  }

  /** Evaluates an expression over all that is in scope, artifacts included. */
  evaluate(
    expression: string,
    { now, random }: Moment,
    more: TemplateVariables = new Map(),
  ): Result<GoValue, Trouble> {
    const variables = new Map<string, GoValue>(more)
    for (const [name, value] of this.variables) variables.set(name, value)
    for (const name of this.artifacts.keys())
      variables.set(name, new GoObject('v1alpha1.Artifact', name))
    const result = evaluateExpr(expression, { variables, now, random })
    return result.ok ? result : err(fault(expressionFault(expression, result.error)))
  }

  /** The value of an output parameter by its `valueFrom` (Argo: `resolveParameter`); `null` when it is known to be absent. */
  parameter(valueFrom: JsonObject, moment: Moment): Result<GoValue, Trouble> {
    const expression = textIn(valueFrom, 'expression')
    if (expression !== undefined) {
      const value = this.evaluate(expression, moment)
      if (!value.ok || value.value !== null) return value
      return err(fault(`failed to evaluate expression ${JSON.stringify(expression)}`))
    }
    const reference = textIn(valueFrom, 'parameter')
    if (reference === undefined) return ok('')
    const [tag] = findTags(reference)
    if (tag?.kind === 'expression') return this.reference(tag.body, moment)
    const name = (tag?.body ?? reference).trim()
    const value = this.variables.get(name)
    return value === undefined
      ? err(fault(`Unable to resolve: ${JSON.stringify(name)}`))
      : ok(value)
  }

  private reference(expression: string, { now, random }: Moment): Result<GoValue, Trouble> {
    const result = evaluateExpr(expression, {
      variables: presentIn(this.variables),
      now,
      random,
      functions: false,
    })
    if (!result.ok) return err(fault(`Invalid expression: ${JSON.stringify(expression)}`))
    if (result.value !== null) return result
    return err(fault(`Unable to resolve: ${JSON.stringify(`=${expression}`)}`))
  }
}
