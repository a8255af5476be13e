import { stepsManifest } from './generate.ts'

/** A file that somebody may well have, in ways of writing YAML that editors lose. */
export interface OddManifest {
  readonly name: string
  readonly text: string
}

const BASE = `# head
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: odd-   # behind
spec:
  entrypoint: main
  templates:
  # above main
  - name: main
    steps:
    # above the first lane
    - - name: a   # behind a
        template: echo
        arguments:
          parameters:
          - {name: message, value: "hi"}
    - - name: b
        template: echo
        when: "{{steps.a.outputs.result}} == x"
        # inside b
        arguments: {parameters: [{name: message, value: 'it''s'}, ]}
      # between b and c
      - name: c
        template: echo
    # below the lanes

  - name: echo
    inputs:
      parameters:
      - name: message
        default: none
    container:
      image: alpine
      args: ["{{inputs.parameters.message}}"]
# the end
`

const ANCHORS = `kind: Workflow
x-defaults: &defaults
  retryStrategy: {limit: 2}
  image: &image alpine:3.20
spec:
  entrypoint: &entry main
  templates:
  - name: *entry
    steps:
    - - &first
        name: a
        template: echo
        arguments: &args
          parameters:
          - name: message
            value: hi
    - - <<: *first
        name: b
      - name: c
        template: echo
        arguments: *args
      - {<<: [*first], name: d}
    - &lane
      - name: e
        template: echo
  - name: echo
    <<: *defaults
    inputs: {parameters: [{name: message}]}
    container: {image: *image, args: &shared ["{{inputs.parameters.message}}"]}
  - name: again
    container:
      image: *image
      args: *shared
`

const BLOCKS = `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - name: a
        template: clip
        when: >-
          {{steps.x.outputs.result}}
          == 1
  - name: clip
    script:
      image: x
      source: |
        clip
          deeper
        \ttab
  - name: strip
    script:
      image: x
      source: |-
        strip

        end
  - name: keep
    script:
      image: x
      source: |+
        keep


  - name: indicated
    script:
      image: x
      source: |2
          two more
        less
  - name: folded
    script:
      image: x
      source: >2+
           folded

        text
          kept

  - name: empty
    script:
      image: x
      source: |
    metadata: {}
  - name: last
    script: {image: x, source: "a\\
      b\\n\\tc"}
`

const STYLES = `{apiVersion: argoproj.io/v1alpha1, kind: Workflow, # flow from the top
  spec: {entrypoint: main, templates: [
    {name: main, steps: [[{name: a, template: t}], [{name: b, template: t, when: "1 > 0"},
      {name: c, template: t}]]},
    {name: t, script: {image: x, source: "print(1)\\n"}}
  ]}
}
`

const TRAPS = `%YAML 1.2
---
apiVersion: argoproj.io/v1alpha1
kind: !!str Workflow
metadata: {annotations: {yes: no, on: off, "y": n, mode: 0755, port: 0o10, hex: 0x1F, time: 12:30:45, exp: 1e3, null: ~}}
spec:
  ? entrypoint
  : main
  templates:
  -   name:   main  
      steps:   
      -   -   name:	a	
              template: "t"
              "when": 'a
                b

                c' # comment  
  - !local
    name: t
    name: t
    suspend: {}
  -
    name: u
    suspend:
    # nothing
...
# between
---
kind: ConfigMap
data: {a: "${'long '.repeat(200)}", emoji: 🎉 é, nul: "\\0\\u2028\\e"}
---
kind: Workflow
spec: {entrypoint: z, templates: [{name: z, suspend: {}}]}
...
`

const ZERO = `kind: WorkflowTemplate
metadata:
  name: zero
spec:
  templates:
  - name: main
    steps:
    -
      - name: a
        template: t
      -
        name: b
        template: t
    - - name: c
        template: t
        withItems: [1, {a: b}, "x"]
      - name: d
        template: t
        withItems:
        - 1
        -
          a: b
    - []
  - name: t
    suspend:
  - name: nothing
`

const DAG = `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: {name: nightly}
spec:
  schedule: "0 2 * * *"
  workflowSpec:
    entrypoint: graph
    templates:
    - name: graph
      dag:
        tasks:
        - name: a
          template: work
        - name: b
          template: work
          depends: a
        - name: c
          template: work
          depends: a && b.Succeeded
          arguments:
            parameters: [{name: x, value: "{{tasks.a.outputs.result}}"}]
    - name: old
      dag:
        tasks:
        - {name: a, template: work}
        - {name: b, template: work, dependencies: [a]}
    - name: work
      inputs: {parameters: [{name: x, default: "1"}]}
      script: {image: python:3.12, command: [python], source: "print(1)"}
    - name: set
      containerSet:
        containers:
        - {name: one, image: x}
        - {name: two, image: x, dependencies: [one]}
`

const LIST = `# of kubectl
apiVersion: v1
kind: List
metadata:
  resourceVersion: ""
items:
# the first
- apiVersion: argoproj.io/v1alpha1
  kind: WorkflowTemplate   # behind its kind
  metadata:
    name: lib
  spec:
    templates:
    - name: echo
      inputs: {parameters: [{name: message, default: &hi "hi"}]}
      container: {image: alpine, args: ["{{inputs.parameters.message}}"]}

- apiVersion: v1
  kind: ConfigMap
  metadata: {name: settings}
  data: {a: b}
-
  kind: Workflow
  metadata: {generateName: run-}
  spec:
    entrypoint: main
    templates:
    - name: main
      steps:
      - - name: a
          templateRef: {name: lib, template: echo}
        - name: b
          template: say
          arguments: {parameters: [{name: message, value: *hi}]}
      - - {name: c, template: say}
    # the last template
    - name: say
      inputs:
        parameters:
        - name: message
          value: none
      script:
        image: python:3.12
        command: [python]
        source: |
          print("{{inputs.parameters.message}}")
- {kind: CronWorkflow, metadata: {name: nightly}, spec: {schedules: ["0 1 * * *"], workflowSpec: {entrypoint: m, templates: [{name: m, suspend: {}}]}}}
`

const written: readonly OddManifest[] = [
  { name: 'comments', text: BASE },
  { name: 'anchors', text: ANCHORS },
  { name: 'block scalars', text: BLOCKS },
  { name: 'flow style', text: STYLES },
  { name: 'traps', text: TRAPS },
  { name: 'loose items', text: ZERO },
  { name: 'a dag on a schedule', text: DAG },
  { name: 'a list', text: LIST },
]

/** Manifests of our own in every way of writing YAML, each also with other line breaks, a byte order mark and no last line break. */
export const oddManifests: readonly OddManifest[] = [
  ...written.flatMap(({ name, text }) => [
    { name, text },
    { name: `${name}, CRLF`, text: text.replaceAll('\n', '\r\n') },
    { name: `${name}, byte order mark`, text: `\uFEFF${text}` },
    { name: `${name}, no last line break`, text: text.trimEnd() },
  ]),
  {
    name: 'mixed line breaks',
    text: BASE.replaceAll('\n', '\r\n').replaceAll(/\r\n( +- )/g, '\n$1'),
  },
  { name: 'generated', text: stepsManifest(9) },
  { name: 'empty', text: '' },
  { name: 'a comment alone', text: '# nothing yet\n' },
]
