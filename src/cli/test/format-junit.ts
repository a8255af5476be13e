import { placeOf } from '../dry-run/read-inputs.ts'
import { countOf, toldBy, type FileReport, type TimedResult } from './test-report.ts'

/** The results of tests as the XML of JUnit, which CI systems read: one suite for each file. */
export function formatJunit(reports: readonly FileReport[]): string {
  const suites = reports.map((report) => {
    const attributes = attributesOf({
      name: report.name,
      ...countsOf([report]),
      skipped: '0',
      time: secondsOf(report.results),
    })
    const cases = report.results.map((timed) => testCase(report, timed))
    return `  <testsuite ${attributes}>\n${cases.join('')}  </testsuite>\n`
  })
  const all = reports.flatMap(({ results }) => results)
  const attributes = attributesOf({
    name: 'stepwright',
    ...countsOf(reports),
    time: secondsOf(all),
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.join('')}</testsuites>\n`
}

function countsOf(reports: readonly FileReport[]): Readonly<Record<string, string>> {
  return {
    tests: String(countOf(reports, 'passed', 'failed', 'refused')),
    failures: String(countOf(reports, 'failed')),
    errors: String(countOf(reports, 'refused')),
  }
}

function testCase({ name, tree }: FileReport, timed: TimedResult): string {
  const { result } = timed
  const attributes = attributesOf({
    name: result.test.name,
    classname: name,
    time: secondsOf([timed]),
  })
  const told = toldBy(result)
  const [first] = told
  if (first === undefined) return `    <testcase ${attributes}/>\n`
  const lines = told.map(({ message, at }) => `${placeOf(name, tree, at)}: ${message}`)
  const element = result.status === 'refused' ? 'error' : 'failure'
  const type = result.status === 'refused' ? 'refused' : 'expectation'
  const head = attributesOf({ message: first.message, type })
  return `    <testcase ${attributes}>\n      <${element} ${head}>${escaped(lines.join('\n'))}</${element}>\n    </testcase>\n`
}

function secondsOf(results: readonly TimedResult[]): string {
  return (results.reduce((sum, { took }) => sum + took, 0) / 1000).toFixed(3)
}

function attributesOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** A text as XML 1.0 can hold it: characters that it cannot are shown by `\uFFFD`. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"'\n\r\t]/g, (sign) => entities[sign] ?? sign)
}
