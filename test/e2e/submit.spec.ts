import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { startFakeArgo, type FakeArgo, type RecordedRequest } from '../support/fake-argo.ts'
import { serveDesigner } from '../support/served.ts'
import { expectNoAxeViolations, openFile, openText, waitForDesigner } from './support.ts'

interface Server {
  readonly argo: FakeArgo
  readonly url: string
  /** What has come to be created since the test began. */
  readonly posts: () => readonly RecordedRequest[]
}

/** The designer with a gateway of its own to an Argo Server that answers as it is told. */
const test = base.extend<{ server: Server }>({
  // Playwright reads from the pattern which fixtures it needs: none.
  // eslint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const argo = await startFakeArgo()
    const served = await serveDesigner('--argo', argo.url, '--port', '0')
    await use({
      argo,
      url: served.url,
      posts: () => argo.requests.filter(({ method }) => method === 'POST'),
    })
    await served.close()
    await argo.close()
  },
})

const coinflip: unknown = parse(
  readFileSync(
    fileURLToPath(new URL('../../public/examples/coinflip.yaml', import.meta.url)),
    'utf8',
  ),
)

// Each has a gateway of its own, and waits are part of what is tested.
test.describe.configure({ timeout: 60_000 })

test.describe('Submit', () => {
  test('creates what the file says, and tells its name with a link to its page', async ({
    page,
    server,
  }) => {
    await open(page, server.url)
    const text = await openText(page)
    await submit(page).click()
    const card = report(page, 'Workflow created in argo')
    await expect(card).toContainText('coinflip-')
    const link = card.getByRole('link', { name: /Open in Argo/ })
    await expect(link).toHaveAttribute(
      'href',
      new RegExp(`^${server.argo.url}/workflows/argo/coinflip-x*\\d+$`),
    )
    await expect(link).toHaveAttribute('rel', /noopener/)
    expect(server.posts()).toHaveLength(1)
    const [post] = server.posts()
    expect(post?.path).toBe('/api/v1/workflows/argo')
    expect(post?.body).toEqual({ workflow: coinflip })
    expect(await openText(page)).toBe(text)
    await expectNoAxeViolations(page)

    await page.getByRole('button', { name: 'Submitted in this session' }).click()
    const list = page.getByRole('list', { name: 'Submitted' })
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await card.getByRole('button', { name: 'Dismiss' }).click()
    await expect(card).toBeHidden()
    await expect(submit(page)).toBeFocused()
  })

  test('works by its keys, from a field that is being typed in', async ({ page, server }) => {
    await open(page, server.url)
    await page.getByRole('tab', { name: 'Template' }).click()
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.fill('renamed')
    await page.keyboard.press('ControlOrMeta+Shift+Enter')
    await expect(report(page, 'Workflow created in argo')).toBeVisible()
    expect(server.posts()[0]?.body).toMatchObject({
      workflow: { spec: { entrypoint: 'renamed' } },
    })
  })

  test('sends once for a double click', async ({ page, server }) => {
    await open(page, server.url)
    for (const mode of ['ok', 'slow'] as const) {
      server.argo.answer(mode)
      const before = server.posts().length
      await submit(page).dblclick()
      await expect(report(page, 'Workflow created in argo')).toBeVisible()
      await page.waitForTimeout(600)
      expect(server.posts()).toHaveLength(before + 1)
    }
  })

  test('sends the document that is drawn, to the namespace that it names', async ({
    page,
    server,
  }) => {
    await open(page, server.url)
    await openFile(
      page,
      'two.yaml',
      `apiVersion: v1
kind: ConfigMap
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: shared
  namespace: team-a
spec:
  entrypoint: main
  templates:
    - name: main
      suspend: {}
`,
    )
    await expect(namespaceField(page)).toHaveValue('team-a')
    await namespaceField(page).fill('other')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/The manifest says metadata.namespace: team-a/)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Submit( template)?: / }).click()
    const card = report(page, 'WorkflowTemplate created in team-a')
    await expect(card).toContainText('Document 2 of 2')
    expect(server.posts()[0]?.path).toBe('/api/v1/workflow-templates/team-a')
    expect(server.posts()[0]?.body).toMatchObject({ template: { metadata: { name: 'shared' } } })
  })

  test('remembers the namespace that was chosen', async ({ page, server }) => {
    await open(page, server.url)
    await expect(namespaceField(page)).toHaveValue('argo')
    await namespaceField(page).fill('Team A')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/lower case letters/)).toBeVisible()
    await expectNoAxeViolations(page)
    await namespaceField(page).fill('team-b')
    await page.keyboard.press('Enter')
    await page.reload()
    await waitForDesigner(page)
    await expect(namespaceField(page)).toHaveValue('team-b')
    await submit(page).click()
    await expect(report(page, 'Workflow created in team-b')).toBeVisible()
    expect(server.posts()[0]?.path).toBe('/api/v1/workflows/team-b')
  })

  test('stops at YAML that does not parse, and leads to the line', async ({ page, server }) => {
    await open(page, server.url)
    await openFile(page, 'broken.yaml', 'kind: Workflow\nbroken: [\n')
    await submit(page).click()
    const card = report(page, 'This cannot be submitted yet')
    await expect(card).toContainText('does not parse')
    await expectNoAxeViolations(page)
    await card.getByRole('button', { name: /^Line \d+$/ }).click()
    expect(server.posts()).toHaveLength(0)
  })

  test('names what Argo will refuse, and sends it all the same when told to', async ({
    page,
    server,
  }) => {
    await open(page, server.url)
    await openFile(
      page,
      'bad.yaml',
      `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: bad-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: a
            template: nowhere
`,
    )
    await submit(page).click()
    const card = report(page, /Argo will probably refuse this/)
    await expect(card).toContainText('nowhere')
    await expectNoAxeViolations(page)
    expect(server.posts()).toHaveLength(0)
    await card.getByRole('button', { name: 'Submit anyway' }).click()
    await expect(report(page, 'Workflow created in argo')).toBeVisible()
    expect(server.posts()).toHaveLength(1)
  })
})

