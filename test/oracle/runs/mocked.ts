import type { JsonObject } from '../../../src/yaml/index.ts'
import type { ArtifactContent, Outcome, OutcomeRequest } from '../../../src/simulate/index.ts'
import type { OracleMock } from './settings.ts'

/** What a mock is about. */
interface Subject {
  readonly template: string
  readonly displayName: string
  readonly name: string
}

/** How long what never ends lasts, in milliseconds: longer than any run is followed. */
export const ENDLESS = 1e12

/** The first mock that fits; nothing where none does. */
export function oracleMockOf(
  mocks: readonly OracleMock[],
  subject: Subject,
): OracleMock | undefined {
  return mocks.find(
    ({ template, name, node, attempt }) =>
      (template === undefined || template === subject.template) &&
      (name === undefined || name === subject.displayName) &&
      (node === undefined || new RegExp(node).test(subject.name)) &&
      (attempt === undefined || subject.name.endsWith(`(${String(attempt)})`)),
  )
}

/** How a pod, or what stands for one, ends in the program that answers as Argo does. */
export function oracleOutcome(mocks: readonly OracleMock[], request: OutcomeRequest): Outcome {
  const { node, template } = request
  const own = textOf(template['name'])
  const subject = { template: own, displayName: node.displayName, name: node.name }
  const mock = oracleMockOf(mocks, subject) ?? {}
  const code = mock.exitCode ?? (mock.phase === 'Failed' ? 1 : 0)
  const failed = failureOf(mock, code, node.type)
  const isGood = failed === undefined
  const names = (of: string): readonly string[] => namesIn(template, of)
  const isThere = (name: string): boolean => mock.artifacts?.includes(name) ?? isGood
  const isEndless = mock.phase === 'Pending' || mock.phase === 'Running'
  const parameters = names('parameters').flatMap((name) => {
    const value = mock.parameters?.[name] ?? (isGood ? `${own}-${name}` : undefined)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    phase: failed?.phase ?? 'Succeeded',
    ...(failed !== undefined && { message: failed.message }),
    ...(mock.containers !== undefined && { containers: mock.containers }),
    ...(hasMain(node.type, template) && { exitCode: code }),
    result: mock.result ?? own.replaceAll('-', '_'),
    parameters: Object.fromEntries(parameters),
    artifacts: Object.fromEntries(
      names('artifacts')
        .filter(isThere)
        .map((name) => [name, empty]),
    ),
    duration: isEndless ? ENDLESS : (mock.duration ?? 1) * 1000,
    ...(mock.duration !== undefined && { durationFrom: 'said' }),
    log: [],
    isInvented: false,
  }
}

/** Whether there is a container named main, whose exit code is kept. */
function hasMain(type: string, template: JsonObject): boolean {
  const set = template['containerSet']
  if (type !== 'Pod' || !isMap(set)) return type === 'Pod'
  const containers: unknown = set['containers']
  return Array.isArray(containers) && containers.some((one) => isMap(one) && one['name'] === 'main')
}

const empty: ArtifactContent = { kind: 'file', bytes: new Uint8Array() }

/** How it fails, if it does, with the message that Argo makes of it. */
function failureOf(
  mock: OracleMock,
  code: number,
  type: string,
): { readonly phase: 'Failed' | 'Error'; readonly message: string } | undefined {
  const { phase, message = '', containers = {} } = mock
  const behind = message === '' ? '' : `: ${message}`
  if (type !== 'Pod') {
    if (phase === 'Error' || phase === 'Failed') return { phase, message }
    return code === 0 ? undefined : { phase: 'Failed', message }
  }
  if (phase === 'Error') return { phase, message: `wait: Error (exit code 1)${behind}` }
  const bad = Object.entries(containers).find(([, exitCode]) => exitCode !== 0)
  if (bad !== undefined)
    return { phase: 'Failed', message: `${bad[0]}: Error (exit code ${String(bad[1])})${behind}` }
  if (code === 0) return undefined
  return { phase: 'Failed', message: `main: Error (exit code ${String(code)})${behind}` }
}

function namesIn(template: JsonObject, of: string): readonly string[] {
  const outputs = template['outputs']
  const list: unknown = isMap(outputs) ? outputs[of] : undefined
  return Array.isArray(list) ? list.flatMap((one) => (isMap(one) ? [textOf(one['name'])] : [])) : []
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
