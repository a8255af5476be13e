import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Folder, run, type Ran } from '../../support/command-line.ts'

const folder = new Folder()

const COINFLIP = `\uFEFF# flips\r
kind: Workflow\r
metadata:\r
  generateName: coinflip-\r
spec:\r
  entrypoint: main\r
  templates:\r
  - name: main\r
    steps:\r
    - - name: flip # a coin\r
        template: flip\r
    - - name: heads\r
        template: flip\r
        when: '"{{steps.flip.outputs.result}}" == heads'\r
  - name: flip\r
    script: {image: python:3.10, command: [python], source: print(1)}\r
`

let files = 0

function file(content: string | Uint8Array, name = 'workflow.yaml'): string {
  return folder.write(`${String(++files)}-${name}`, content)
}

async function apply(text: string, commands: unknown, ...flags: readonly string[]): Promise<Ran> {
  return run(['apply', file(text), file(JSON.stringify(commands), 'commands.json'), ...flags])
}

describe('apply', () => {
  test('prints the new text, byte for byte but for the edit', async () => {
    const { status, out } = await apply(COINFLIP, [
      { command: 'renameStep', args: { template: 'main', step: 'flip', name: 'toss' } },
    ])
    expect(status).toBe(0)
    expect(out).toBe(
      COINFLIP.replace('name: flip #', 'name: toss #').replace('steps.flip.', 'steps.toss.'),
    )
  })

  test('undo gives back the very bytes', async () => {
    const commands = [
      { command: 'deleteStep', args: { template: 'main', step: 'flip' } },
      {
        command: 'addStep',
        args: { template: 'main', newTemplate: { type: 'container' }, to: { newLane: 0 } },
      },
      { command: 'undo' },
      { command: 'undo' },
    ]
    expect(await apply(COINFLIP, commands)).toMatchObject({ status: 0, out: COINFLIP })
    const redone = await apply(COINFLIP, [...commands, { command: 'redo' }])
    expect(redone.out).not.toContain('name: flip # a coin')
  })

  test('writes the file only when asked to', async () => {
    const path = file(COINFLIP)
    const commands = file(
      JSON.stringify({ command: 'setWhen', args: { template: 'main', step: 'heads', when: null } }),
      'commands.json',
    )
    await run(['apply', path, commands])
    expect(readFileSync(path, 'utf8')).toBe(COINFLIP)
    expect(await run(['apply', path, commands, '--write'])).toMatchObject({ status: 0, out: '' })
    expect(readFileSync(path, 'utf8')).not.toContain('when')
  })

  test('a refused command changes nothing, and says which and why', async () => {
    const path = file(COINFLIP)
    const commands = file(
      JSON.stringify([
        { command: 'setWhen', args: { template: 'main', step: 'heads', when: null } },
        { command: 'renameStep', args: { template: 'main', step: 'nobody', name: 'x' } },
      ]),
      'commands.json',
    )
    const { status, out, error } = await run(['apply', path, commands, '--write'])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(error).toContain('command 1 (renameStep)')
    expect(error).toContain('nobody')
    expect(readFileSync(path, 'utf8')).toBe(COINFLIP)
    const json = await run(['apply', path, commands, '--format', 'json'])
    expect(JSON.parse(json.out)).toMatchObject({
      applied: 1,
      refused: { command: 'renameStep', index: 1 },
    })
  })

  test('reads the file or the commands from standard input', async () => {
    const commands = '[{"command":"setWhen","args":{"template":"main","step":"heads","when":null}}]'
    expect((await run(['apply', file(COINFLIP), '-'], commands)).out).not.toContain('when')
    const fromInput = await run(['apply', '-', file(commands, 'commands.json')], COINFLIP)
    expect(fromInput.out).not.toContain('when')
  })

  test('finds the document that has the template', async () => {
    const two = `${COINFLIP}---\r\nkind: WorkflowTemplate\r\nspec:\r\n  templates:\r\n  - name: other\r\n    steps:\r\n    - - name: a\r\n        template: x\r\n`
    const { out } = await apply(two, [
      { command: 'renameStep', args: { template: 'other', step: 'a', name: 'b' } },
    ])
    expect(out).toBe(two.replace('name: a\r', 'name: b\r'))
  })

  test.each([
    [['apply'], 'usage'],
    [['apply', 'nowhere.yaml', 'c.json'], 'nowhere.yaml does not exist'],
    [['apply', '-', '-'], 'standard input'],
    [['apply', 'a', 'b', '--wrong'], '--wrong'],
    [['apply', 'a', 'b', '--format', 'xml'], 'xml'],
    [['fly'], 'no command fly'],
    [['lint'], 'usage'],
    [['render', 'a', 'b'], 'usage'],
    [['serve', '--port', 'x'], 'x is not a port'],
  ])('%j is misuse', async (words, says) => {
    const { status, out, error } = await run(words)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(error).toContain(says)
  })

  test('what is no text or no list of commands is misuse', async () => {
    const binary = file(new Uint8Array([0xff, 0xfe, 0x00, 0x80]))
    expect(await run(['apply', binary, file('[]', 'c.json')])).toMatchObject({ status: 2 })
    expect(await apply(COINFLIP, ['renameStep'])).toMatchObject({ status: 2 })
    expect(await run(['apply', file(COINFLIP), file('{', 'c.json')])).toMatchObject({ status: 2 })
  })
})

describe('render', () => {
  test('draws the entrypoint, or the template that is asked for', async () => {
    const { status, out } = await run(['render', file(COINFLIP)])
    expect(status).toBe(0)
    expect(out).toMatch(/^<svg[^]*heads[^]*<\/svg>\s*$/)
    const target = folder.at('out.svg')
    await run(['render', file(COINFLIP), '-o', target, '--theme', 'dark', '--template', 'main'])
    expect(readFileSync(target, 'utf8')).toContain('<svg')
  })

  test('draws dags and container sets, and with --unfold all that they call', async () => {
    const text = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      dag:
        tasks: [{name: go, template: inner}, {name: on, template: pods, depends: go}]
    - {name: inner, steps: [[{name: deep, template: leaf}]]}
    - {name: pods, containerSet: {containers: [{name: main, image: alpine}]}}
    - {name: leaf, suspend: {}}
`
    const { status, out } = await run(['render', file(text)])
    expect(status).toBe(0)
    expect(out).toContain('>go</text>')
    expect(out).not.toContain('>deep</text>')
    const unfolded = await run(['render', file(text), '--unfold'])
    expect(unfolded.out).toContain('>deep</text>')
    expect(unfolded.out).toContain('>alpine</text>')
    expect((await run(['render', file(text), '--template', 'pods'])).out).toContain('>main</text>')
  })

  test.each([
    ['kind: Workflow\n', [], 'no template with steps'],
    ['a: [', [], 'does not parse'],
    [COINFLIP, ['--template', 'flip'], 'has no picture'],
    [COINFLIP, ['--template', 'none'], 'no template none'],
    [COINFLIP, ['--theme', 'pink'], 'light or dark'],
  ])('refuses %j %j', async (text, flags, says) => {
    const { status, error } = await run(['render', file(text), ...flags])
    expect(status).toBe(2)
    expect(error).toContain(says)
  })
})

test('help says how each command is called', async () => {
  const { status, out } = await run(['--help'])
  expect(status).toBe(0)
  for (const name of ['lint', 'apply', 'render', 'run', 'test', 'serve'])
    expect(out).toContain(`stepwright ${name} `)
  expect((await run([])).status).toBe(2)
  expect((await run(['apply', '--help'])).out).toContain('usage: stepwright apply FILE')
})