test.describe('What Argo says', () => {
  test('about a step selects it and leads to its line', async ({ page, server }) => {
    await open(page, server.url)
    const said =
      'templates.steps.steps[1].tails templates.it-was inputs.parameters.coin_result was not supplied'
    server.argo.answer('invalid', said)
    await submit(page).click()
    const card = report(page, 'Argo refused this Workflow')
    await expect(card).toContainText(said)
    await expect(page.locator('[data-card][data-selected]')).toHaveText(/tails/)
    await expectNoAxeViolations(page)
    await card.getByRole('button', { name: 'Show parameter coin_result of tails' }).click()
    await expect(page.getByRole('region', { name: 'Code' })).toContainText('Ln 25')
    // It stays until it is dismissed.
    await typeAtEnd(page, '\n# a remark')
    await expect(card).toContainText('The file has changed since it was sent.')
    server.argo.answer('ok')
    await card.getByRole('button', { name: 'Submit again' }).click()
    await expect(report(page, 'Workflow created in argo')).toBeVisible()
  })

  const refusals = [
    ['forbidden', 'This account may not do that', 'User "jane" cannot create'],
    ['conflict', 'The name is taken', 'already exists'],
    ['not-found', 'Argo does not find it', 'namespaces "nope" not found'],
    ['rate-limited', 'Argo is busy', 'Try again in 7 s'],
    ['server-error', 'Argo failed', 'database is locked'],
    ['lint-error', 'Argo refused this Workflow', 'container.image may not be empty'],
    ['html', 'That was no answer of Argo’s', 'a web page'],
    ['rubbish-json', 'That was no answer of Argo’s', 'JSON of another shape'],
    ['redirect', 'That was no answer of Argo’s', 'redirects'],
    ['drop', 'Argo cannot be reached', 'closed the connection'],
  ] as const
  test('is told in words of its own for each kind of failure', async ({ page, server }) => {
    test.slow()
    await open(page, server.url)
    const text = await openText(page)
    for (const [mode, title, words] of refusals) {
      server.argo.answer(mode)
      await submit(page).click()
      const card = report(page, title)
      await expect(card).toContainText(words)
      await expectNoAxeViolations(page)
      server.argo.answer('ok')
      await card.getByRole('button', { name: 'Dismiss' }).click()
    }
    expect(await openText(page)).toBe(text)
  })

  test('of a manifest that is too large', async ({ page, server }) => {
    await open(page, server.url)
    const filler = `# nothing\nkind: Workflow\nmetadata: {name: big, annotations: {a: "${'x'.repeat(5_000_000)}"}}\nspec: {entrypoint: m, templates: [{name: m, suspend: {}}]}\n`
    await openFile(page, 'big.yaml', filler)
    await submit(page).click()
    const anyway = page.getByRole('button', { name: 'Submit anyway' })
    const card = report(page, 'This Workflow is too large')
    await expect(anyway.or(card)).toBeVisible({ timeout: 20_000 })
    if (await anyway.isVisible()) await anyway.click()
    await expect(card).toContainText('4 MiB')
  })

  test('when it is down, and when it is up again', async ({ page }) => {
    const argo = await startFakeArgo()
    const served = await serveDesigner('--argo', argo.url, '--port', '0')
    try {
      await open(page, served.url)
      await argo.close()
      await submit(page).click()
      const card = report(page, 'Argo cannot be reached')
      await expect(card).toContainText('Nothing listens at')
      await expect(connection(page)).toHaveAccessibleName(/No answer from/)
      await expectNoAxeViolations(page)
      // And the gateway as well: the file is still there to be saved.
      await served.close()
      await card.getByRole('button', { name: 'Submit again' }).click()
      await expect(report(page, 'Argo cannot be reached')).toContainText('no connection')
      expect(await openText(page)).toContain('generateName: coinflip-')
    } finally {
      await served.close()
    }
  })

  test('nothing for a while: it can be stopped, and a late answer is not taken', async ({
    page,
    server,
  }) => {
    await open(page, server.url)
    server.argo.answer('hang')
    await submit(page).click()
    const card = report(page, 'Submitting…')
    await expect(card).toContainText(/has not answered for \d s/, { timeout: 8000 })
    await expectNoAxeViolations(page)
    // The page stays usable while it waits.
    await typeAtEnd(page, '\n# meanwhile')
    await card.getByRole('button', { name: 'Cancel' }).click()
    const stopped = report(page, 'Stopped before Argo answered')
    await expect(stopped).toContainText('may have been created all the same')
    await expect(stopped.getByRole('link', { name: /Look in Argo/ })).toBeVisible()
    await expectNoAxeViolations(page)
    await expect.poll(() => server.posts()[0]?.aborted).toBe(true)
    server.argo.answer('slow')
    await submit(page).click()
    await expect(report(page, 'Workflow created in argo')).toBeVisible()
  })

  test('nothing at all: the wait has an end', async ({ page, server }) => {
    test.setTimeout(90_000)
    await open(page, server.url)
    server.argo.answer('hang')
    await submit(page).click()
    const card = report(page, 'No answer in time')
    await expect(card).toContainText('gave no answer within 30 s', { timeout: 45_000 })
    await expect(card).toContainText('may have been created all the same')
  })
})

