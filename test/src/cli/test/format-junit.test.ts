import { expect, test } from 'vitest'
import { formatJunit } from '../../../../src/cli/test/format-junit.ts'
import type { FileReport } from '../../../../src/cli/test/test-report.ts'
import { readTestFile, runTest } from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { COINFLIP } from '../../../support/dry-run.ts'

const ODD = 'a <b> & "c" \'d\' \u0001 \uFFFF \uD800 ü 😀 ]]>'

async function reportOf(text: string, workflow = COINFLIP): Promise<FileReport> {
  const tree = parseTree(text)
  const { file } = readTestFile(tree)
  const results = file.tests.map(async (one) => ({
    result: await runTest(one, file, [{ tree: parseTree(workflow) }]),
    took: 1500,
  }))
  return { name: 'dir/x.test.yaml', tree, results: await Promise.all(results) }
}

/** Reads XML as far as JUnit needs it, and throws for what is not well-formed. */
function elements(xml: string): readonly {
  readonly name: string
  readonly depth: number
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}[] {
  const found: { name: string; depth: number; attributes: Record<string, string>; text: string }[] =
    []
  const open: { name: string; text: string }[] = []
  const unescape = (text: string): string => {
    if (/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`not escaped: ${text}`)
    return text
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
  }
  for (const [, close, name = '', attributes = '', self, text = ''] of xml
    .replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '')
    .matchAll(/<(\/?)([\w-]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>([^<]*)/g)) {
    if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} is closed and was not open`)
      continue
    }
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)]
    found.push({
      name,
      depth: open.length,
      attributes: Object.fromEntries(
        pairs.map(([, key = '', value = '']) => [key, unescape(value)]),
      ),
      text: unescape(text),
    })
    if (self === '') open.push({ name, text })
  }
  if (open.length > 0) throw new Error('not all is closed')
  return found
}

test('the XML of JUnit has counts, places and texts that are escaped', async () => {
  const text = `mocks: [{step: flip, result: heads}]
tests:
  - name: ${JSON.stringify(ODD)}
    expect: {nodes: {flip: {result: ${JSON.stringify(ODD)}}}}
  - {name: Fine}
`
  const refused = await reportOf('- {name: Refused}', 'kind: Workflow\n')
  const xml = formatJunit([await reportOf(text), refused])
  const [result] = refused.results
  if (result?.result.status !== 'refused') throw new Error('It is not refused.')
  const refusal = `cannot be run: ${result.result.reason}`
  const shown = 'a <b> & "c" \'d\' \uFFFD \uFFFD \uFFFD ü 😀 ]]>'
  expect(
    elements(xml).map(({ name, depth, attributes }) => ({ name, depth, ...attributes })),
  ).toEqual([
    { depth: 0, name: 'stepwright', tests: '3', failures: '1', errors: '1', time: '4.500' },
    {
      depth: 1,
      name: 'dir/x.test.yaml',
      tests: '2',
      failures: '1',
      errors: '0',
      skipped: '0',
      time: '3.000',
    },
    { depth: 2, name: shown, classname: 'dir/x.test.yaml', time: '1.500' },
    {
      depth: 3,
      name: 'failure',
      message: `flip: result: expected ${shown}, got heads`,
      type: 'expectation',
    },
    { depth: 2, name: 'Fine', classname: 'dir/x.test.yaml', time: '1.500' },
    {
      depth: 1,
      name: 'dir/x.test.yaml',
      tests: '1',
      failures: '0',
      errors: '1',
      skipped: '0',
      time: '1.500',
    },
    { depth: 2, name: 'Refused', classname: 'dir/x.test.yaml', time: '1.500' },
    { depth: 3, name: 'error', message: refusal, type: 'refused' },
  ])
  const names = elements(xml).map(({ name }) => name)
  expect(names).toEqual([
    'testsuites',
    'testsuite',
    'testcase',
    'failure',
    'testcase',
    'testsuite',
    'testcase',
    'error',
  ])
  expect(elements(xml)[3]?.text).toBe(
    `dir/x.test.yaml:4:37: flip: result: expected ${shown}, got heads`,
  )
})

test('no tests are an empty list', () => {
  expect(elements(formatJunit([]))).toMatchObject([
    { name: 'testsuites', attributes: { tests: '0' } },
  ])
})
