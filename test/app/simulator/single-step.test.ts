import { describe, expect, it } from 'vitest'
import { singleStep } from '../../../app/simulator/single-step.ts'
import { driveRun, placeholder, startRun, type Run } from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const tree = parseTree(`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: two-}
spec:
  entrypoint: main
  onExit: say
  arguments: {parameters: [{name: day}]}
  templates:
    - name: main
      steps:
        - - name: a
            template: say
            arguments: {parameters: [{name: text, value: '{{workflow.parameters.day}}'}]}
        - - name: b
            inline: {container: {image: alpine}}
    - name: say
      inputs: {parameters: [{name: text, default: bye}]}
      container: {image: alpine, args: ['{{inputs.parameters.text}} {{workflow.parameters.day}}']}
`)
const options = { sources: [{ tree }], document: 0, parameters: { day: 'monday' }, seed: 1, now: 0 }

async function runOf(from: typeof options | ReturnType<typeof singleStep>): Promise<Run> {
  if (from === undefined) throw new Error('cannot be run')
  const started = startRun(from)
  if (!started.ok) throw new Error(started.error)
  await driveRun(started.value, (request) => placeholder(request))
  return started.value
}

const named = (run: Run, name: string) => {
  const found = [...run.nodes.values()].find(({ displayName }) => displayName === name)
  if (found === undefined) throw new Error(`no node ${name}`)
  return found
}

describe('a step that runs alone', () => {
  it('is all that runs, with the inputs that are given', async () => {
    const a = named(await runOf(options), 'a')
    const run = await runOf(singleStep(options, a, { text: 'hi' }, {}))
    expect(run.phase).toBe('Succeeded')
    expect([...run.nodes.values()].map(({ templateName }) => templateName)).toEqual(['say'])
    const [node] = run.nodes.values()
    expect(node?.inputs?.parameters).toMatchObject([{ name: 'text', value: 'hi' }])
  })

  it('cannot be one that is given in place', async () => {
    const b = named(await runOf(options), 'b')
    expect(singleStep(options, b, {}, {})).toBeUndefined()
  })
})