test.describe('Signing in', () => {
  const token = 'aGVsbG8-secret-token-0123456789'

  test('is asked for, and the token goes nowhere else', async ({ page, server }) => {
    const urls: string[] = []
    page.on('request', (request) => urls.push(request.url()))
    server.argo.answer('token-required')
    await open(page, server.url)
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await submit(page).click()
    await expect(report(page, 'Sign in to submit')).toBeVisible()
    const popover = page.getByRole('dialog', { name: 'Sign in' })
    const field = popover.getByLabel('Token')
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('type', 'password')
    await expectNoAxeViolations(page)

    await field.fill('two\u0000parts')
    await page.keyboard.press('Enter')
    await expect(popover).toContainText('control character')
    await expectNoAxeViolations(page)
    await field.fill(token)
    await page.keyboard.press('Enter')
    await expect(popover).toBeHidden()
    await expect(page.getByRole('button', { name: 'Account: jane-sa' })).toBeVisible()
    await report(page, 'Sign in to submit').getByRole('button', { name: 'Submit again' }).click()
    await expect(report(page, 'Workflow created in argo')).toBeVisible()
    expect(server.posts().at(-1)?.headers.authorization).toBe(`Bearer ${token}`)

    await typeAtEnd(page, '\n# so that a draft is kept')
    await expect(page.getByRole('contentinfo')).toContainText('Draft kept')
    expect(urls.join('\n')).not.toContain(token)
    expect(await kept(page, token)).toEqual([])
    expect(await openText(page)).not.toContain(token)
    expect(await page.content()).not.toContain(token)

    await page.getByRole('button', { name: 'Account: jane-sa' }).click()
    const account = page.getByRole('dialog', { name: 'Account' })
    await expect(account).toContainText('argo/jane-sa')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.reload()
    await waitForDesigner(page)
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  })

  test('outlives a reload only where a person asks for it, and ends', async ({ page, server }) => {
    server.argo.answer('token-required')
    await open(page, server.url)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const popover = page.getByRole('dialog', { name: 'Sign in' })
    await popover.getByLabel('Token').fill(token)
    await popover.getByRole('switch', { name: 'Keep for this tab' }).click()
    await popover.getByRole('button', { name: 'Sign in' }).click()
    const account = page.getByRole('button', { name: 'Account: jane-sa' })
    await expect(account).toBeVisible()
    expect(await kept(page, token)).toEqual(['sessionStorage'])
    await page.reload()
    await waitForDesigner(page)
    await expect(account).toBeVisible()
    await account.click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByLabel('Token')).toBeVisible()
    expect(await kept(page, token)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  })

  test('with a token that is refused says so and keeps nothing', async ({ page, server }) => {
    server.argo.answer('unauthorized')
    await open(page, server.url)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const popover = page.getByRole('dialog', { name: 'Sign in' })
    await popover.getByLabel('Token').fill(token)
    await popover.getByRole('button', { name: 'Sign in' }).click()
    await expect(popover).toContainText('does not accept the token')
    expect(await kept(page, token)).toEqual([])
  })
})

