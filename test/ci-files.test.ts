import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Folder } from './support/command-line.ts'

/*
 * What others run of this checkout: the hook of pre-commit and the action of GitHub. Their command lines are run as they stand there,
 * with the program of `tools/stepwright.mjs`, which is built first.
 */

const root = process.cwd()
const folder = new Folder()
const unsound = `kind: Workflow
metadata: {generateName: a-}
spec:
  entrypoint: main
  templates:
    - {name: main, steps: [[{name: a, template: nobody}]]}
`
const calling = unsound.replace('template: nobody', 'templateRef: {name: tools, template: t}')
const doubtful = unsound.replace('template: nobody', 'template: main, when: "a =="')

function read(name: string): unknown {
  return parse(readFileSync(name, 'utf8'))
}

function runIn(
  path: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: path,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return { status, out: stdout, error: stderr }
}

describe('the hook of pre-commit', () => {
  const [hook] = read('.pre-commit-hooks.yaml') as [Readonly<Record<string, unknown>>]

  const [program = '', ...entry] = String(hook['entry']).split(' ')
  const words = [...entry, ...(hook['args'] as string[])]

  it('has what a hook needs', () => {
    expect(hook).toMatchObject({ id: 'stepwright', language: 'script', require_serial: true })
    for (const key of ['name', 'entry', 'files']) expect(hook[key]).toEqual(expect.any(String))
    const files = new RegExp(String(hook['files']))
    for (const name of ['a.yaml', 'x/b.yml']) expect(files.test(name)).toBe(true)
    for (const name of ['a.yaml.txt', 'yaml', 'a.json']) expect(files.test(name)).toBe(false)
  })

  it('names a program of the checkout that can be run', () => {
    const { mode } = statSync(program)
    expect(mode & 0o111).toBe(0o111)
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })

  const lint = (...files: readonly string[]) =>
    runIn(folder.path, join(root, program), [...words, ...files])

  it('passes what has nothing of Argo, and what may be in the cluster', () => {
    folder.write('hook/pod.yaml', 'kind: Pod\n')
    folder.write('hook/chart.yaml', '{{- if .Values.on }}\na: b\n{{- end }}\n')
    folder.write('hook/calling.yaml', calling)
    expect(lint('hook/pod.yaml', 'hook/chart.yaml')).toMatchObject({ status: 0, out: '' })
    expect(lint('hook/pod.yaml', 'hook/calling.yaml')).toMatchObject({ status: 0, out: '' })
  })

  it('fails for an error', () => {
    folder.write('hook/unsound.yaml', unsound)
    expect(lint('hook/unsound.yaml')).toMatchObject({
      status: 1,
      out: expect.stringContaining('hook/unsound.yaml:6:') as string,
    })
  })
})

interface Step {
  readonly run: string
  readonly shell: string
  readonly env?: Readonly<Record<string, string>>
}

describe('the action of GitHub', () => {
  const action = read('action.yml') as {
    readonly inputs: Readonly<Record<string, { description: string; default: string }>>
    readonly runs: { readonly using: string; readonly steps: readonly Step[] }
  }
  const [install, lint] = action.runs.steps

  /** Runs the step that lints with the inputs as the runner hands them over. */
  const runLint = (inputs: Readonly<Record<string, string>>) => {
    const env = Object.entries(lint?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? ''
      expect(Object.keys(action.inputs)).toContain(input)
      return [name, inputs[input] ?? action.inputs[input]?.default ?? '']
    })
    const variables = { ...(Object.fromEntries(env) as object), GITHUB_ACTION_PATH: root }
    const bash = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lint?.run ?? '']
    return runIn(folder.at('action'), 'bash', bash, variables)
  }

  it('is composite, and puts no input into a script', () => {
    expect(action.runs.using).toBe('composite')
    expect(install?.run).toMatch(/^npm ci /)
    for (const { run, shell } of action.runs.steps) {
      expect(shell).toBe('bash')
      expect(run).not.toContain('${{')
    }
    for (const { description, default: usual } of Object.values(action.inputs)) {
      expect(description).toMatch(/\.$/)
      expect(usual).toEqual(expect.any(String))
    }
  })

  it('annotates, and fails as it is asked to', () => {
    folder.write('action/bad/a.yaml', unsound)
    folder.write('action/doubtful.yaml', doubtful)
    folder.write('action/with space/b.yaml', calling)
    expect(runLint({})).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^::error file=bad\/a\.yaml,line=6,/) as string,
    })
    expect(runLint({ 'fail-on': 'never' }).status).toBe(0)
    expect(runLint({ files: 'doubtful.yaml' }).status).toBe(0)
    expect(runLint({ files: 'doubtful.yaml', 'fail-on': 'warning' }).status).toBe(1)
    expect(runLint({ files: 'doubtful.yaml\n\nwith space\n', target: '3.5' }).status).toBe(1)
    const allowed = { files: 'with space', 'allow-missing-refs': 'true', format: 'text' }
    expect(runLint(allowed)).toMatchObject({ status: 0, out: '' })
    expect(runLint({ files: 'none.yaml', 'fail-on': 'never' }).status).toBe(2)
    expect(runLint({ 'fail-on': 'always' }).status).toBe(2)
  })

  it('writes a log of SARIF to a file', () => {
    folder.write('action/bad/a.yaml', unsound)
    const { status, out } = runLint({ files: 'bad', format: 'sarif', output: 'log.sarif' })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(read(folder.at('action/log.sarif'))).toMatchObject({ version: '2.1.0' })
  })
})
