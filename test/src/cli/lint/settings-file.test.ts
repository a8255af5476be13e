import { describe, expect, it } from 'vitest'
import { Misuse } from '../../../../src/cli/command-line.ts'
import {
  findSettingsFile,
  noSettings,
  readSettings,
} from '../../../../src/cli/lint/settings-file.ts'
import { Folder } from '../../../support/command-line.ts'

describe('a file with settings', () => {
  it('says target, mode, codes that are off and severities', () => {
    const text = `# ours
target: 3.6
mode: create
off: [when-unreadable, python]
severity:
  field-unknown: error
`
    expect(readSettings(text, 's')).toEqual({
      target: '3.6',
      mode: 'create',
      off: ['when-unreadable', 'python'],
      severity: new Map([['field-unknown', 'error']]),
    })
  })

  it('may say nothing, or a part', () => {
    expect(readSettings('', 's')).toEqual(noSettings)
    expect(readSettings('# nothing\n', 's')).toEqual(noSettings)
    expect(readSettings('target: 4.0\n', 's')).toEqual({ ...noSettings, target: '4.0' })
  })

  it.each([
    ['mode: lint\ntraget: "4.0"', 's:2:1: There is no setting traget. Did you mean target?'],
    ['quality: 1', 's:1:1: There is no setting quality. There are target, mode, off, severity.'],
    ['target: 5.0', 's:1:9: It is one of 3.5, 3.6, 3.7, 4.0, 4.1.'],
    ['mode:', 's:1:6: It is one of lint, create.'],
    ['off: python', 's:1:6: It is a list of codes, as in `[field-unknown]`.'],
    ['off:\n  - pyton', 's:2:5: There is no code pyton. Did you mean python?'],
    ['severity:\n  pyton: error', 's:2:3: There is no code pyton. Did you mean python?'],
    ['severity: {python: fatal}', 's:1:20: It is one of error, warning, info.'],
    ['severity: [python]', 's:1:11: Settings are a map, as in `target: "4.1"`.'],
    ['- a', 's:1:1: Settings are a map, as in `target: "4.1"`.'],
    ['mode: lint\n---\nmode: lint', 's:2:1: Settings are one document.'],
    ['a: [', 's:1:5: '],
  ])('%j is a misuse: %s', (text, message) => {
    expect(() => readSettings(text, 's')).toThrow(Misuse)
    expect(() => readSettings(text, 's')).toThrow(message)
  })
})

describe('the file with settings of some files', () => {
  const folder = new Folder()
  const outer = folder.write('.stepwright.yaml', '')
  const inner = folder.write('a/b/.stepwright.yaml', '')
  const [first, second] = [folder.write('a/b/x.yaml', ''), folder.write('a/c/y.yaml', '')]

  it('is in the folder that holds them all, or above it', async () => {
    expect(await findSettingsFile([first])).toBe(inner)
    expect(await findSettingsFile([folder.at('a/b')])).toBe(inner)
    expect(await findSettingsFile([second])).toBe(outer)
    expect(await findSettingsFile([first, second])).toBe(outer)
    expect(await findSettingsFile([folder.path])).toBe(outer)
  })

  it('is found for patterns and for files that are not there', async () => {
    expect(await findSettingsFile([`${folder.at('a/b')}/*.yaml`])).toBe(inner)
    expect(await findSettingsFile([`${folder.at('a')}/**/*.yaml`])).toBe(outer)
    expect(await findSettingsFile([folder.at('a/b/none.yaml')])).toBe(inner)
  })
})
