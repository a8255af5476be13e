import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, openText, watchPage } from './support.ts'

/*
 * Fields are edited in the inspector, and the text is compared byte by byte: what was not edited stays as it is written, undo gives the
 * bytes of before.
 */

test.use({ actionTimeout: 15_000 })

/** A person at the inspector. */
interface Hand {
  readonly page: Page
  readonly pane: Locator
  /** Writes a text into a field and leaves it with Enter. */
  readonly fill: (label: string | RegExp, text: string) => Promise<void>
  readonly choose: (label: string | RegExp, option: string) => Promise<void>
  readonly press: (button: string | RegExp) => Promise<void>
  /** Looks a field up in the last search of the form. */
  readonly add: (field: string) => Promise<void>
}

function handOf(page: Page): Hand {
  const pane = page.getByRole('region', { name: 'Inspector' })
  return {
    page,
    pane,
    async fill(label, text) {
      const field = pane.getByRole('textbox', { name: named(label) }).last()
      await field.fill(text)
      await field.press('ControlOrMeta+Enter')
    },
    async choose(label, option) {
      await pane
        .getByRole('combobox', { name: named(label) })
        .last()
        .click()
      await page.getByRole('option', { name: option }).first().click()
    },
    async press(button) {
      await pane
        .getByRole('button', { name: named(button) })
        .last()
        .click()
    },
    async add(field) {
      await pane.getByRole('button', { name: 'Add field…' }).last().click()
      const search = page.getByRole('combobox', { name: 'Search fields' })
      await search.fill(field)
      await search.press('Enter')
    },
  }
}

/** A control by its label, whatever is said behind that: that it is required, its version, what is in it. */
function named(label: string | RegExp): RegExp {
  if (typeof label !== 'string') return label
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\*| |$)`)
}

/** A workflow of one template. */
function workflow(template: string): string {
  const lines = template.trim().split('\n')
  return `# a workflow
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: one-
spec:
  entrypoint: one   # the one
  templates:
    - name: one
${lines.map((line) => (line === '' ? '' : `      ${line}`)).join('\n')}
`
}

interface Case {
  readonly text: string
  readonly act: (hand: Hand) => Promise<void>
  /** What the text becomes: each of these texts is replaced once. */
  readonly becomes: readonly (readonly [string, string])[]
  /** How many steps of the history that is. */
  readonly edits: number
}

const types: Readonly<Record<string, Case>> = {
  container: {
    text: workflow(`container:
  image: alpine:3.20  # small
  command: [sh, -c]
  env:
    # how much is said
    - name: LEVEL
      value: debug
    - {name: B, value: "1"}
  resources:
    limits: {cpu: 500m}`),
    async act({ fill, page, press, pane }) {
      await fill('Image', 'alpine:3.21')
      await fill('Command', 'sh -ec')
      await press('Environment')
      await fill('Value of LEVEL', 'info')
      await press('Resources')
      await press('Limits')
      await fill('Value of cpu', 'much')
      await expect(pane.getByText(/Write a quantity/)).toBeVisible()
      // The key was the field's: it starts no run.
      await expect(page.getByRole('tree', { name: 'Nodes of the run' })).toHaveCount(0)
      await fill('Value of cpu', '750m')
    },
    becomes: [
      ['alpine:3.20', 'alpine:3.21'],
      ['[sh, -c]', '[sh, -ec]'],
      ['value: debug', 'value: info'],
      ['500m', '750m'],
    ],
    edits: 4,
  },
  script: {
    text: workflow(`script:
  image: python:3.12
  command: [python]
  source: |
    print("hi")`),
    async act({ fill, add }) {
      await fill('Image', 'python:3.13')
      await add('activeDeadlineSeconds')
      await fill('Deadline (seconds)', '60')
    },
    becomes: [
      ['3.12', '3.13'],
      ['print("hi")\n', 'print("hi")\n      activeDeadlineSeconds: 60\n'],
    ],
    edits: 2,
  },
  containerSet: {
    text: workflow(`containerSet:
  containers:
    - name: a
      image: alpine
    - name: b   # second
      image: alpine
      dependencies: [a]`),
    async act({ fill, press }) {
      await press('Containers')
      await press('b')
      await fill('Image', 'busybox')
    },
    becomes: [
      ['image: alpine\n            dependencies', 'image: busybox\n            dependencies'],
    ],
    edits: 1,
  },
  steps: {
    text: workflow(`parallelism: 2
