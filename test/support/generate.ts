/*
 * Makes Workflows of a given size for benchmarks and property tests: one `steps` template with lanes of one to
 * three steps, about 200 bytes a step, which call script and container templates with arguments and conditions.
 * They are valid, and the same for the same number of steps.
 */

const LANE_SIZES = [1, 2, 3, 2]

const LEAVES = `    - name: measure
      inputs:
        parameters:
          - name: input
          - name: factor
            value: "1"
      script:
        image: python:3.12-alpine
        command: [python]
        source: |
          import json
          print(json.dumps({"value": {{inputs.parameters.factor}}}))
    - name: report
      inputs:
        parameters:
          - name: input
          - name: factor
            value: "1"
      container:
        image: alpine:3.20
        command: [sh, -c]
        args: ["echo {{inputs.parameters.input}}"]
`

/** The text of a Workflow whose entrypoint has exactly `steps` steps. */
export function stepsManifest(steps: number): string {
  const lines = [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Workflow',
    'metadata:',
    '  generateName: generated-',
    'spec:',
    '  entrypoint: main',
    '  templates:',
    '    - name: main',
    '      steps:',
  ]
  // Name of the first step of the lane before, whose result the lane uses.
  let before: string | undefined
  for (let made = 0, lane = 0; made < steps; lane++) {
    const size = Math.min(LANE_SIZES[lane % LANE_SIZES.length] ?? 1, steps - made)
    for (let place = 0; place < size; place++) lines.push(...step(made + place, place, before))
    before = nameOf(made)
    made += size
  }
  return `${lines.join('\n')}\n${LEAVES}`
}

function step(index: number, place: number, before: string | undefined): string[] {
  const result = before === undefined ? 'nothing yet' : `{{steps.${before}.outputs.result}}`
  const condition = before !== undefined && index % 3 === 0
  return [
    `        ${place === 0 ? '- -' : '  -'} name: ${nameOf(index)}`,
    `            template: ${index % 4 === 3 ? 'report' : 'measure'}`,
    ...(condition ? [`            when: "'${result}' != ''"`] : []),
    '            arguments:',
    '              parameters:',
    `                - {name: input, value: "${result}"}`,
    ...(index % 5 === 4 ? [`                - {name: factor, value: "${index}"}`] : []),
  ]
}

function nameOf(index: number): string {
  return `step-${String(index).padStart(5, '0')}`
}
