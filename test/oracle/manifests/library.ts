import type { ManifestFile } from '../ask.ts'

/*
 * Templates that manifests of the corpus call and no file there has: our own, with the inputs that are given to them.
 */

interface LibraryTemplate {
  readonly name: string
  readonly cluster?: boolean
  readonly spec: string
}

const printing = `  entrypoint: print-message
  arguments: {parameters: [{name: message, value: none}]}
  templates:
  - name: print-message
    inputs: {parameters: [{name: message}]}
    container: {image: 'busybox:1', args: ['{{inputs.parameters.message}}']}
`
const greeting = `  templates:
  - name: hello
    inputs: {parameters: [{name: s}]}
    container: {image: 'busybox:1', args: ['{{inputs.parameters.s}}']}
`
const inner = (template: string): string => `  templates:
  - name: ${template}
    container: {image: 'busybox:1'}
`
const whole = `  entrypoint: all
  arguments: {parameters: [{name: message, value: none}]}
  templates:
  - name: all
    container: {image: 'busybox:1'}
`

const library: readonly LibraryTemplate[] = [
  { name: 'workflow-template-print-message', spec: printing },
  { name: 'cluster-workflow-template-print-message', cluster: true, spec: printing },
  { name: 'hello-world-workflow-template', spec: greeting },
  { name: 'hello-world-cluster-workflow-template', cluster: true, spec: greeting },
  { name: 'workflow-template-inner-dag', spec: inner('inner-diamond') },
  { name: 'cluster-workflow-template-inner-dag', cluster: true, spec: inner('inner-diamond') },
  { name: 'workflow-template-inner-steps', spec: inner('inner-steps') },
  { name: 'workflow-template-submittable', spec: whole },
  { name: 'cluster-workflow-template-submittable', cluster: true, spec: whole },
  { name: 'dag-inline', spec: whole },
]

/** The templates of the library that a manifest names and does not declare itself, in its own namespace. */
export function libraryFor(text: string): readonly ManifestFile[] {
  const namespace = /^ {2}namespace: *(\S+)$/m.exec(text)?.[1]
  const declares = (name: string) =>
    text.split(/^---/m).some((part) => /kind: \w*Template$/m.test(part) && nameOf(part) === name)
  return library
    .filter(({ name }) => new RegExp(`name: *${name}$`, 'm').test(text) && !declares(name))
    .map(({ name, cluster = false, spec }) => ({
      name: `${name}.yaml`,
      text: `apiVersion: argoproj.io/v1alpha1
kind: ${cluster ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'}
metadata:
  name: ${name}
${cluster || namespace === undefined ? '' : `  namespace: ${namespace}\n`}spec:
${spec}`,
    }))
}

function nameOf(manifest: string): string | undefined {
  return /^metadata:\n(?: {2,}.*\n)*? {2}name: *(\S+)$/m.exec(manifest)?.[1]
}