steps:
  - - name: a
      template: one`),
    async act({ fill }) {
      await fill('Parallelism', 'many')
      await fill('Parallelism', '3')
    },
    becomes: [['parallelism: 2', 'parallelism: 3']],
    edits: 1,
  },
  dag: {
    text: workflow(`dag:
  failFast: false
  tasks:
    - name: a
      template: one`),
    async act({ fill, pane }) {
      await fill('Target', 'a')
      await pane.getByRole('switch', { name: 'Fail fast' }).click()
    },
    becomes: [
      ['failFast: false', 'failFast: true'],
      ['template: one\n', 'template: one\n        target: a\n'],
    ],
    edits: 2,
  },
  suspend: {
    text: workflow('suspend: {}'),
    async act({ fill, press }) {
      await fill('Duration', '10m')
      await press('Ask for approval')
    },
    becomes: [
      ['suspend: {}', 'suspend:\n        duration: 10m'],
      [
        '    - name: one\n',
        `    - name: one
      inputs:
        parameters:
          - name: approve
            default: "no"
            enum:
              - "yes"
              - "no"
      outputs:
        parameters:
          - name: approve
            valueFrom:
              supplied: {}
`,
      ],
    ],
    edits: 2,
  },
  resource: {
    text: workflow(`resource:
  action: create
  manifest: |
    kind: ConfigMap   # a map
  successCondition: status.ready == true`),
    async act({ choose, fill }) {
      await choose(/Action/, 'apply')
      await fill('Succeeded when', 'status.ready == yes')
    },
    becomes: [
      ['action: create', 'action: apply'],
      ['status.ready == true', 'status.ready == yes'],
    ],
    edits: 2,
  },
  http: {
    text: workflow(`http:
  url: https://example.com/
  headers:
    - name: Accept
      value: text/plain # plain`),
    async act({ choose, fill, press }) {
      await choose('Method', 'POST')
      await press('Headers')
      await fill('Value of Accept', 'application/json')
    },
    becomes: [
      ['text/plain', 'application/json'],
      ['# plain\n', '# plain\n        method: POST\n'],
    ],
    edits: 2,
  },
  data: {
    text: workflow(`data:
  source:
    artifactPaths:
      name: in
      s3: {bucket: b}
  transformation:
    - expression: "filter(data, true)"`),
    async act({ fill, press }) {
      await press(/^Transformation/)
      await press(/^filter/)
      await fill('Expression', 'map(data, #)')
    },
    becomes: [['filter(data, true)', 'map(data, #)']],
    edits: 1,
  },
  plugin: {
    text: workflow('plugin:\n  hello: {loud: false} # quiet'),
    async act({ fill }) {
      await fill('What it is asked', '{loud: true}')
    },
    becomes: [['loud: false', 'loud: true']],
    edits: 1,
  },
}

const controls: Readonly<Record<string, Case>> = {
  'a choice, a map, a switch and a list': {
    text: workflow(`retryStrategy: {limit: "3", retryPolicy: Always}
metadata:
  labels:
    app: shop # the shop
volumes:
  - name: work # here
    emptyDir: {}
  - name: other
    emptyDir: {}
container: {image: alpine}`),
    async act({ choose, fill, press, page, pane }) {
      await press('Retries')
      await fill('Limit', '5')
      await choose('Retry', 'OnFailure')
      await press('Labels, annotations')
      await press('Labels')
      await fill('Key app', 'part-of')
      await press('Add label')
      await pane.getByRole('textbox', { name: 'Key of the new label' }).fill('tier')
      await pane.getByRole('textbox', { name: 'Value of the new label' }).fill('1')
      await page.keyboard.press('Enter')
      await press('Volumes')
      await press('More for other')
      await page.getByRole('menuitem', { name: 'Move up' }).click()
      await press(/^other/)
      await choose('What it is', 'Secret')
      await fill('Secret', 'mine')
    },
    becomes: [
      ['limit: "3"', 'limit: "5"'],
      ['retryPolicy: Always', 'retryPolicy: OnFailure'],
      ['app: shop # the shop\n', 'part-of: shop # the shop\n          tier: "1"\n'],
      [
        '- name: work # here\n          emptyDir: {}\n        - name: other\n          emptyDir: {}\n',
        '- name: other\n          secret:\n            secretName: mine\n        - name: work # here\n          emptyDir: {}\n',
      ],
    ],
    edits: 7,
  },
  'an unknown field, a field of another shape and an alias': {
    text: workflow(`timeout: &t 1h
pendingTimeout: *t
parallelism: [1]
ownField: {keep: me} # mine
container: {image: alpine}`),
    async act({ fill }) {
      await fill('ownField', '{keep: me, too: 1}')
      await fill('Parallelism', '2')
      await fill('Pending timeout', '2h')
    },
    becomes: [
      ['{keep: me}', '{keep: me, too: 1}'],
      ['[1]', '2'],
      ['*t', '2h'],
    ],
    edits: 3,
  },
}

