import { describe, expect, test } from 'vitest'
import { finished, started, told } from './support.ts'

const coinflip = `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: { generateName: coinflip- }
spec:
  entrypoint: steps
  templates:
    - name: steps
      steps:
        - - { name: flip, template: flip }
        - - name: heads
            template: it-was
            arguments: { parameters: [{ name: side, value: heads }] }
            when: '{{steps.flip.outputs.result}} == "heads"'
          - name: tails
            template: it-was
            arguments: { parameters: [{ name: side, value: tails }] }
            when: '{{steps.flip.outputs.result}} == "tails"'
    - name: flip
      script: { image: python, command: [python], source: print(1) }
    - name: it-was
      inputs: { parameters: [{ name: side }] }
      script: { image: python, command: [python], source: 'print("{{inputs.parameters.side}}")' }
`

describe('a coin', () => {
  test.each(['heads', 'tails'])('that shows %s runs that branch only', (side) => {
    const other = side === 'heads' ? 'tails' : 'heads'
    const run = finished(started(coinflip), { flip: { result: side } })
    expect(run.phase).toBe('Succeeded')
    const skipped = `[1].${other} Skipped: when '${side} == "${other}"' evaluated false`
    const ran = `[1].${side} Succeeded`
    const branches = side === 'heads' ? [ran, skipped] : [skipped, ran]
    // The group is made before its steps, whatever they come to.
    expect(told(run)).toBe(
      ['[0] Succeeded', '[0].flip Succeeded', '[1] Succeeded', ...branches].join('\n'),
    )
  })

  test('has ids and names of pods as Argo makes them', () => {
    const run = finished(started(coinflip, { name: 'coinflip-gfrws' }), {
      flip: { result: 'heads' },
    })
    const pods = [...run.nodes.values()].flatMap(({ podName }) => podName ?? [])
    expect(pods).toEqual(['coinflip-gfrws-flip-1899249874', 'coinflip-gfrws-it-was-2809981541'])
  })

  test('says how its conditions came out', () => {
    const run = finished(started(coinflip), { flip: { result: 'heads' } })
    const node = [...run.nodes.values()].find(({ displayName }) => displayName === 'tails')
    expect(node?.verdict).toEqual({
      text: '{{steps.flip.outputs.result}} == "tails"',
      filled: 'heads == "tails"',
      values: [{ tag: '{{steps.flip.outputs.result}}', value: 'heads' }],
      holds: false,
    })
    expect(node?.origin.path).toEqual(['spec', 'templates', 0, 'steps', 1, 1])
  })
})
