import { expect, test } from 'vitest'
import { workflowOf } from '../../../src/simulate/index.ts'
import { COINFLIP, dryRunOf, MANY } from '../../support/dry-run.ts'

test('a run has the shape of a Workflow in a cluster', async () => {
  const { run } = await dryRunOf(COINFLIP, '- {step: flip, result: heads}')
  const workflow = workflowOf(run)
  expect(workflow).toMatchObject({
    kind: 'Workflow',
    metadata: { name: run.name },
    status: {
      phase: 'Succeeded',
      startedAt: '2025-01-01T00:00:00Z',
      finishedAt: '2025-01-01T00:00:02Z',
      progress: '2/2',
    },
    dryRun: { waiting: [], stuck: [] },
  })
  const nodes = new Map([...run.nodes.values()].map((node) => [node.displayName, node]))
  const heads = nodes.get('heads')
  const tails = nodes.get('tails')
  expect(workflow).toHaveProperty(['status', 'nodes', heads?.id ?? ''], {
    id: heads?.id,
    name: `${run.name}[1].heads`,
    displayName: 'heads',
    type: 'Pod',
    templateName: 'say',
    templateScope: heads?.templateScope,
    phase: 'Succeeded',
    boundaryID: run.name,
    startedAt: '2025-01-01T00:00:01Z',
    finishedAt: '2025-01-01T00:00:02Z',
    outputs: { exitCode: '0' },
  })
  expect(workflow).toHaveProperty(['status', 'nodes', tails?.id ?? '', 'phase'], 'Skipped')
  expect(workflow).toHaveProperty(['dryRun', 'invented'], [heads?.id])
  expect(JSON.parse(JSON.stringify(workflow))).toEqual(workflow)
})

test('a run that waits has not ended', async () => {
  const { run } = await dryRunOf(MANY)
  const ask = [...run.nodes.values()].find(({ displayName }) => displayName === 'ask')
  expect(workflowOf(run)).toMatchObject({
    status: {
      phase: 'Running',
      finishedAt: null,
      outputs: { parameters: [{ name: 'count', value: 'list-count' }] },
      nodes: { [ask?.id ?? '']: { phase: 'Running', finishedAt: null } },
    },
    dryRun: { waiting: [ask?.id] },
  })
})

test('a node does not have lists that are empty, as in Go', async () => {
  const when = COINFLIP.replace('== "heads"', '== heads ==')
  const { run } = await dryRunOf(when, '- {step: flip, result: heads}')
  expect([...run.nodes.values()].map(({ outboundNodes }) => outboundNodes)).toContainEqual([])
  const text = JSON.stringify(workflowOf(run)['status'])
  expect(text).not.toContain('[]')
})