base.describe('Without an Argo Server', () => {
  base('Submit says in one sentence how to connect', async ({ page }) => {
    await open(page, '/')
    await expect(connection(page)).toHaveAccessibleName(/Not connected/)
    await expect(namespaceField(page)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await submit(page).click()
    const card = report(page, 'Not connected to an Argo Server')
    await expect(card).toContainText('npm start -- --argo http://host:2746')
    await expectNoAxeViolations(page)
    await card.getByRole('button', { name: 'Dismiss' }).press('Escape')
    await expect(card).toBeHidden()
  })
})

async function open(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.goto(url)
  await waitForDesigner(page)
}

/** Types at the end of the YAML, wherever it is scrolled to. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page
    .locator('[data-region="code"] .monaco-editor')
    .locator('.inputarea, .native-edit-context')
    .first()
    .focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text)
}

function submit(page: Page): Locator {
  return page.getByRole('button', { name: /^Submit: / })
}

function namespaceField(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Namespace' })
}

function connection(page: Page): Locator {
  return page.getByRole('button', { name: /^Connection: / })
}

/** What there is to say about a submission, by its title. */
function report(page: Page, title: string | RegExp): Locator {
  return page
    .locator('[data-region="canvas"] [role="status"] > section')
    .filter({ has: page.locator('p', { hasText: title }) })
}

/** Where in the browser a text is kept. */
function kept(page: Page, needle: string): Promise<readonly string[]> {
  return page.evaluate(async (token) => {
    const places: string[] = []
    if (JSON.stringify({ ...localStorage }).includes(token)) places.push('localStorage')
    if (JSON.stringify({ ...sessionStorage }).includes(token)) places.push('sessionStorage')
    if (document.cookie.includes(token)) places.push('cookie')
    if (location.href.includes(token)) places.push('address')
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('no answer'))
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const values = await done(database.transaction(store).objectStore(store).getAll())
        if (JSON.stringify(values).includes(token)) places.push(`${name}/${store}`)
      }
      database.close()
    }
    return places
  }, needle)
}
