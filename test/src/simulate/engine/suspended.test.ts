import { describe, expect, it } from 'vitest'
import { finished, started } from '../support.ts'

const text = `kind: Workflow
spec:
  entrypoint: main
  suspend: true
  templates:
    - name: main
      container: {image: alpine}
`

describe('a workflow that is made suspended', () => {
  it('waits for somebody, and then goes on', () => {
    const run = finished(started(text, { heedsSuspend: true }))
    expect(run).toMatchObject({ phase: 'Running', isSuspended: true, isIdle: true, stuck: [] })
    expect(run.nodes.size).toBe(0)
    run.unsuspend()
    expect(finished(run)).toMatchObject({ phase: 'Succeeded', isSuspended: false, notes: [] })
  })

  it('can be stopped meanwhile', () => {
    const run = started(text, { heedsSuspend: true })
    run.stop('Terminate')
    run.unsuspend()
    expect(finished(run)).toMatchObject({ phase: 'Failed', isSuspended: false })
    expect(run.nodes.size).toBe(0)
  })

  it('is run as if resumed where nobody could do that, which a note says', () => {
    const run = finished(started(text))
    expect(run.phase).toBe('Succeeded')
    expect(run.notes).toEqual([expect.stringContaining('spec.suspend')])
  })
})
