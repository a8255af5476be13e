import { describe, expect, test } from 'vitest'
import { finished, started, told } from '../support.ts'

const MANIFEST = `kind: Workflow
metadata: {name: w}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: server, template: server}
        - - {name: client, template: client}
        - - {name: again, template: client}
    - {name: server, daemon: true, retryStrategy: {limit: 2}, container: {image: 'alpine:3.20'}}
    - {name: client, container: {image: 'alpine:3.20'}}
`

describe('a daemon with retries', () => {
  test('comes to rest once it is up: nothing is said of it again until it ends', () => {
    const { trace, phase } = finished(started(MANIFEST))
    expect(phase).toBe('Succeeded')
    const events = trace.flatMap((event) =>
      event.kind === 'node' && event.node.displayName === 'server'
        ? [JSON.stringify(event.node)]
        : [],
    )
    expect(events).toEqual([...new Set(events)])
  })
})

describe('a daemon', () => {
  const server = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps: [[{name: server, template: server}], [{name: work, template: work}]]
    - {name: server, daemon: true, container: {image: alpine}}
    - {name: work, container: {image: alpine}}
`

  test('stays up until its template ends, when nobody says more', () => {
    expect(told(finished(started(server)))).toMatch(/server Succeeded\n/)
  })

  test('has failed when it is said to end before that, or has run to its end, however well', () => {
    const work = { duration: 5000 }
    for (const end of [{ duration: 2000, durationFrom: 'said' }, { took: 3 }] as const) {
      const run = finished(started(server), { server: end, work })
      expect(told(run)).toMatch(/server Failed\n/)
      expect(run.phase).toBe('Failed')
    }
  })

  test('has succeeded when it is said to live longer than its template', () => {
    const run = finished(started(server), { server: { duration: 60_000, durationFrom: 'said' } })
    expect(told(run)).toMatch(/server Succeeded\n/)
    expect(run.phase).toBe('Succeeded')
  })
})
