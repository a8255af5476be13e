import { describe, expect, it } from 'vitest'
import {
  addStep,
  deleteStep,
  duplicateStep,
  moveLane,
  moveStep,
  moveSteps,
  setArgument,
  setWhen,
  type Command,
} from '../../../src/edit/index.ts'
import { checkCommand } from '../../support/command-laws.ts'

/*
 * Layouts in a one-line notation: `|` ends a line, and all stands below `steps:` of the template T. `run` gives what is there
 * after a command in the same notation.
 */

const HEAD = ['kind: Workflow', 'spec:', '  templates:', '  - name: T', '    steps:']

function manifest(notation: string, lineBreak: string): string {
  return [...HEAD, ...notation.split('|').map((line) => (line === '' ? '' : `    ${line}`))].join(
    lineBreak,
  )
}

function run<Args>(
  notation: string,
  command: Command<Args>,
  args: Args,
  keepsComments = true,
): string {
  const results = ['\n', '\r\n'].map((lineBreak) => {
    const { text } = checkCommand(manifest(notation, lineBreak), 0, command, args, {
      keepsComments,
    })
    const [above, below] = [text.split(lineBreak).slice(0, 5), text.split(lineBreak).slice(5)]
    expect(above).toEqual(HEAD)
    return below.map((line) => line.replace(/^ {4}/, '')).join('|')
  })
  expect(results[1]).toBe(results[0])
  return results[0] ?? ''
}

const at = (step: string) => ({ template: 'T', step })

describe('moving a step', () => {
  const move = (notation: string, step: string, to: Parameters<typeof moveStep>[1]['to']) =>
    run(notation, moveStep, { ...at(step), to })
  it.each([
    // Side by side, down and up, with and without a line break at the end.
    ['- - {name: a}|- - {name: b}|', 'a', 'down', '- - {name: b}|  - {name: a}|'],
    ['- - {name: a}|- - {name: b}', 'a', 'down', '- - {name: b}|  - {name: a}|'],
    ['- - {name: a}|- - {name: b}', 'b', 'up', '- - {name: a}|  - {name: b}|'],
    [
      '- - name: a|    template: x|  - name: b|',
      'a',
      'down',
      '- - name: b|- - name: a|    template: x|',
    ],
    ['- - name: a|  - name: b|', 'b', 'up', '- - name: b|- - name: a|'],
    // Other ways to indent.
    [
      '  - - name: a|      template: x|  - - name: b|',
      'a',
      'down',
      '  - - name: b|    - name: a|      template: x|',
    ],
    [
      '-   - name: a|      template: x|-   - name: b|',
      'a',
      'down',
      '-   - name: b|    - name: a|      template: x|',
    ],
    [
      '-|  - name: a|    template: x|-|  - name: b|',
      'a',
      'down',
      '-|  - name: b|  - name: a|    template: x|',
    ],
    ['- -|    name: a|- - name: b|', 'a', 'down', '- - name: b|  -|    name: a|'],
    // Comments travel.
    [
      '# about a|- - name: a # here|    # inside|- - name: b|',
      'a',
      'down',
      '- - name: b|  # about a|  - name: a # here|    # inside|',
    ],
    ['- - name: a|  # under a|- - name: b|', 'a', 'down', '- - name: b|  - name: a|    # under a|'],
    [
      '- - name: a|  # about b|  - name: b|- - name: c|',
      'b',
      'down',
      '- - name: a|- - name: c|  # about b|  - name: b|',
    ],
    [
      '- - name: a||# about b|- - name: b||- - name: c|',
      'b',
      'down',
      '- - name: a||- - name: c|  # about b|  - name: b|',
    ],
    // Lanes in brackets.
    [
      '- [{name: a}, {name: b}]|- [{name: c}]|',
      'a',
      'down',
      '- [{name: b}]|- [{name: c}, {name: a}]|',
    ],
    ['- [{name: a}]|- - name: c|', 'a', 'down', '- - name: c|  - {name: a}|'],
    [
      '- - name: a|    template: x|- [{name: c}]|',
      'a',
      'down',
      '- - {name: c}|  - name: a|    template: x|',
    ],
    // Block scalars keep their content.
    [
      '- - name: a|    when: >-|      one|        two|- - name: b|',
      'a',
      'down',
      '- - name: b|  - name: a|    when: >-|      one|        two|',
    ],
  ] as const)('%s: %s %s', (before, step, to, after) => {
    expect(move(before, step, to)).toBe(after)
  })

  it.each([
    [
      '- - name: a|- - name: b|- - name: c|',
      'c',
      { newLane: 0 },
      '- - name: c|- - name: a|- - name: b|',
    ],
    [
      '- - name: a|  - name: b|- - name: c|',
      'b',
      { newLane: 1 },
      '- - name: a|- - name: b|- - name: c|',
    ],
    [
      '- - name: a|  - name: b|  - name: c|',
      'c',
      { lane: 0, index: 0 },
      '- - name: c|  - name: a|  - name: b|',
    ],
    [
      '- - name: a|  - name: b|  - name: c|',
      'a',
      { lane: 0, index: 2 },
      '- - name: b|  - name: a|  - name: c|',
    ],
  ] as const)('%s: %s to %o', (before, step, to, after) => {
    expect(move(before, step, to)).toBe(after)
  })

  it('takes several along, in their order', () => {
    const args = { template: 'T', steps: ['c', 'a'], to: { newLane: 0 } }
    expect(run('- - name: a|  - name: b|- - name: c|', moveSteps, args)).toBe(
      '- - name: a|  - name: c|- - name: b|',
    )
  })

  it('takes whole lanes along', () => {
    const args = { template: 'T', lane: 0, to: 2 }
    expect(run('# one|- - name: a|  - name: b|# two|- - name: c|', moveLane, args)).toBe(
      '# two|- - name: c|# one|- - name: a|  - name: b|',
    )
  })
})

