import { readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { problemCodes } from '../../../src/validate/index.ts'
import { MAX_TEXT_LENGTH } from '../../../src/yaml/index.ts'
import { Folder, run } from '../../support/command-line.ts'

const folder = new Folder()

const workflow = (call: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: flow-}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: first
            ${call}
    - name: say
      container: {image: "alpine:3.20"}
`

const library = (name: string, namespace = ''): string => `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: ${name}${namespace}}
spec:
  templates:
    - name: say
      container: {image: "alpine:3.20"}
`

const sound = workflow('template: say')
const unsound = workflow('template: sey')
/** A condition that is no condition: a warning. */
const doubtful = workflow('{name: a, template: say, when: "a =="}').replace(
  '- - name: first\n            ',
  '- - ',
)
/** A step that never runs: a warning that only dry runs give. */
const dead = workflow(`{name: a, template: say, when: "'{{workflow.parameters.p}}' == 'b'"}`)
  .replace('- - name: first\n            ', '- - ')
  .replace(
    '  templates:',
    '  arguments: {parameters: [{name: p, value: a, enum: [a]}]}\n  templates:',
  )
const calling = workflow('templateRef: {name: tools, template: say}')

let folders = 0

/** A folder with files. */
function tree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const name = `t${String(++folders)}`
  for (const [path, content] of Object.entries(files)) folder.write(`${name}/${path}`, content)
  return folder.at(name)
}

interface Found {
  readonly file: string
  readonly code: string
  readonly severity: string
}

async function json(
  ...words: readonly string[]
): Promise<{ status: number; found: readonly Found[] }> {
  const { status, out } = await run(['lint', ...words, '--format', 'json'])
  return { status, found: JSON.parse(out) as readonly Found[] }
}

describe('steps that never run', () => {
  it('are told, unless nobody wants them', async () => {
    const path = folder.write('dead.yaml', dead)
    const told = { file: path, code: 'step-never-runs', severity: 'warning' }
    expect((await json(path)).found).toMatchObject([told])
    expect((await json(path, '--no-branches')).found).toEqual([])
    expect((await json(path, '--off', 'step-never-runs')).found).toEqual([])
    const settings = folder.write('grave.yaml', 'severity: {step-never-runs: error}')
    const grave = await json(path, '--config', settings)
    expect(grave).toMatchObject({ status: 1, found: [{ ...told, severity: 'error' }] })
  })
})

describe('what lint prints', () => {
  it('is nothing but a summary for a sound file', async () => {
    const path = folder.write('sound.yaml', sound)
    expect(await run(['lint', path])).toEqual({
      status: 0,
      out: '',
      error: '1 file: 0 errors, 0 warnings\n',
    })
  })

  it('is place, message, code, the line with marks, and what mends it', async () => {
    const path = folder.write('unsound.yaml', unsound)
    const { status, out, error } = await run(['lint', path])
    expect(status).toBe(1)
    expect(out)
      .toBe(`${path}:10:23: error: There is no template sey. Is say meant? Call one that is there, or add it. [template-unknown]
                template: sey
                          ^^^
    fix: Call say
    fix: Add a template sey
