import type { Path, TextRange } from '../../src/base/index.ts'
import { scriptLanguage } from '../../src/argo/index.ts'
import { flowOf, ownerAt, type FlowSymbol } from '../../src/flow/index.ts'
import { splitSource, variableUses } from '../../src/hera/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'

/** Where the body of a function reads one of its parameters. */
export interface FunctionUse {
  /** Of the script's source. */
  readonly path: Path
  readonly within: TextRange
}

/** The uses of an input in the body of the Python function that its template is, where the lines before the body put it into a variable. */
export function functionUses(tree: YamlTree, symbol: FlowSymbol): readonly FunctionUse[] {
  if (symbol.kind !== 'input' || symbol.of !== 'parameter') return []
  const flow = flowOf(tree, symbol.document)
  const owner = flow && ownerAt(flow, symbol.path)
  const script = owner?.view.script
  if (owner === undefined || script?.source === undefined) return []
  if (scriptLanguage(script) !== 'python') return []
  const inputs = owner.view.inputs.parameters.map((input) => ({
    name: input.name ?? '',
    hasValueFrom: input.hasValueFrom,
  }))
  const split = splitSource(script.source, inputs)
  if (split === undefined) return []
  const { length } = split.preamble
  const path = [...owner.path, 'script', 'source']
  return variableUses(split.body, symbol.name).map(({ from, to }) => ({
    path,
    within: { from: from + length, to: to + length },
  }))
}
