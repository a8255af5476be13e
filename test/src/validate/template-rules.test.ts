import { describe, expect, it, test } from 'vitest'
import type { ProblemCode } from '../../../src/validate/index.ts'
import { fixAll } from '../../support/fix-laws.ts'
import { checkMarked, wholeManifest } from '../../support/marked.ts'

/* Rules about objects and templates: what they mark, and what their fixes make of it. Whole examples are in `test/corpus/rules`. */

const cron = (spec: string): string => `kind: CronWorkflow
spec:
  schedules: ["0 9 * * *"]
  ${spec}
  workflowSpec: {entrypoint: a, templates: [{name: a, suspend: {}}]}`

const spec = (more: string): string => `kind: Workflow
spec:
  entrypoint: a
  ${more}
  templates: [{name: a, suspend: {}}]`

const steps = '  steps: [[{name: a, template: t}]]'

const bad: Partial<Record<ProblemCode, readonly string[]>> = {
  'object-name-long': [
    `kind: Workflow\nmetadata:\n  name: «${'é'.repeat(32)}»\nspec: {workflowTemplateRef: {name: x}}`,
  ],
  'templates-beside-ref': [
    'kind: Workflow\nspec:\n  workflowTemplateRef: {name: x}\n  «templates»: [{name: a, suspend: {}}]',
  ],
  'hook-expression-missing': [
    spec('hooks: {«early»: {template: a}}'),
    '- - name: a\n    template: t\n    hooks: {exit: {template: t}, «early»: {template: t}}',
    '  dag:\n    tasks:\n    - name: a\n      template: t\n      hooks: {«early»: {template: t}}',
  ],
  'value-unknown': [
    spec('podGC: {strategy: «Never»}'),
    cron('concurrencyPolicy: «allow»'),
    '  retryStrategy: {retryPolicy: «Sometimes»}\n  suspend: {}',
    '  resource: {action: «creat», manifest: x}',
    '  «resource»: {manifest: x}'.replaceAll(/[«»]/g, ''),
  ],
  'selector-unreadable': [
    spec('podGC: {labelSelector: {matchLabels: {«a b»: c}}}'),
    spec('podGC: {labelSelector: {matchLabels: {a/b/c: «c»}}}').replaceAll(/[«»]/g, ''),
    spec('podGC: {labelSelector: {matchLabels: {a: «-c»}}}'),
    spec('podGC: {labelSelector: {matchExpressions: [{key: a, operator: In, values: [«b c»]}]}}'),
  ],
  'pod-resource-unknown': [
    spec('podResources: {limits: {«gpu»: 1}}'),
    '  podResources: {«claims»: [{name: x}]}\n  suspend: {}',
  ],
  'executor-plugin-incomplete': [spec('executorPlugins: [«{metadata: {name: x}}»]')],
  'number-out-of-range': [
    cron('startingDeadlineSeconds: «-1»'),
    '  suspend: {}\n  activeDeadlineSeconds: «soon»',
    '  suspend: {}\n  activeDeadlineSeconds: «"5{{inputs.parameters.x}}"»\n  inputs: {parameters: [{name: x}]}',
  ],
  'image-missing': [
    '  «container»: {command: [a]}',
    '- - name: a\n    inline:\n      «script»: {source: a}',
  ],
  'artifact-path-missing': [
    '  inputs: {artifacts: [«{name: a, optional: true}»]}\n  container: {image: i}',
    '  outputs: {artifacts: [«{name: a, path: ""}»]}\n  container: {image: i}',
  ],
  'artifact-path-outside': [
    '  outputs: {artifacts: [{name: a, path: «/a/..»}]}\n  container: {image: i}',
    '  outputs: {artifacts: [{name: a, path: «a/../../b»}]}\n  container: {image: i}',
    // A quirk of Argo's: two letters at the end count as dots.
    '  outputs: {artifacts: [{name: a, path: «/./ab»}]}\n  container: {image: i}',
  ],
  'input-from': [
    '  inputs: {artifacts: [{name: a, path: /a, «from»: x}]}\n  container: {image: i}',
  ],
  'storage-incomplete': [
    '  inputs: {artifacts: [{name: a, path: /a, «git»: {revision: x}}]}\n  container: {image: i}',
    '  suspend: {}\n  archiveLocation: {«hdfs»: {path: /a, hdfsUser: x}}',
  ],
  'field-misplaced': [
    `${steps}\n  «timeout»: 1m`,
    `${steps}\n  «activeDeadlineSeconds»: 1`,
    `${steps}\n  inputs: {artifacts: [{name: a, «path»: /a}]}`,
    '  suspend: {}\n  «pendingTimeout»: 1m',
    '  suspend: {}\n  «parallelism»: 1',
    '  suspend: {}\n  «resourceClaims»: [{name: x}]',
    '  http: {url: x}\n  «podResources»: {}',
  ],
  'timeout-unreadable': ['  container: {image: i}\n  timeout: «"10"»'],
  'mount-duplicate': [
    '  container:\n    image: i\n    volumeMounts: [{name: a, mountPath: /x}, {name: b, mountPath: «/x»}]',
    '  inputs: {artifacts: [{name: a, path: «/x», optional: true}]}\n  container:\n    image: i\n    volumeMounts: [{name: a, mountPath: /x}]',
  ],
  'reserved-name': ['  container: {image: i}\n  sidecars: [{name: «artifact-plugin-x», image: i}]'],
  'resource-manifest-missing': ['  «resource»: {action: create}'],
  'resource-manifest-twice': [
    '  inputs: {artifacts: [{name: a, path: /a, optional: true}]}\n  resource: {action: apply, manifest: x, «manifestFrom»: {artifact: {name: a}}}',
  ],
  'resource-artifact-unknown': [
    '  resource: {action: apply, manifestFrom: {artifact: {name: «a»}}}',
  ],
  'resource-manifest-unreadable': ['  resource:\n    action: apply\n    manifest: «"a: {"»'],
  'output-source-missing': [
    '  outputs: {parameters: [«{name: o}»]}\n  container: {image: i}',
    '  outputs: {parameters: [{name: o, valueFrom: «{event: x}»}]}\n  http: {url: x}',
  ],
  'output-sources-several': [
    '  outputs: {parameters: [«{name: o, value: 1, valueFrom: {}}»]}\n  suspend: {}',
    '  outputs: {parameters: [{name: o, valueFrom: «{path: /a, jsonPath: b, jqFilter: c}»}]}\n  suspend: {}',
  ],
  'output-source-other': [
    `${steps}\n  outputs: {parameters: [{name: o, valueFrom: {«path»: /a}}]}`,
    '  outputs: {parameters: [{name: o, valueFrom: {«supplied»: {}}}]}\n  container: {image: i}',
  ],
  'argument-duplicate': [
    spec('arguments: {artifacts: [{name: a, from: x}, {name: «a», from: x}]}'),
  ],
  'port-duplicate': [
    '  inputs: {parameters: [{name: a, default: x}, {name: «a», default: y}]}\n  suspend: {}',
  ],
  'metric-incomplete': [
    '  metrics: {prometheus: [«{name: a, gauge: {value: 1}}»]}\n  suspend: {}',
    '  metrics: {prometheus: [«{name: a, help: b, counter: {value: ""}}»]}\n  suspend: {}',
  ],
  'metric-realtime': [
    '  metrics: {prometheus: [{name: a, help: b, gauge: {value: "{{resourcesDuration.cpu}}", realtime: «true»}}]}\n  suspend: {}',
  ],
  'name-invalid': [
    '  metrics: {prometheus: [{name: «a-b», help: b, counter: {value: 1}}]}\n  suspend: {}',
    '  metrics: {prometheus: [{name: a, labels: [{key: «1», value: x}], help: b, counter: {value: 1}}]}\n  suspend: {}',
    '  outputs: {artifacts: [{name: a, path: /a, globalName: «a.b»}]}\n  container: {image: i}',
  ],
  'name-missing': [
    '  container: {image: i}\n  initContainers: [«{image: i}»]',
    '  outputs: {artifacts: [«{path: /a}»]}\n  container: {image: i}',
  ],
}