`)
    expect(error).toBe('1 file: 1 error, 0 warnings\n')
  })

  it('has colours only where they are legible', async () => {
    const path = folder.write('coloured.yaml', unsound)
    expect((await run(['lint', path], '', true)).out).toContain('\u001b[31merror:\u001b[39m')
    expect((await run(['lint', path])).out).not.toContain('\u001b')
    expect((await run(['lint', path, '--format', 'json'], '', true)).out).not.toContain('\u001b')
  })

  it('counts columns as editors do, behind a byte order mark too', async () => {
    const path = folder.write('marked.yaml', '\uFEFFkind: Workflow\nmetadata: {}')
    expect((await run(['lint', path])).out).toMatch(/marked\.yaml:1:1: .*\n {4}kind: Workflow\n/)
  })

  it('is one JSON list for all files', async () => {
    const path = tree({ 'a.yaml': sound, 'b.yaml': unsound, 'c.yaml': 'kind: Workflow\na: [' })
    const { status, out } = await run(['lint', path, '--format', 'json'])
    expect(status).toBe(1)
    const [first, second] = JSON.parse(out) as readonly object[]
    expect(first).toEqual({
      file: `${path}/b.yaml`,
      line: 10,
      column: 23,
      endLine: 10,
      endColumn: 26,
      severity: 'error',
      code: 'template-unknown',
      message: 'There is no template sey. Is say meant? Call one that is there, or add it.',
      path: 'spec.templates.0.steps.0.0.template',
      fixes: [
        { title: 'Call say', isSafe: false },
        { title: 'Add a template sey', isSafe: false },
      ],
    })
    expect(second).toMatchObject({ file: `${path}/c.yaml`, code: 'yaml-syntax' })
  })

  it('is a log of SARIF, or annotations of GitHub', async () => {
    const path = folder.write('formats.yaml', unsound)
    const sarif = await run(['lint', path, '--format', 'sarif'])
    expect(sarif.status).toBe(1)
    expect(JSON.parse(sarif.out)).toMatchObject({ version: '2.1.0' })
    const github = await run(['lint', path, '--format', 'github'])
    expect(github.out).toMatch(
      /^::error file=.*formats\.yaml,line=10,endLine=10,col=23,endColumn=26,title=template-unknown::/,
    )
  })

  it('lists every rule', async () => {
    const { status, out } = await run(['lint', '--list-rules'])
    expect(status).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(Object.keys(problemCodes).length)
    for (const line of lines) expect(line).toMatch(/^[a-z0-9.-]+ +(error|warning|info) +[A-Z].*\.$/)
    const rules: unknown = JSON.parse((await run(['lint', '--list-rules', '--format', 'json'])).out)
    expect(rules).toHaveLength(lines.length)
  })
})

describe('several files are one set', () => {
  it('in which templates are found', async () => {
    const path = tree({ 'a.yaml': calling, 'lib/b.yaml': library('tools') })
    expect(await json(path)).toEqual({ status: 0, found: [] })
    expect(await json(`${path}/a.yaml`, `${path}/lib`)).toEqual({ status: 0, found: [] })
  })

  it('in which templates are missing, unless the cluster may have them', async () => {
    const path = tree({ 'a.yaml': calling })
    expect(await json(path)).toMatchObject({ status: 1, found: [{ code: 'template-ref-unknown' }] })
    expect(await json(path, '--allow-missing-refs')).toEqual({ status: 0, found: [] })
  })

  it('in which namespaces count', async () => {
    const path = tree({ 'a.yaml': calling, 'b.yaml': library('tools', ', namespace: team') })
    expect(await json(path)).toMatchObject({ status: 1, found: [{ code: 'template-ref-unknown' }] })
  })

  it('in which no template is there twice', async () => {
    const path = tree({ 'a.yaml': library('tools'), 'b.yaml': library('tools') })
    const { status, found } = await json(path)
    expect(status).toBe(1)
    expect(found.map(({ code }) => code)).toEqual(['manifest-duplicate', 'manifest-duplicate'])
    symlinkSync('a.yaml', `${path}/link.yaml`)
    expect((await json(`${path}/a.yaml`, `${path}/link.yaml`)).found).toEqual([])
  })
})

describe('what is asked for', () => {
  it('codes that are off', async () => {
    const path = folder.write('off.yaml', unsound)
    expect(await json(path, '--off', 'python,template-unknown')).toEqual({ status: 0, found: [] })
    expect(await json(path, '--off', 'python', '--off', 'template-unknown')).toMatchObject({
      found: [],
    })
  })

  it('the least severity that is shown', async () => {
    const path = tree({ 'a.yaml': unsound, 'b.yaml': doubtful })
    const codes = async (...words: readonly string[]) =>
      (await json(path, ...words)).found.map(({ severity }) => severity)
    expect(await codes()).toEqual(['error', 'warning'])
    expect(await codes('--severity', 'error')).toEqual(['error'])
  })

  it('how many warnings there may be, shown or not', async () => {
    const path = folder.write('doubtful.yaml', doubtful)
    expect((await json(path)).status).toBe(0)
    expect((await json(path, '--max-warnings', '1')).status).toBe(0)
    expect((await json(path, '--max-warnings', '0', '--severity', 'error')).status).toBe(1)
  })

  it('a version of Argo, and a mode', async () => {
    const path = folder.write('asked.yaml', sound)
    for (const target of ['3.5', '3.6', '3.7', '4.0', '4.1'])
      expect((await json(path, '--target', target, '--mode', 'create')).status).toBe(0)
  })

  it('settings of a file, under those of the call', async () => {
    const settings = 'severity: {template-unknown: warning}\noff: [when-unreadable]\n'
    const path = tree({ 'x/a.yaml': unsound, 'x/b.yaml': doubtful, '.stepwright.yaml': settings })
    expect(await json(`${path}/x`)).toMatchObject({ status: 0, found: [{ severity: 'warning' }] })
    expect((await json(`${path}/x`, '--no-config')).found).toHaveLength(2)
    const other = folder.write('other-settings.yaml', 'off: [template-unknown]')
    expect((await json(`${path}/x`, '--config', other)).found).toMatchObject([
      { code: 'when-unreadable' },
    ])
    folder.write(`${path.slice(folder.path.length + 1)}/.stepwright.yaml`, 'mode: lint\ntargets: 1')
    const { status, error } = await run(['lint', path])
    expect(status).toBe(2)
    expect(error).toContain('.stepwright.yaml:2:1: There is no setting targets.')
  })

  it.each([
    [['--target', '9'], '--target is one of 3.5, 3.6, 3.7, 4.0, 4.1, not 9.'],
    [['--mode', 'fast'], '--mode is one of lint, create, not fast.'],
    [['--severity', 'bad'], '--severity is one of error, warning, info, not bad.'],
    [['--max-warnings', '-1'], '--max-warnings'],
    [['--max-warnings', 'x'], '--max-warnings is a number from 0, not x.'],
    [['--off', 'pyton'], '--off: There is no code pyton. Did you mean python?'],
    [['--format', 'xml'], '--format is one of text, json, sarif, github, not xml.'],
    [['--fix', '--fix-dry-run'], 'not both'],
    [['--config', 'none.yaml', '--no-config'], 'not both'],
    [['--config', 'none.yaml'], 'none.yaml does not exist.'],
    [['--fix-dry-run', '--format', 'json'], 'has no place'],
    [['--wrong'], '--wrong'],
  ])('%j is misuse', async (words, says) => {
    const path = folder.write('misuse.yaml', sound)
    const { status, out, error } = await run(['lint', path, ...words])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).toContain(says)
  })
})

describe('files that hold nothing of Argo', () => {
  const others = {
    'pod.yaml': 'kind: Pod\n',
    'chart.yaml': '{{- if .Values.on }}\nkind: Deployment\n{{- end }}\n',
    'package.json': '{"name": "x"}',
    'a.yaml': sound,
  }

  it('are left out of folders and patterns', async () => {
    const path = tree(others)
    expect(await run(['lint', path])).toEqual({
      status: 0,
      out: '',
      error: '1 file: 0 errors, 0 warnings; 3 files without an object of Argo left out\n',
    })
    expect((await run(['lint', `${path}/*.yaml`])).status).toBe(0)
  })

  it('are looked at when they are named, unless they are to be skipped', async () => {
    const path = tree(others)
    const named = ['pod.yaml', 'chart.yaml', 'a.yaml'].map((name) => `${path}/${name}`)
    const { status, found } = await json(...named)
    expect(status).toBe(1)
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['no-workflow', 'yaml-syntax']))
    expect(await json(...named, '--skip-others')).toEqual({ status: 0, found: [] })
  })

  it('are not all that there is, unless they are to be skipped', async () => {
    const path = tree({ 'pod.yaml': 'kind: Pod\n' })
    const { status, error } = await run(['lint', path])
    expect(status).toBe(2)
    expect(error).toContain('In 1 file there is no object of Argo to look at.')
    expect((await run(['lint', tree({ 'a.txt': '' })])).status).toBe(2)
    expect((await run(['lint', path, '--skip-others'])).status).toBe(0)
    expect((await run(['lint', `${path}/pod.yaml`])).status).toBe(2)
  })

  it('but look as if they did are errors when they do not parse', async () => {
    const path = tree({ 'a.yaml': `{{- if .Values.on }}\n${sound}` })
    const { status, found } = await json(path)
    expect(status).toBe(1)
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['yaml-syntax']))
    // The parser stumbles again over all that follows.
    expect(found.length).toBeLessThan(4)
  })
})

describe('what cannot be read', () => {
  it('is told, with exit status 2, and the others are looked at', async () => {
    const path = tree({ 'a.yaml': unsound, 'b.yaml': new Uint8Array([0, 255, 254]) })
    const { status, out, error } = await run(['lint', path, folder.at('none')])
    expect(status).toBe(2)
    expect(out).toContain('[template-unknown]')
    expect(error).toContain('b.yaml is not UTF-8 text.')
    expect(error).toContain('none does not exist.')
  })

  it('because it is too long is a problem of the file', async () => {
    const long = `${sound}# ${'x'.repeat(MAX_TEXT_LENGTH)}\n`
    const path = folder.write('long.yaml', long)
    expect(await json(path)).toMatchObject({ status: 1, found: [{ code: 'yaml-too-large' }] })
    expect((await run(['lint', path])).out.length).toBeLessThan(1_000)
  })
})

describe('standard input', () => {
  it('is read for -', async () => {
    const { status, out } = await run(['lint', '-'], unsound)
    expect(status).toBe(1)
    expect(out).toMatch(/^-:10:23: error: /)
    expect((await run(['lint', '-'], '')).status).toBe(2)
  })

  it('is printed with its fixes, and problems go to the other output', async () => {
    const { status, out, error } = await run(['lint', '--fix', '-'], unsound)
    expect({ status, out }).toEqual({ status: 1, out: unsound })
    expect(error).toContain('-:10:23: error: ')
    const path = folder.write('beside.yaml', sound)
    expect((await run(['lint', '--fix', '-', path], sound)).status).toBe(2)
    expect((await run(['lint', '--fix', '-', '--format', 'json'], sound)).status).toBe(2)
  })
})

test('--fix leaves a file without safe fixes as it is', async () => {
  const path = folder.write('unsafe.yaml', unsound)
  expect((await run(['lint', '--fix', path])).status).toBe(1)
  expect(readFileSync(path, 'utf8')).toBe(unsound)
  expect(await run(['lint', '--fix-dry-run', path])).toMatchObject({ status: 1, out: '' })
})

test('help says every option', async () => {
  const { out } = await run(['lint', '--help'])
  for (const option of ['format', 'severity', 'max-warnings', 'target', 'mode', 'off', 'fix'])
    expect(out).toContain(`  --${option} `)
  expect(out).toContain('Exit status')
})

describe('files of tests', () => {
  it('are checked by what tests may say', async () => {
    const path = tree({
      'flow.yaml': sound,
      'flow.test.yaml': 'tests: [{name: a}]\n',
      'bad.test.yaml': '- {nam: a}\n',
    })
    const { status, found } = await json(path, '--skip-others')
    expect(status).toBe(1)
    expect(found).toMatchObject([{ code: 'test-unreadable', severity: 'error' }])
  })

  it('are enough to look at', async () => {
    const path = tree({ 'flow.test.yaml': 'tests: [{name: a}]\n', 'x.yaml': 'a: 1\n' })
    expect(await json(path)).toEqual({ status: 0, found: [] })
  })
})
