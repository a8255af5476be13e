import { pathToFileURL } from 'node:url'
import type { Log, Region, Run } from 'sarif'
import { describe, expect, it } from 'vitest'
import { usualSettings, problemCodes } from '../../../../src/validate/index.ts'
import { checkSet } from '../../../../src/cli/lint/check-set.ts'
import { formatSarif } from '../../../../src/cli/lint/format-sarif.ts'
import { runCommand } from '../../../../src/edit/index.ts'
import { LineIndex } from '../../../../src/base/index.ts'
import { ChangeSet } from '../../../../src/document/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: a-}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: a
            template: sai
    - name: say
      container: {image: "alpine:3.20"}
`

const settings = { ...usualSettings, isOffline: true, severities: new Map() }

function runOf(name: string, failures: readonly string[] = [], source = text): Run {
  const checked = checkSet([{ name, tree: parseTree(source) }], settings)
  const log: unknown = JSON.parse(formatSarif(checked, failures))
  expectLog(log)
  const [run] = log.runs
  if (run === undefined) throw new Error('no run')
  return run
}

/** What the schema of SARIF asks for, of the parts that there are. */
function expectLog(log: unknown): asserts log is Log {
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Stepwright' } } }],
  })
  const { runs } = log as Log
  for (const { tool, results = [], invocations = [] } of runs) {
    const ids = (tool.driver.rules ?? []).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { executionSuccessful } of invocations)
      expect(executionSuccessful).toEqual(expect.any(Boolean))
    for (const { ruleId, ruleIndex = -1, level, message, locations = [], fixes = [] } of results) {
      expect(message.text).toEqual(expect.any(String))
      expect(['none', 'note', 'warning', 'error']).toContain(level)
      expect(ids[ruleIndex]).toBe(ruleId)
      for (const { physicalLocation } of locations) expectRegion(physicalLocation?.region)
      for (const { artifactChanges } of fixes) {
        expect(artifactChanges.length).toBeGreaterThan(0)
        for (const { artifactLocation, replacements } of artifactChanges) {
          expect(artifactLocation.uri).toEqual(expect.any(String))
          expect(replacements.length).toBeGreaterThan(0)
          for (const { deletedRegion } of replacements) expectRegion(deletedRegion)
        }
      }
    }
  }
}

function expectRegion(region: Region | undefined): void {
  for (const part of [region?.startLine, region?.startColumn, region?.endLine, region?.endColumn])
    expect(part).toBeGreaterThanOrEqual(1)
}

describe('a log of SARIF', () => {
  it('describes every rule', () => {
    const rules = runOf('a.yaml').tool.driver.rules ?? []
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(problemCodes))
    for (const { shortDescription, defaultConfiguration } of rules) {
      expect(shortDescription?.text).toMatch(/\.$/)
      expect(['note', 'warning', 'error']).toContain(defaultConfiguration?.level)
    }
  })

  it('names the place, with a relative URI', () => {
    const [result] = runOf('x y/ä.yaml').results ?? []
    expect(result).toMatchObject({
      ruleId: 'template-unknown',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'x%20y/%C3%A4.yaml' },
            region: { startLine: 10, startColumn: 23, endLine: 10, endColumn: 26 },
          },
        },
      ],
    })
  })

  it('has a whole URI for what is elsewhere', () => {
    const uri = runOf('/elsewhere/a.yaml').results?.[0]?.locations?.[0]?.physicalLocation
    expect(uri?.artifactLocation?.uri).toBe(pathToFileURL('/elsewhere/a.yaml').href)
  })

  it('has fixes that change what the commands change', () => {
    const tree = parseTree(text)
    const [problem] = checkSet([{ name: 'a.yaml', tree }], settings)[0]?.problems ?? []
    const fixes = runOf('a.yaml').results?.[0]?.fixes ?? []
    expect(fixes).toHaveLength(problem?.fixes?.length ?? 0)
    const lines = new LineIndex(text)
    for (const [index, { artifactChanges }] of fixes.entries()) {
      const changes = (artifactChanges[0]?.replacements ?? []).map((one) => {
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = one.deletedRegion
        return {
          from: lines.offset({ line: startLine, column: startColumn }),
          to: lines.offset({ line: endLine, column: endColumn }),
          insert: one.insertedContent?.text ?? '',
        }
      })
      const fix = problem?.fixes?.[index]
      const edit = runCommand({ tree, document: 0 }, fix?.command ?? '', fix?.args)
      if (!edit.ok) throw new Error(edit.error.message)
      const apply = (all: typeof changes) => ChangeSet.of(all, text.length).apply(text)
      expect(apply(changes)).toBe(apply([...edit.value.changes]))
    }
  })

  it('says what could not be read', () => {
    expect(runOf('a.yaml').invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ])
    expect(runOf('a.yaml', ['b.yaml does not exist.']).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ message: { text: 'b.yaml does not exist.' } }],
      },
    ])
  })

  it('is sound for a file that does not parse, and one with a byte order mark', () => {
    expect(runOf('a.yaml', [], 'a: [').results?.[0]?.ruleId).toBe('yaml-syntax')
    const marked = runOf('a.yaml', [], `\uFEFF${text.replace('kind: Workflow', 'kind: []')}`)
    expect(marked.results?.length).toBeGreaterThan(0)
  })
})