const good: readonly string[] = [
  cron('concurrencyPolicy: Replace\n  startingDeadlineSeconds: 0\n  timezone: Local'),
  spec(
    'podGC: {strategy: OnPodSuccess, labelSelector: {matchLabels: {example.com/a: "", b_c.d: e}}}',
  ),
  'kind: Workflow\nspec:\n  entrypoint: a\n  templateDefaults: {container: {image: i}}\n  templates: [{name: a, container: {command: [a]}}]',
  '  container: {image: i}\n  outputs: {artifacts: [{name: "{{inputs.parameters.p}}", path: /a/../a/b}]}\n  inputs: {parameters: [{name: p, default: x}]}',
  '  outputs: {parameters: [{name: o, value: ""}, {name: p, valueFrom: {path: /p, default: x}}]}\n  container: {image: i}',
  '  outputs: {parameters: [{name: o, valueFrom: {supplied: {}}}, {name: p, valueFrom: {jqFilter: x}}]}\n  suspend: {}',
  '  resource: {action: "create", manifest: "a: {{workflow.name}}"}',
  '  resource: {action: delete}',
  `${steps}\n  parallelism: 2\n  timeout: ""\n  podResources: {limits: {cpu: 100m, hugepages-2Mi: 1Mi}}`,
  '  volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]\n  script: {image: i, source: a, volumeMounts: [{name: a, mountPath: /x}, {name: b, mountPath: /x}]}',
]

