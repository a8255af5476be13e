import type { StepPart } from '../../expression/index.ts'
import { anyTextIn, listIn, objectIn, objectsIn, textIn } from '../engine/json.ts'
import { isLoop, typeOf } from '../engine/template.ts'
import {
  leavesOf,
  parameterIn,
  type CallGraph,
  type CallSite,
  type TemplateSite,
} from './call-graph.ts'
import { Variable } from './variable.ts'

/** Of a step that calls others, not more of them are let fail. */
const MOST_FAILING = 4

/** How a run lets a step fail. */
export interface Failing {
  /** The key of the step that fails. */
  readonly site: string
  readonly name: string
  readonly phase: 'Failed' | 'Error'
  /** Whether of a loop only the first item fails. */
  readonly isFirst: boolean
}

/** A variable with whether its values are all that there are. */
interface Failure {
  readonly variable: Variable
  readonly isAll: boolean
}

/** All that may be this or that in the runs of a workflow, each once. */
export class Variables {
  /** Whether other manifests may call its templates. */
  readonly isLibrary: boolean
  private readonly graph: CallGraph
  private readonly given: Readonly<Record<string, string>>
  private readonly known = new Map<string, Variable>()
  private readonly failures = new Map<string, Failing>()
  private readonly numbers = new Map<TemplateSite, number>()

  constructor(graph: CallGraph, given: Readonly<Record<string, string>>, isLibrary: boolean) {
    this.graph = graph
    this.given = given
    this.isLibrary = isLibrary
  }

  /** A variable by its key, if anything asks for it. */
  get(key: string): Variable | undefined {
    return this.known.get(key)
  }

  /** How a value of a failure's variable lets a step fail; nothing for the one that lets none fail. */
  failing(value: string): Failing | undefined {
    return this.failures.get(value)
  }

  /** A number for a template, the same each time. */
  numberOf(template: TemplateSite | undefined): number {
    if (template === undefined) return 0
    const number = this.numbers.get(template) ?? this.numbers.size + 1
    this.numbers.set(template, number)
    return number
  }

  /** Whether the workflow has a parameter. */
  hasParameter(name: string): boolean {
    return parameterIn(this.graph.spec, 'arguments', name) !== undefined
  }

  /** A parameter of the workflow; its value where it was given, nothing where there is none of that name. */
  parameter(name: string): Variable | string | undefined {
    if (Object.hasOwn(this.given, name)) return this.given[name]
    const declared = parameterIn(this.graph.spec, 'arguments', name)
    if (declared === undefined) return undefined
    return this.once(`parameter ${name}`, (key) => {
      const value =
        anyTextIn(declared, 'value') ?? anyTextIn(objectIn(declared, 'valueFrom'), 'default')
      const choices = listIn(declared, 'enum').map(String)
      const own =
        value === undefined || (choices.length > 0 && !choices.includes(value)) ? [] : [value]
      return new Variable(key, name, [...new Set([...own, ...choices])], choices.length > 0)
    })
  }

  /** What a step gives that runs something itself. */
  output(
    site: CallSite,
    part: Extract<StepPart, { readonly kind: 'result' | 'parameter' }>,
    choices: readonly string[] | undefined,
  ): Variable {
    const output = part.kind === 'result' ? 'result' : `parameters.${part.name.name}`
    return this.once(outputKey(site.key, output), (key) => {
      const declared =
        part.kind === 'parameter' && site.called !== undefined
          ? parameterIn(site.called.json, 'outputs', part.name.name)
          : undefined
      const fallback = anyTextIn(objectIn(declared, 'valueFrom'), 'default')
      const name = part.kind === 'result' ? `${site.name}.result` : `${site.name}.${part.name.name}`
      const own = choices ?? (fallback === undefined ? [] : [fallback])
      return new Variable(key, name, own, choices !== undefined)
    })
  }

  /** The exit code of a step that fails. */
  exitCodeOf(site: CallSite): Variable {
    return this.once(
      outputKey(site.key, 'exitCode'),
      (key) => new Variable(key, `${site.name}.exitCode`),
    )
  }

  /** Whether a step fails, and how. */
  failureOf(site: CallSite): Failure {
    return this.failure(site.key, site.name, leavesOf(site), isLoop(site.json))
  }

  /** Whether the workflow fails, and by which step. */
  failureOfWorkflow(): Failure {
    const entry = [...this.graph.sites.values()].filter(({ kind }) => kind === 'entry')
    const leaves = entry.flatMap((site) => leavesOf(site))
    const { variable } = this.failure('workflow', 'the workflow', leaves, false)
    const isLeafItself = leaves.length === 1 && leaves[0] === entry[0]
    return { variable, isAll: isLeafItself }
  }

  private failure(
    key: string,
    name: string,
    leaves: readonly CallSite[],
    isLooped: boolean,
  ): Failure {
    const tried = leaves.slice(0, MOST_FAILING)
    const variable = this.once(`failure ${key}`, (whole) => {
      const values = tried.flatMap((leaf) => {
        const isSuspend = leaf.called !== undefined && typeOf(leaf.called.json) === 'suspend'
        const phases = isSuspend ? (['Failed'] as const) : (['Failed', 'Error'] as const)
        return phases.flatMap((phase) =>
          (isLooped || isLoop(leaf.json) ? [false, true] : [false]).map((isFirst) => {
            const value = `${leaf.key} ${phase}${isFirst ? ' first' : ''}`
            this.failures.set(value, { site: leaf.key, name: leaf.name, phase, isFirst })
            return value
          }),
        )
      })
      return new Variable(whole, name, ['', ...values], true)
    })
    return { variable, isAll: tried.length === leaves.length }
  }

  private once(key: string, make: (key: string) => Variable): Variable {
    const known = this.known.get(key)
    if (known !== undefined) return known
    const made = make(key)
    this.known.set(key, made)
    return made
  }

  /** The parameters of the workflow that nobody gave. */
  get openParameters(): readonly { readonly name: string; readonly hasValue: boolean }[] {
    return objectsIn(objectIn(this.graph.spec, 'arguments'), 'parameters').flatMap((declared) => {
      const name = textIn(declared, 'name')
      if (name === undefined || Object.hasOwn(this.given, name)) return []
      return [{ name, hasValue: anyTextIn(declared, 'value') !== undefined }]
    })
  }
}

/** The key of an output of a step: `result`, `parameters.NAME` or `exitCode`. */
export function outputKey(site: string, output: string): string {
  return `output ${site} ${output}`
}
