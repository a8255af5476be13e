import { documentToRun, dryRun, readMocksFile, type DryRun } from '../../src/simulate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'

/** A coin is flipped; the result decides which of two steps runs. */
export const COINFLIP = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: coinflip-}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: flip, template: flip}
        - - name: heads
            template: say
            when: '"{{steps.flip.outputs.result}}" == "heads"'
          - name: tails
            template: say
            when: '"{{steps.flip.outputs.result}}" == "tails"'
    - name: flip
      script: {image: alpine, command: [sh], source: echo heads}
    - name: say
      container: {image: alpine}
`

/** A loop, retries, a hook, outputs by name, an approval and a nested template: what tests of runs need to see. */
export const MANY = `kind: Workflow
metadata: {name: many}
spec:
  entrypoint: main
  arguments: {parameters: [{name: who, value: all}]}
  templates:
    - name: main
      steps:
        - - {name: list, template: list}
        - - name: each
            template: work
            withParam: '{{steps.list.outputs.parameters.names}}'
            arguments: {parameters: [{name: item, value: '{{item}}'}]}
            hooks: {exit: {template: say}}
        - - {name: ask, template: ask}
          - {name: inner, template: inner}
        - - {name: last, template: say, when: '{{steps.ask.outputs.parameters.ok}} == yes'}
    - name: list
      container: {image: alpine}
      outputs:
        parameters:
          - {name: names, valueFrom: {path: /names}}
          - {name: count, globalName: count, valueFrom: {path: /count}}
        artifacts: [{name: report, path: /report}]
    - name: work
      inputs: {parameters: [{name: item}]}
      retryStrategy: {limit: 2}
      container: {image: alpine, args: ['{{inputs.parameters.item}} for {{workflow.parameters.who}}']}
    - name: ask
      suspend: {}
      outputs: {parameters: [{name: ok, valueFrom: {supplied: {}}}]}
    - name: inner
      steps: [[{name: deep, template: say}, {name: list, template: say}]]
    - name: say
      container: {image: alpine}
`

/** Runs the workflow of a text with mocks, until it is idle. Throws for what cannot be run. */
export async function dryRunOf(
  text: string,
  mocks = '',
  options: { readonly seed?: number; readonly parameters?: Readonly<Record<string, string>> } = {},
): Promise<DryRun> {
  const tree = parseTree(text)
  const read = readMocksFile(parseTree(mocks))
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems))
  const ran = await dryRun({
    sources: [{ tree }],
    document: documentToRun(tree),
    seed: 1,
    now: Date.UTC(2025, 0, 1),
    mocks: read.mocks,
    ...options,
  })
  if (!ran.ok) throw new Error(ran.error)
  return ran.value
}
