import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mainDocument, readManifest } from '../../../src/argo/index.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import { copySteps, newWorkflow, runCommand } from '../../../src/edit/index.ts'
import { parseTree, type YamlTree } from '../../../src/yaml/index.ts'
import { checkEdit } from '../../support/command-laws.ts'
import { corpus } from '../../support/corpus.ts'

/** Raised by hand for a long look: `PROPERTY_RUNS=10000 npx vitest run …`. */
const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) }

const files = [
  newWorkflow('empty'),
  '',
  ...corpus('argo', 'hera')
    .map(({ text }) => text)
    .filter((text) => /^ +(- )?steps:/m.test(text)),
].flatMap((text) => [text, text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')])

type Pick = <T>(list: readonly T[]) => T | undefined

/** Arguments for each command that mean something in a file more often than not. */
const makers: Readonly<Record<string, (place: Place, pick: Pick) => object>> = {
  renameStep: ({ template, step }, pick) => ({
    template,
    step,
    name: pick(['x', 'yes', 'a-b', 'A1']),
  }),
  setWhen: ({ template, step }, pick) => ({
    template,
    step,
    when: pick([null, '"{{steps.a.status}}" == "b"', "it's: #x", 'true']),
  }),
  moveStep: ({ template, step, lanes }, pick) => ({
    template,
    step,
    to: pick([
      'up',
      'down',
      { newLane: 0 },
      { newLane: lanes },
      { lane: 0 },
      { lane: 0, index: 0 },
    ]),
  }),
  moveSteps: ({ template, step, others, lanes }, pick) => ({
    template,
    steps: [step, ...others],
    to: pick([{ newLane: 0 }, { newLane: lanes }, { lane: 0 }]),
  }),
  moveLane: ({ template, lanes }, pick) => ({ template, lane: pick([0, 1]), to: pick([0, lanes]) }),
  duplicateStep: ({ template, step }) => ({ template, step }),
  duplicateSteps: ({ template, step, others }) => ({ template, steps: [step, ...others] }),
  deleteStep: ({ template, step }) => ({ template, step }),
  deleteSteps: ({ template, step, others }) => ({ template, steps: [step, ...others] }),
  addStep: ({ template, called, lanes }, pick) => ({
    template,
    ...pick<object>([{ step: { template: called } }, { newTemplate: { type: 'script' } }]),
    ...pick<object>([{}, { to: { newLane: 0 } }, { to: { lane: Math.max(0, lanes - 1) } }]),
  }),
  setArgument: ({ template, step }, pick) => ({
    template,
    step,
    name: pick(['message', 'p']),
    value: pick([null, '1', 'a\nb', '{{item}}', '']),
    artifact: pick([false, true]),
  }),
  renameTemplate: ({ called }, pick) => ({
    template: called,
    name: pick(['no', 'renamed', 'x-1']),
  }),
  duplicateTemplate: ({ called }) => ({ template: called }),
  deleteTemplate: ({ called }) => ({ template: called }),
  setEntrypoint: ({ called }) => ({ template: called }),
  setScriptSource: ({ called }, pick) => ({
    template: called,
    source: pick(['a', 'b\n  c\n', '']),
  }),
  setFunction: ({ called }, pick) => ({
    template: called,
    code: pick([
      'def f(a, b=1):\n    print(a)',
      'def f():\n    pass',
      'def f(message="x"):\n    pass',
    ]),
  }),
  setParameter: ({ called }, pick) => ({
    template: called,
    kind: pick(['inputs', 'outputs']),
    parameter: pick(['message', 'p']),
    fields: pick<object>([{ default: 'x' }, { default: null, value: '1' }, { enum: ['a', 'b'] }]),
  }),
  renameParameter: ({ called }, pick) => ({
    template: called,
    kind: 'inputs',
    parameter: pick(['message', 'p', 'a']),
    name: pick(['text', 'q']),
  }),
  removeParameter: ({ called }, pick) => ({
    template: called,
    kind: pick(['inputs', 'outputs']),
    parameter: pick(['message', 'p', 'a']),
  }),
}

interface Place {
  readonly template: string
  readonly step: string | { readonly lane: number; readonly index: number }
  readonly others: readonly (string | { readonly lane: number; readonly index: number })[]
  readonly called: string
  readonly lanes: number
}

function placeIn(tree: YamlTree, document: number, pick: Pick): Place | undefined {
  const root = tree.documents[document]
  if (root === undefined) return undefined
  const { templates } = readManifest(root).spec
  const view = pick(templates.filter(({ type }) => type === 'steps'))
  const steps = view?.lanes.flatMap((lane) => lane.steps.flatMap(({ name }) => name ?? [])) ?? []
  return {
    template: view?.name ?? 'steps',
    step: pick(steps) ?? 'none',
    others: [pick(steps) ?? [], pick(steps) ?? []].flat(),
    called: pick(templates)?.name ?? 'none',
    lanes: view?.lanes.length ?? 0,
  }
}

it('any commands, one after the other, obey the laws, and undoing them all gives the file again', () => {
  const ids = Object.keys(makers)
  let done = 0
  fc.assert(
    fc.property(
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.array(fc.nat(), { minLength: 8, maxLength: 8 })), {
        minLength: 1,
        maxLength: 8,
      }),
      (file, script) => {
        const start = files[file % files.length] ?? ''
        let tree = parseTree(start)
        const document = mainDocument(tree)
        const undo: ChangeSet[] = []
        for (const [command, choices] of script) {
          let next = 0
          const pick: Pick = (list) =>
            list[(choices[next++ % choices.length] ?? 0) % Math.max(1, list.length)]
          const id = ids[command % ids.length] ?? ''
          const place = placeIn(tree, document, pick)
          const args = place === undefined ? {} : makers[id]?.(place, pick)
          const result = runCommand({ tree, document }, id, args)
          if (!result.ok) {
            expect(result.error.message).toMatch(/\.$/)
            continue
          }
          done++
          const outcome = checkEdit(tree, document, result.value, { id, args })
          undo.push(ChangeSet.of(result.value.changes, tree.text.length).invert(tree.text))
          tree = outcome.tree
          if (place !== undefined && typeof place.step === 'string')
            copySteps({ tree, document }, { template: place.template, steps: [place.step] })
        }
        let { text } = tree
        for (const set of undo.reverse()) text = set.apply(text)
        expect(text).toBe(start)
      },
    ),
    RUNS,
  )
  expect(done).toBeGreaterThan(RUNS.numRuns / 2)
}, 600_000)
