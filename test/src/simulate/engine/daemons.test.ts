import { describe, expect, test } from 'vitest'
import { finished, started } from '../support.ts'

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
    const told = trace.flatMap((event) =>
      event.kind === 'node' && event.node.displayName === 'server'
        ? [JSON.stringify(event.node)]
        : [],
    )
    expect(told).toEqual([...new Set(told)])
  })
})