async function run(page: Page, { text, act, becomes, edits }: Case): Promise<void> {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'one.yaml', text)
  const hand = handOf(page)
  await expect(hand.pane.getByRole('tab', { name: 'Template' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await act(hand)
  const expected = becomes.reduce((now, [from, to]) => {
    expect(now).toContain(from)
    return now.replace(from, to)
  }, text)
  expect(await openText(page)).toBe(expected)
  await expectNoAxeViolations(page)
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/ })
  for (let count = 0; count < edits; count++) await undo.click()
  expect(await openText(page)).toBe(text)
  watch.expectQuiet()
}

test.describe('the form of a template edits', () => {
  for (const [type, each] of Object.entries(types)) {
    test(type, async ({ page }) => {
      await run(page, each)
    })
  }
  for (const [name, each] of Object.entries(controls)) {
    test(name, async ({ page }) => {
      await run(page, each)
    })
  }
})

test('loops go over into each other, and what cannot is told', async ({ page }) => {
  const text = workflow(`steps:
  - - name: a
      template: one
      withItems: [1, 2, 3] # three`)
  await openDesigner(page)
  await openFile(page, 'loop.yaml', text)
  const hand = handOf(page)
  await page.locator('[data-region="canvas"] .react-flow__node', { hasText: 'one' }).last().click()
  await hand.choose('Repeat over', 'Numbers')
  expect(await openText(page)).toContain('withSequence:')
  await expect(hand.pane.getByRole('textbox', { name: 'Count' })).toHaveValue('3')
  await hand.choose('Repeat over', 'List from a value')
  await expect(hand.pane.getByRole('textbox', { name: 'List from a value' })).toHaveValue('[1,2,3]')
  await hand.fill('List from a value', '{{workflow.parameters.list}}')
  await hand.choose('Repeat over', 'Items')
  await expect(page.getByText(/List from a value went from the file/)).toBeVisible()
})

test('a template in place is edited like any other', async ({ page }) => {
  const text = workflow(`steps:
  - - name: a
      inline:
        inputs:
          parameters:
            - name: who # whom
        container: {image: alpine, args: ["{{inputs.parameters.who}}"]}`)
  await openDesigner(page)
  await openFile(page, 'inline.yaml', text)
  const hand = handOf(page)
  await page
    .locator('[data-region="canvas"] .react-flow__node', { hasText: 'inline' })
    .last()
    .click()
  await hand.pane.getByRole('tab', { name: 'Template' }).click()
  await hand.fill('Name', 'whom')
  await hand.fill('Image', 'busybox')
  expect(await openText(page)).toBe(
    text
      .replace('- name: who ', '- name: whom ')
      .replace('parameters.who}}', 'parameters.whom}}')
      .replace('alpine', 'busybox'),
  )
})

test('fields of the workflow are found by name and by what they are for', async ({ page }) => {
  const text = workflow('container: {image: alpine}')
  await openDesigner(page)
  await openFile(page, 'spec.yaml', text)
  const hand = handOf(page)
  await hand.pane.getByRole('tab', { name: 'Workflow' }).click()
  await hand.add('podGC')
  await hand.choose('When', 'OnPodSuccess')
  expect(await openText(page)).toBe(`${text}  podGC:\n    strategy: OnPodSuccess\n`)
  await expectNoAxeViolations(page)
})
