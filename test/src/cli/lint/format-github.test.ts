import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../../../support/seeds.ts'
import { formatGithub } from '../../../../src/cli/lint/format-github.ts'
import type { Problem } from '../../../../src/validate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

const text = 'a: b\nc: d\n'

function command(name: string, problem: Partial<Problem> = {}): string {
  const whole: Problem = {
    code: 'shape',
    severity: 'error',
    message: 'It is wrong.',
    range: { from: 3, to: 4 },
    document: 0,
    path: [],
    ...problem,
  }
  return formatGithub([{ name, tree: parseTree(text), problems: [whole] }])
}

/** Reads a command as the runner does: up to the second `::` properties, then the message. */
function read(line: string): {
  readonly command: string
  readonly properties: ReadonlyMap<string, string>
  readonly message: string
} {
  const end = line.indexOf('::', 2)
  const [, command = '', list = ''] = /^::(\w+) (.*)$/.exec(line.slice(0, end)) ?? []
  const data = (value: string) =>
    value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const property = (value: string) => data(value.replaceAll('%3A', ':').replaceAll('%2C', ','))
  const properties = list.split(',').map((one): [string, string] => {
    const at = one.indexOf('=')
    return [one.slice(0, at), property(one.slice(at + 1))]
  })
  return { command, properties: new Map(properties), message: data(line.slice(end + 2)) }
}

describe('annotations of GitHub', () => {
  it('name file, lines, columns and code', () => {
    expect(command('x/a.yaml')).toBe(
      '::error file=x/a.yaml,line=1,endLine=1,col=4,endColumn=5,title=shape::It is wrong.\n',
    )
  })
  it('have no columns for what takes up several lines', () => {
    expect(command('a.yaml', { range: { from: 3, to: 8 }, severity: 'info' })).toBe(
      '::notice file=a.yaml,line=1,endLine=2,title=shape::It is wrong.\n',
    )
  })
  it('have the first fix in the message', () => {
    const fixes = [{ title: 'Call b', command: 'x', args: {}, isSafe: false }]
    expect(command('a.yaml', { fixes })).toContain('::It is wrong.%0Afix: Call b\n')
  })
  it('are read as they were meant, whatever is in them', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'ab%:,\r\n=', '%0A', '::') })
    fc.assert(
      fc.property(odd, odd, (name, message) => {
        const line = command(`dir/x${name}y`, { message, severity: 'warning' })
        expect(line.match(/\n/g)).toHaveLength(1)
        const found = read(line.slice(0, -1))
        expect(found.command).toBe('warning')
        expect(found.message).toBe(message)
        expect(found.properties.get('file')).toBe(`dir/x${name}y`)
      }),
    )
  })
})