describe('duplicating a step', () => {
  it.each([
    ['- - name: a|    template: x|', '- - name: a|    template: x|  - name: a-2|    template: x|'],
    ['- - name: a', '- - name: a|  - name: a-2|'],
    ['- [{name: a, template: x}]|', '- [{name: a, template: x}, {name: a-2, template: x}]|'],
    ['- - &s|    name: a|', '- - &s|    name: a|  -|    name: a-2|'],
    ['- - name: a|  - name: a-2|', '- - name: a|  - name: a-3|  - name: a-2|'],
    [
      "- - name: 'a'|    when: '{{steps.a.status}} == x'|",
      "- - name: 'a'|    when: '{{steps.a.status}} == x'|  - name: 'a-2'|    when: '{{steps.a-2.status}} == x'|",
    ],
  ])('%s', (before, after) => {
    expect(run(before, duplicateStep, at('a'), false)).toBe(after)
  })
})

describe('deleting a step', () => {
  it.each([
    ['- - name: a|- - name: b|', '- - name: b|'],
    ['- - name: a|  - name: b|', '- - name: b|'],
    ['# a|- - name: a|# b|- - name: b|', '# b|- - name: b|'],
    ['- - name: b|- - name: a', '- - name: b|'],
    ['- [{name: b}, {name: a}]|', '- [{name: b}]|'],
  ])('%s', (before, after) => {
    expect(run(before, deleteStep, at('a'), false)).toBe(after)
  })
  it('leaves an empty list when it was the last', () => {
    const { text } = checkCommand(manifest('- - name: a|', '\n'), 0, deleteStep, at('a'))
    expect(text).toBe([...HEAD.slice(0, -1), '    steps: []', ''].join('\n'))
  })
})

describe('setting a condition', () => {
  it.each([
    [
      '- - name: a|    template: x|    arguments: {}|',
      '1 > 0',
      '- - name: a|    template: x|    when: 1 > 0|    arguments: {}|',
    ],
    ['- - {name: a, template: x}|', '1 > 0', '- - {name: a, template: x, when: 1 > 0}|'],
    ["- - name: a|    when: 'x' # why|", 'it is "y"', '- - name: a|    when: \'it is "y"\' # why|'],
    ['- - name: a|    when: x|    template: t|', '', '- - name: a|    template: t|'],
    ['- - name: a', '"{{x}}" == "y"', `- - name: a|    when: '"{{x}}" == "y"'|`],
  ])('%s', (before, when, after) => {
    expect(run(before, setWhen, { ...at('a'), when })).toBe(after)
  })
})

describe('setting an argument', () => {
  const set = (before: string, name: string, value: string | null) =>
    run(before, setArgument, { ...at('a'), name, value })
  it('makes the lists that are missing, and removes those left empty', () => {
    const bare = '- - name: a|    template: t|    continueOn: {failed: true}|'
    const given =
      '- - name: a|    template: t|    arguments:|      parameters:|      - name: p|        value: "1"|    continueOn: {failed: true}|'
    expect(set(bare, 'p', '1')).toBe(given)
    expect(set(given, 'p', null)).toBe(bare)
  })
  it('keeps the way in which a value is written', () => {
    expect(
      set('- - name: a|    arguments: {parameters: [{name: p, value: "1"}]} # x|', 'p', '2'),
    ).toBe('- - name: a|    arguments: {parameters: [{name: p, value: "2"}]} # x|')
  })
})

describe('adding a step', () => {
  it.each([
    ['- - name: a|', { lane: 0, index: 0 }, '- - name: x|    template: t|  - name: a|'],
    ['- - name: a|', { lane: 0 }, '- - name: a|  - name: x|    template: t|'],
    ['- - name: a|', { newLane: 0 }, '- - name: x|    template: t|- - name: a|'],
    ['  - - name: a', { newLane: 1 }, '  - - name: a|  - - name: x|      template: t|'],
  ])('%s %o', (before, to, after) => {
    const args = { template: 'T', step: { name: 'x', template: 't' }, to }
    expect(run(before, addStep, args)).toBe(after)
  })
})