describe('each rule about objects and templates', () => {
  for (const [code, texts] of Object.entries(bad)) {
    it.each(texts)(`${code}: %j`, (text) => {
      const { problems, from, to } = checkMarked(text)
      const found = problems.find((problem) => problem.code === code)
      expect(found, JSON.stringify(problems)).toBeDefined()
      if (from >= 0) expect(found?.range).toEqual({ from, to })
      expect(found?.message).toMatch(/^[A-Z“`].*[.?!]$/s)
    })
    it.each(texts)(`${code} is mended by each of its fixes: %j`, (text) => {
      fixAll(wholeManifest(text.replaceAll(/[«»]/g, '')), code)
    })
  }
  it.each(good)('finds nothing in %j', (text) => {
    expect(checkMarked(text).problems).toEqual([])
  })
})

test.each<[ProblemCode, string, string]>([
  [
    'value-unknown',
    '  retryStrategy:\n    retryPolicy: onFailure # once more\n  suspend: {}',
    '  retryStrategy:\n    retryPolicy: OnFailure # once more\n  suspend: {}',
  ],
  ['timeout-unreadable', '  timeout: "10"\n  http: {url: x}', '  timeout: "10s"\n  http: {url: x}'],
  ['field-misplaced', '  parallelism: 1\n  suspend: {}', '  suspend: {}'],
  [
    'artifact-path-missing',
    '  outputs:\n    artifacts:\n    - name: a\n  container: {image: i}',
    '  outputs:\n    artifacts:\n    - name: a\n      path: /tmp/a\n  container: {image: i}',
  ],
  [
    'output-source-missing',
    '  outputs:\n    parameters:\n    - name: a\n  container: {image: i}',
    '  outputs:\n    parameters:\n    - name: a\n      valueFrom:\n        path: /tmp/a\n  container: {image: i}',
  ],
  [
    'output-sources-several',
    '  outputs:\n    parameters:\n    - name: a\n      valueFrom:\n        path: /a\n        jqFilter: b\n  container: {image: i}',
    '  outputs:\n    parameters:\n    - name: a\n      valueFrom:\n        path: /a\n  container: {image: i}',
  ],
  [
    'port-duplicate',
    '  inputs:\n    parameters:\n    - name: a\n      default: 1\n    - name: a\n      default: 2\n  suspend: {}',
    '  inputs:\n    parameters:\n    - name: a\n      default: 1\n    - name: a-2\n      default: 2\n  suspend: {}',
  ],
])('mends %s', (code, before, after) => {
  const [first] = fixAll(wholeManifest(before), code)
  expect(first?.text).toBe(wholeManifest(after))
})
