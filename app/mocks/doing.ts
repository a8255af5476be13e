import type { ParameterView, TemplateView } from '../../src/argo/index.ts'
import { scriptCommand } from '../../src/simulate/index.ts'
import { valueOf } from '../../src/yaml/index.ts'

/** What a template does in a dry run of which nobody says it. */
export type Doing =
  /** Its script runs on the user's machine. */
  | { readonly kind: 'runs'; readonly language: string }
  /** It succeeds, with outputs that are made up. */
  | { readonly kind: 'invents'; readonly why: string | undefined }
  /** A person is asked; one with a duration ends by itself, too. */
  | { readonly kind: 'asks'; readonly isTimed: boolean }
  /** Others do, that it calls. */
  | { readonly kind: 'calls' }

const languages = { python: 'Python', javascript: 'JavaScript' } as const

export function doingOf({ type, script, node }: TemplateView): Doing {
  switch (type) {
    case 'steps':
    case 'dag':
    case undefined:
      return { kind: 'calls' }
    case 'suspend':
      return { kind: 'asks', isTimed: valueOf(valueOf(node, 'suspend'), 'duration') !== undefined }
    case 'script': {
      const { command = [], args = [], image, source = '' } = script ?? {}
      const found = scriptCommand({ command, args, image, source })
      return found.canRun
        ? { kind: 'runs', language: languages[found.language] }
        : { kind: 'invents', why: found.reason }
    }
    default:
      return { kind: 'invents', why: undefined }
  }
}

/** That in a few words. */
export function doingWords(doing: Doing): string {
  switch (doing.kind) {
    case 'runs':
      return `Runs here (${doing.language})`
    case 'invents':
      return 'Makes up its outputs'
    case 'asks':
      return doing.isTimed ? 'Waits as long as it says, or for you' : 'Asks you'
    case 'calls':
      return 'Its steps run'
  }
}

/** An output that a person gives: what may be chosen, and the value that a form begins with. */
export interface AskedOutput {
  readonly name: string
  readonly choices: readonly string[]
  readonly value: string
}

/** What a form can ask of a template. */
export interface MockFacts {
  readonly doing: Doing | undefined
  /** Names of its outputs. */
  readonly parameters: readonly string[]
  readonly artifacts: readonly string[]
  /** Outputs that are given when it is resumed. */
  readonly asked: readonly AskedOutput[]
  /** Whether it is tried again when it fails. */
  readonly retries: boolean
}

/** The facts of a template that is known; of another one nothing is. */
export function factsOf(template: TemplateView | undefined): MockFacts {
  if (template === undefined)
    return { doing: undefined, parameters: [], artifacts: [], asked: [], retries: false }
  const { inputs, outputs, node } = template
  const named = (ports: readonly { readonly name: string | undefined }[]): readonly string[] =>
    ports.flatMap(({ name }) => (name === undefined ? [] : [name]))
  const isSupplied = ({ node: port }: ParameterView): boolean =>
    valueOf(valueOf(port, 'valueFrom'), 'supplied') !== undefined
  const supplied = named(outputs.parameters.filter(isSupplied))
  return {
    doing: doingOf(template),
    parameters: named(outputs.parameters),
    artifacts: named(outputs.artifacts),
    asked: supplied.map((name) =>
      askedOutput(
        name,
        inputs.parameters.find((input) => input.name === name),
      ),
    ),
    retries: valueOf(node, 'retryStrategy') !== undefined,
  }
}

/** Argo takes choices and default from the input of the same name. What is a reference is known in a run only. */
function askedOutput(name: string, input: ParameterView | undefined): AskedOutput {
  const choices = input?.enum ?? []
  const own = input?.value ?? input?.default ?? ''
  const isKnown = choices.length === 0 ? !own.includes('{{') : choices.includes(own)
  return { name, choices, value: isKnown ? own : (choices[0] ?? '') }
}
