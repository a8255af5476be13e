import { describe, expect, it } from 'vitest'
import { hoverAt } from '../../../src/schema/index.ts'

const text = `kind: CronWorkflow
spec:
  schedules: ["@daily"]
  concurrencyPolicy: Forbid
  workflowSpec:
    entrypoint: main
    onExit: nope
    templates:
    - name: main
      inputs: {parameters: [{name: day}]}
      synchronization:
        mutex: {name: x}
      suspend: {duration: "10"}
      podSpecPatch: |
        entrypoint: main
`

/** What is said of the last letter of a text that stands once in the manifest. */
function over(part: string): readonly string[] | undefined {
  return hoverAt(text, text.indexOf(part) + part.length - 1)?.paragraphs
}

describe('hover', () => {
  it('explains fields', () => {
    expect(over('schedules')?.[0]).toBe('**schedules** — list of cron schedule · required')
    expect(over('schedules')?.join('\n')).toMatch(/Argo 3\.6.*\nExample: `0 3 \* \* \*`/)
    expect(over('concurrencyPolicy')?.join('\n')).toContain('Default: `Allow`')
    expect(over('concurrencyPolicy')?.join('\n')).toContain('- `Forbid`: ')
    expect(over('mutex')?.join('\n')).toMatch(
      /\*\*Deprecated\.\*\*.*`mutexes`.*\nArgo 4\.0 and later/,
    )
    expect(over('{duration')?.[0]).toBe('**duration** — duration')
    expect(over('suspend')?.join('\n')).toContain('Exactly one is needed')
  })
  it('explains values', () => {
    expect(over('Forbid')).toEqual(['**Forbid** — A new run is left out while one goes on.'])
  })
  it('covers the key or value', () => {
    const at = text.indexOf('concurrencyPolicy')
    expect(hoverAt(text, at + 3)).toMatchObject({
      from: at,
      to: at + 'concurrencyPolicy'.length,
    })
  })
  it('says nothing of what it does not know', () => {
    expect(over('nope')).toBeUndefined()
    expect(over('name: x')).toBeUndefined()
    expect(over('|\n        entrypoint')).toBeUndefined()
    expect(hoverAt('kind: Pod\nspec: {}', 12)).toBeUndefined()
  })
})
