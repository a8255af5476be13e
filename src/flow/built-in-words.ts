/** What Argo itself gives under a name such as `workflow.uid`, in one sentence. */
export function builtInWords(name: string): string {
  const words = known[name]
  if (words !== undefined) return words
  const [, list, key] = /^workflow\.(label|annotation)s\.(.+)$/.exec(name) ?? []
  return list === undefined ? 'Argo gives its value.' : `The ${list} ${key ?? ''} of the workflow.`
}

const known: Readonly<Partial<Record<string, string>>> = {
  'workflow.name': 'The name of the workflow.',
  'workflow.namespace': 'The namespace of the workflow.',
  'workflow.uid': 'The identifier of the workflow.',
  'workflow.status': 'How the workflow stands; known to exit handlers.',
  'workflow.failures': 'The steps that failed, as JSON; known to exit handlers.',
  'workflow.creationTimestamp': 'When the workflow was made.',
  'workflow.duration': 'How long the workflow has run, in seconds.',
  'workflow.serviceAccountName': 'The service account that the workflow runs as.',
  'workflow.mainEntrypoint': 'The template with which the workflow starts.',
  'pod.name': 'The name of the pod in which the template runs.',
  'workflow.priority': 'The priority of the workflow.',
  'workflow.parameters': 'All parameters of the workflow, as JSON.',
  'workflow.scheduledTime': 'When the schedule wanted this run to start.',
  'node.name': 'The full name of the node in the workflow.',
  retries: 'The number of the attempt, from 0.',
  'lastRetry.exitCode': 'The exit code of the attempt before.',
  'lastRetry.status': 'How the attempt before ended.',
  'lastRetry.duration': 'How long the attempt before took, in seconds.',
  'lastRetry.message': 'What the attempt before said at its end.',
}
