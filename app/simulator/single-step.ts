import {
  calledTemplate,
  hasLocation,
  type ArtifactContent,
  type RunNode,
  type RunOptions,
} from '../../src/simulate/index.ts'
import { mapsOf, namedValues, objectOf, textOf, textsOf } from './values.ts'

/** What a step that runs alone is given. */
export interface StepInputs {
  readonly parameters: Readonly<Record<string, string>>
  readonly artifacts: Readonly<Record<string, ArtifactContent>>
}

/** A run of nothing but what a node called, with these inputs. The workflow around it stays as it is, but for exit handler and hooks. */
export function singleStep(options: RunOptions, node: RunNode, inputs: StepInputs): RunOptions {
  const { templateName, templateRef, inline, templateScope, origin } = node
  const call = {
    templateScope,
    origin,
    ...(templateName === undefined ? {} : { templateName }),
    ...(templateRef === undefined ? {} : { templateRef }),
    ...(inline === undefined ? {} : { inline }),
  }
  return { ...options, entry: { call, ...inputs } }
}

/** A parameter that a step takes, as a form begins with it. */
export interface AskedParameter {
  readonly name: string
  /** Nothing where the cluster gives it. */
  readonly value: string | undefined
  readonly choices: readonly string[]
  readonly description: string
}

/** An artifact that a step takes. */
export interface AskedArtifact {
  readonly name: string
  /** What it held; nothing where that is not known. */
  readonly content: ArtifactContent | undefined
  /** Whether the step runs without it, too: it need not be there, or says itself where it lies. */
  readonly canLack: boolean
}

export interface AskedInputs {
  readonly parameters: readonly AskedParameter[]
  readonly artifacts: readonly AskedArtifact[]
}

/**
 * What a node's template takes, with the values that the node had; `artifacts` are what is known of their contents. Nothing for a node that cannot run alone: it
 * is a part of another one, or its template is in no open file.
 */
export function askedInputs(
  options: RunOptions,
  node: RunNode,
  artifacts: StepInputs['artifacts'],
): AskedInputs | undefined {
  if (node.type === 'StepGroup' || node.type === 'Container') return undefined
  const template = calledTemplate(options, node)
  if (template === undefined) return undefined
  const { parameters, artifacts: files } = objectOf(template['inputs'])
  const had = new Map(namedValues(node.inputs?.parameters).map(({ name, value }) => [name, value]))
  return {
    parameters: mapsOf(parameters).map((parameter) => {
      const name = textOf(parameter['name'])
      const own = parameter['value'] ?? parameter['default']
      const isFetched = own === undefined && parameter['valueFrom'] !== undefined
      return {
        name,
        value: had.get(name) ?? (isFetched ? undefined : textOf(own)),
        choices: textsOf(parameter['enum']),
        description: textOf(parameter['description']),
      }
    }),
    artifacts: mapsOf(files).map((artifact) => {
      const name = textOf(artifact['name'])
      const content = Object.hasOwn(artifacts, name) ? artifacts[name] : undefined
      return { name, content, canLack: artifact['optional'] === true || hasLocation(artifact) }
    }),
  }
}

/** The text that an artifact holds; nothing for a folder, and for bytes that are no text. */
export function textIn(content: ArtifactContent): string | undefined {
  if (content.kind === 'folder') return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content.bytes)
  } catch {
    return undefined
  }
}
