/**
 * The text of a valid Workflow without any step: one `steps` template, which is the entrypoint, and below it room for lanes.
 * `name` begins the names of its runs. Written as Hera writes it.
 */
export function newWorkflow(name: string, entrypoint = 'steps'): string {
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Workflow',
    'metadata:',
    `  generateName: ${name}-`,
    'spec:',
    `  entrypoint: ${entrypoint}`,
    '  templates:',
    `  - name: ${entrypoint}`,
    '    steps: []',
    '',
  ].join('\n')
}
