import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { locateMessage, type MessagePlace } from '../../../src/client/index.ts'

const places: readonly (readonly [string, MessagePlace | undefined])[] = [
  // The object.
  ['spec.entrypoint is required', { specPath: ['spec', 'entrypoint'] }],
  ['spec.templates[2].name is required', { specPath: ['spec', 'templates', 2, 'name'] }],
  ["spec.templates[1].name 'x' is not unique", { specPath: ['spec', 'templates', 1, 'name'] }],
  [
    "spec.templates[0].name: 'a b' is invalid: name must consist of alpha-numeric characters",
    { specPath: ['spec', 'templates', 0, 'name'] },
  ],
  [
    'spec.arguments.p.value or spec.arguments.p.valueFrom is required',
    { parameter: 'p', specPath: ['spec', 'arguments', 'parameters'] },
  ],
  [
    'spec.arguments.a.from, artifact location, or key is required',
    { artifact: 'a', specPath: ['spec', 'arguments', 'artifacts'] },
  ],
  [
    "spec.arguments.parameters[3].name: 'a b' is invalid: Parameter/Artifact name must",
    { specPath: ['spec', 'arguments', 'parameters', 3, 'name'] },
  ],
  ["template name 'x' undefined", { missing: 'x', specPath: ['spec', 'entrypoint'] }],
  ['Templates is invalid field in spec if workflow', { specPath: ['spec', 'templates'] }],
  ['hooks.running Expression required', { specPath: ['spec', 'hooks', 'running'] }],
  ["podGC.strategy unknown strategy 'x'", { specPath: ['spec', 'podGC', 'strategy'] }],
  ['workflow name "x" must not be more than 63', { specPath: ['metadata', 'name'] }],
  ['cron workflow name "x" must not be more than 52', { specPath: ['metadata', 'name'] }],
  [
    'cluster workflow template name "x" must not be more than 63',
    { specPath: ['metadata', 'name'] },
  ],
  ['cron workflow must have at least one schedule', { specPath: ['spec', 'schedules'] }],
  ['invalid timezone "x": unknown', { specPath: ['spec', 'timezone'] }],
  ["'x' is not a valid concurrencyPolicy", { specPath: ['spec', 'concurrencyPolicy'] }],
  // Templates.
  ['templates.a.container.image may not be empty', { template: 'a', path: ['container', 'image'] }],
  [
    "templates.a.container.volumeMounts[1].mountPath 'p' already mounted",
    { template: 'a', path: ['container', 'volumeMounts', 1, 'mountPath'] },
  ],
  ['templates.a template type unspecified. choose one of: container', { template: 'a' }],
  ["template 'a' type is unknown", { template: 'a' }],
  [
    'templates.a inputs.parameters.p was not supplied',
    { template: 'a', parameter: 'p', path: ['inputs', 'parameters'] },
  ],
  [
    'templates.a.inputs.artifacts.b.from not valid in inputs',
    { template: 'a', artifact: 'b', path: ['inputs', 'artifacts'] },
  ],
  [
    "error in templates.a.inputs.artifacts.b: Artifact 'b' did not specify a path",
    { template: 'a', artifact: 'b', path: ['inputs', 'artifacts'] },
  ],
  [
    "templates.a.outputs.parameters [2].name 'x' is not unique",
    { template: 'a', path: ['outputs', 'parameters', 2] },
  ],
  [
    'templates.a.outputs.parameters.p.path must be specified for Container templates',
    { template: 'a', parameter: 'p', path: ['outputs', 'parameters'] },
  ],
  [
    'templates.main.steps failed to resolve {{steps.a.outputs.result}}',
    { template: 'main', path: ['steps'], variable: 'steps.a.outputs.result' },
  ],
  ['a has invalid duration format in timeout', { template: 'a', path: ['timeout'] }],
  // Steps.
  ['templates.main.steps[1].name is required', { template: 'main', group: 1, path: ['name'] }],
  [
    "templates.main.steps[1].name 'a' is not unique",
    { template: 'main', group: 1, step: 'a', path: ['name'] },
  ],
  [
    "templates.main.steps[0].a template name 'nope' undefined",
    { template: 'main', group: 0, step: 'a', missing: 'nope', path: ['template'] },
  ],
  [
    "templates.main.steps[0].name template name 'nope' undefined",
    { template: 'main', group: 0, step: 'name', missing: 'nope', path: ['template'] },
  ],
  [
    'templates.main.steps[0].a only one of withItems, withParam, withSequence can be specified',
    { template: 'main', group: 0, step: 'a' },
  ],
  [
    'templates.main.steps[0].a.arguments.p.value or templates.main.steps[0].a.arguments.p.valueFrom is required',
    { template: 'main', group: 0, step: 'a', parameter: 'p', path: ['arguments', 'parameters'] },
  ],
  [
    'templates.main.steps[0].a.arguments.b.from, artifact location, or key is required',
    { template: 'main', group: 0, step: 'a', artifact: 'b', path: ['arguments', 'artifacts'] },
  ],
  [
    "templates.main.steps[0].a.arguments.parameters[1].name 'p' is not unique",
    { template: 'main', group: 0, step: 'a', path: ['arguments', 'parameters', 1] },
  ],
  [
    'templates.main.steps[0].a.running Expression required',
    { template: 'main', group: 0, step: 'a', path: ['hooks', 'running'] },
  ],
  [
    'templates.main.steps[0].a template reference lib.x not found',
    { template: 'main', group: 0, step: 'a', path: ['templateRef'] },
  ],
  // Nested: where it can be mended.
  [
    'templates.main.steps[0].a templates.echo inputs.parameters.message was not supplied',
    {
      template: 'main',
      group: 0,
      step: 'a',
      callee: 'echo',
      parameter: 'message',
      path: ['arguments', 'parameters'],
    },
  ],
  [
    'templates.main.steps[0].a templates.sub.steps[2].b templates.echo inputs.artifacts.f was not supplied',
    {
      template: 'sub',
      group: 2,
      step: 'b',
      callee: 'echo',
      artifact: 'f',
      path: ['arguments', 'artifacts'],
    },
  ],
  [
    'templates.main.steps[0].a templates.echo.container.image may not be empty',
    { template: 'echo', path: ['container', 'image'] },
  ],
  [
    'templates.main templates.main.steps[0].a templates.echo.container.image may not be empty',
    { template: 'echo', path: ['container', 'image'] },
  ],
  // Dags.
  [
    "templates.d.tasks.a template name 'x' undefined",
    { template: 'd', step: 'a', missing: 'x', path: ['template'] },
  ],
  ["templates.d.tasks[0].name 'a' is not unique", { template: 'd', step: 'a', path: ['name'] }],
  ['templates.d must have at least one task', { template: 'd' }],
  // What callers put in front.
  [
    'in "hello-" (Workflow): templates.a.script.image may not be empty',
    { template: 'a', path: ['script', 'image'] },
  ],
  ['invalid spec: spec.entrypoint is required', { specPath: ['spec', 'entrypoint'] }],
  [
    'rpc error: code = InvalidArgument desc = spec.entrypoint is required',
    { specPath: ['spec', 'entrypoint'] },
  ],
  [
    'in "c" (CronWorkflow): cannot validate Workflow: spec.entrypoint is required',
    { specPath: ['spec', 'workflowSpec', 'entrypoint'] },
  ],
  [
    'cannot validate Workflow: templates.a.container.image may not be empty',
    { template: 'a', path: ['container', 'image'] },
  ],
  [
    'Workflow.argoproj.io "x" is invalid: spec.templates[0].steps: Invalid value: 0',
    { specPath: ['spec', 'templates', 0, 'steps'] },
  ],
  // Decoding.
  ['json: unknown field "templat"', { field: 'templat' }],
  [
    'strict decoding error: unknown field "spec.templates[0].imag"',
    { specPath: ['spec', 'templates', 0, 'imag'] },
  ],
  // No wording of Argo's.
  ['database is locked', undefined],
  ['', undefined],
]

describe('locateMessage', () => {
  test.each(places)('%s', (message, place) => {
    expect(locateMessage(message)).toEqual(place)
  })

  test('a message means the same behind any of its prefixes', () => {
    for (const [message, place] of places) {
      expect(locateMessage(`in "any" (Workflow): invalid spec: ${message}`)).toEqual(place)
    }
  })

  test('never throws, whatever it is told', () => {
    const words = fc.constantFrom(
      'templates.',
      'main',
      '.steps[0].',
      'a',
      ' ',
      'spec.',
      'arguments.',
      'p',
      '.value',
      '[',
      ']',
      '{{',
      '}}',
      "'",
      '"',
      'unknown field ',
      'inputs.parameters.',
      ' was not supplied',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
        locateMessage(parts.join(''))
      }),
    )
  })
})
