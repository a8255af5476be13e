import { beforeEach, describe, expect, test } from 'vitest'
import { ScriptDesk, type TextReason } from '../../../app/editor/script-desk.ts'
import { createDesigner, type Designer } from '../../../app/store/index.ts'
import { runCommand } from '../../../src/edit/index.ts'
import { ChangeSet } from '../../../src/document/index.ts'

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: one
            template: greet
        - - name: two
            template: shout
    - name: greet
      inputs:
        parameters:
          - name: who
      script:
        image: python:3.12
        command: [python]
        source: |-
          import os
          import sys
          sys.path.append(os.getcwd())
          import json
          try: who = json.loads(r'''{{inputs.parameters.who}}''')
          except: who = r'''{{inputs.parameters.who}}'''

          print(who)
    - name: shout
      script:
        image: bash
        command: [bash]
        source: |
          echo hi
`

let clock = 0
let designer: Designer
let desk: ScriptDesk
let heard: TextReason[]

beforeEach(() => {
  clock = 0
  designer = createDesigner({ name: 'x.yaml' }, workflow, () => (clock += 1))
  desk = new ScriptDesk(designer, () => clock)
  heard = []
  desk.onText((reason) => heard.push(reason))
  desk.start()
  choose(0)
})

const text = (): string => designer.session.state.text
const labels = () => {
  const { undoLabel } = designer.session.history
  return undoLabel
}

function choose(lane: number): void {
  designer.actions.select([{ document: 0, path: ['spec', 'templates', 0, 'steps', lane, 0] }])
}

/** Types in place of `old`, or at the end. */
function type(insert: string, old = ''): void {
  const from = old === '' ? desk.text.length : desk.text.indexOf(old)
  const change = { from, to: from + old.length, insert }
  desk.typed(ChangeSet.of([change], desk.text.length), 'input.type')
}

const kind = () => desk.getState().hindrance?.kind

describe('the script that is shown', () => {
  test('is that of the selected step, and a function where it is one', () => {
    expect(desk.getState()).toMatchObject({ mode: 'function', target: { name: 'greet' } })
    expect(desk.text).toBe('def greet(who):\n    print(who)')
    choose(1)
    expect(desk.getState()).toMatchObject({ mode: 'plain', target: { name: 'shout' } })
    expect(desk.text).toBe('echo hi\n')
    expect(heard).toEqual(['other-script', 'other-script'])
  })

  test('is that of a selected template', () => {
    designer.actions.select([{ document: 0, path: ['spec', 'templates', 2] }])
    expect(desk.getState().target?.name).toBe('shout')
  })

  test('is none where there is none', () => {
    designer.actions.select([])
    expect(desk.getState().target).toBeUndefined()
    expect(desk.text).toBe('')
  })
})

describe('typing', () => {
  test('goes into the manifest at once, and is heard by nobody here', () => {
    heard = []
    type('!', '')
    desk.undo()
    choose(1)
    heard = []
    type('echo ho\n')
    expect(text()).toContain('          echo hi\n          echo ho\n')
    expect(heard).toEqual([])
    expect(labels()).toBe('input.type')
  })

  test('of a signature changes the inputs, and types are remembered', () => {
    type('who: str = "me", n: int = 3', 'who')
    expect(desk.getState().hindrance).toBeUndefined()
    expect(text()).toMatch(/- name: who\n\s+default: me\n\s+- name: "n"\n\s+default: "3"/)
    expect(desk.text).toContain('def greet(who: str = "me", n: int = 3):')
    choose(1)
    choose(0)
    expect(desk.text).toContain('def greet(who: str = "me", n: int = 3):')
  })

  test('an undo brings back the types that were there', () => {
    type('who: str', 'who')
    type('who: str, n: int', 'who: str')
    desk.undo()
    expect(desk.text).toContain('def greet(who: str):')
    desk.redo()
    expect(desk.text).toContain('def greet(who: str, n: int):')
  })
})

describe('what cannot be read', () => {
  test('is kept as a draft, while the manifest keeps the last version', () => {
    type(' +')
    expect(kind()).toBe('unreadable')
    expect(text()).toBe(workflow)
    expect(designer.view.getState().drafts.get('greet')?.text).toBe(desk.text)
    choose(1)
    choose(0)
    expect(desk.text).toBe('def greet(who):\n    print(who) +')
    expect(kind()).toBe('unreadable')
    type(' 1')
    expect(kind()).toBeUndefined()
    expect(text()).toContain('print(who) + 1')
    expect(designer.view.getState().drafts.size).toBe(0)
  })

  test('can be undone and redone before the history of the document is touched', () => {
    type(' # hi')
    type(' (', ' #')
    expect(kind()).toBe('unreadable')
    desk.undo()
    expect(kind()).toBeUndefined()
    expect(desk.text).toBe('def greet(who):\n    print(who) # hi')
    desk.undo()
    expect(text()).toBe(workflow)
    expect(desk.text).toBe('def greet(who):\n    print(who)')
    desk.redo()
    expect(desk.text).toBe('def greet(who):\n    print(who) # hi')
  })

  test('outlives a change of the script elsewhere, and says so', () => {
    type(' +')
    designer.actions.execute('command.setScriptSource', (context) =>
      runCommand(context, 'setScriptSource', { template: 'greet', source: 'print(1)' }),
    )
    expect(kind()).toBe('conflict')
    expect(desk.text).toContain('print(who) +')
    desk.discard()
    expect(desk.getState()).toMatchObject({ hindrance: undefined })
    expect(desk.text).toBe('print(1)')
  })

  test('goes with its template when that is renamed', () => {
    type(' +')
    designer.actions.execute('command.renameTemplate', (context) =>
      runCommand(context, 'renameTemplate', { template: 'greet', name: 'welcome' }),
    )
    choose(0)
    expect(desk.getState().target?.name).toBe('welcome')
    expect(desk.text).toContain('print(who) +')
    expect([...designer.view.getState().drafts.keys()]).toEqual(['welcome'])
  })

  test('waits while the YAML does not parse', async () => {
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert: '[' }], userEvent: 'input.type' })
    type(' # later')
    expect(kind()).toBe('broken-yaml')
    expect(text()).toBe(`[${workflow}`)
    designer.actions.edit({ changes: [{ from: 0, to: 1, insert: '' }], userEvent: 'input.type' })
    await Promise.resolve()
    expect(kind()).toBeUndefined()
    expect(text()).toContain('print(who) # later')
  })
})

describe('changes from elsewhere', () => {
  test('flow into the editor', () => {
    heard = []
    const at = text().indexOf('print(who)')
    designer.actions.edit({
      changes: [{ from: at, to: at + 5, insert: 'repr' }],
      userEvent: 'input.type',
    })
    expect(desk.text).toBe('def greet(who):\n    repr(who)')
    expect(heard).toEqual(['outside'])
  })

  test('can make a plain script of a function', () => {
    const at = text().indexOf('import os')
    designer.actions.edit({ changes: [{ from: at, to: at, insert: '#' }], userEvent: 'input.type' })
    expect(desk.getState().mode).toBe('plain')
    expect(desk.text).toMatch(/^#import os\n/)
  })
})

describe('the two ways to show a script', () => {
  test('function to plain changes only what is shown', () => {
    desk.choose('plain')
    expect(desk.getState().mode).toBe('plain')
    expect(desk.text).toMatch(/^import os\n[^]*print\(who\)$/)
    expect(text()).toBe(workflow)
    desk.choose('function')
    expect(desk.text).toBe('def greet(who):\n    print(who)')
  })

  test('plain to function is offered, and done when accepted', () => {
    desk.choose('plain')
    type('print(who, 1)', desk.text)
    desk.choose('function')
    expect(desk.getState()).toMatchObject({ mode: 'plain', offer: { ok: true } })
    desk.decline()
    expect(desk.getState().offer).toBeUndefined()
    desk.choose('function')
    desk.accept()
    expect(desk.getState()).toMatchObject({ mode: 'function', offer: undefined })
    expect(desk.text).toBe('def greet(who):\n    print(who, 1)')
    expect(text()).toContain(
      "except: who = r'''{{inputs.parameters.who}}'''\n\n          print(who, 1)",
    )
  })

  test('an offer that cannot be made says why', () => {
    desk.choose('plain')
    type('print(', desk.text)
    desk.choose('function')
    expect(desk.getState().offer).toMatchObject({ ok: false })
  })
})

test('a new file takes drafts and offers away', () => {
  type(' +')
  designer.actions.open({ name: 'y.yaml' }, workflow)
  choose(0)
  expect(desk.getState()).toMatchObject({ hindrance: undefined, offer: undefined })
  expect(desk.text).toBe('def greet(who):\n    print(who)')
})
