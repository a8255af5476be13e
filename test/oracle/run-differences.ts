/*
 * Where a dry run means to come out otherwise than Argo’s own controller. Anything that is not explained here is a disagreement.
 */

export interface RunDifference {
  /** Which examples, where not all: looked for in their names. */
  readonly example?: RegExp
  /** Of what, as it stands in a disagreement: `message`, `outputs`, … */
  readonly about: RegExp
  /** What Argo says there, where that matters. */
  readonly argo?: RegExp
  /** Explains all in which the example disagrees, and not only this. */
  readonly isCause?: true
  readonly reason: string
}

export const runDifferences: readonly RunDifference[] = [
  {
    about: /^message$/,
    argo: /^invalid spec: /,
    isCause: true,
    reason:
      'The controller lints before it runs. A dry run shows what it can of a manifest with errors; the errors are among the problems.',
  },
  {
    about: /^message$/,
    argo: /workflowtemplates\.argoproj\.io ".*" not found$/,
    isCause: true,
    reason:
      'What refers to a manifest that is not open does not start, and says so in other words.',
  },
  {
    about: /^message$/,
    argo: /^failed to set global parameters: /,
    isCause: true,
    reason:
      'Without a value for each parameter a dry run does not start; Argo makes a workflow that has failed.',
  },
  {
    about: /^message$/,
    argo: /failed to find any artifact repository|artifact driver \S+ not found/,
    isCause: true,
    reason: 'A dry run has no configuration of a cluster; artifacts lie in a store of its own.',
  },
  {
    about: /^message$/,
    argo: /database session is not available/,
    isCause: true,
    reason: 'Locks that a database keeps are there in a dry run, as in a cluster that has one.',
  },
  {
    about: /^message$/,
    argo: /failed to look-up entrypoint\/cmd for image ""|Error applying PodSpecPatch/,
    isCause: true,
    reason: 'No pod is made in a dry run, so that nothing is wrong with its containers.',
  },
  {
    example: /^suspend-/,
    about: /^(?:started|finished)$/,
    reason: 'In the comparison, persons decide at once, and not after the time that mocks say.',
  },
  {
    example: /daemon|influxdb/,
    about: /^finished$/,
    reason:
      'To Argo a daemon has finished when it is up, and it never says when it ended. Here it finishes when it ends, so that a timeline shows it.',
  },
  {
    example: /^daemon-(?:fails|retry|succeeds)$/,
    about: /^(?:phase|message|children)$/,
    reason:
      'Argo looks at a group that is over again when a daemon of it dies, and changes its phase. Here no node leaves a final phase; what comes of the whole is the same.',
  },
  {
    example: /^steps-empty-group$/,
    about: /^phase$/,
    reason: 'The same with the empty group, behind which both hang for ever.',
  },
  {
    example: /synchronization-(?:mutex-)?tmpl-level-legacy$|steps-daemon-retry-strategy$/,
    about: /^finished$/,
    reason:
      'The program counts the time of a pod from the beginning of its node, the wait for a lock included.',
  },
  {
    about: /^message$/,
    argo: /configmaps ".*" not found/,
    isCause: true,
    reason:
      'Of a semaphore whose ConfigMap nobody has given, a dry run does not know the size, and takes it for one.',
  },
  {
    about: /^message$/,
    argo: /^failed to set global parameters: /,
    isCause: true,
    reason: 'What lacks the ConfigMap of a parameter does not start.',
  },
  {
    example: /^deadline-workflow$/,
    about: /^(?:started|finished)$/,
    reason: 'Argo rounds the time that is left for a pod down to whole seconds.',
  },
  {
    example: /^hook-expression-bad$/,
    about: /^phase$/,
    reason: 'Pods of a workflow that is over already are not followed any more.',
  },
  {
    example: /^retry-expression-bad$/,
    about: /^message$/,
    reason: 'What Go says of a nil that is no number is said in other words.',
  },
  {
    example: /^retry-max-duration-during-attempt$/,
    about: /./,
    reason:
      'The deadline of an attempt is held by what runs in the pod, which the program does not have.',
  },
  {
    example: /^timeout-pending$/,
    about: /./,
    reason: 'In a dry run there is always room for a pod: none is pending.',
  },
  {
    example: /variables-showcase$/,
    about: /./,
    reason:
      'Behind an error of the entrypoint Argo goes on with the exit handler as long as a daemon is up, and then never ends.',
  },
  {
    example: /recursive-dag$/,
    about: /^(?:started|finished)$/,
    reason: 'Argo takes two rounds more to tell the whole of a recursion that is too deep.',
  },
  {
    example: /^random-retry-/,
    about: /^(?:started|finished)$/,
    reason:
      'Argo comes back up to a second late to a step that waits for another attempt, when it was busy just before.',
  },
  {
    example: /^random-/,
    about: /^phase$/,
    argo: /^Running$/,
    reason: 'Pods of a workflow that is over already are not followed any more.',
  },
  {
    example: /^random-/,
    about: /^message$/,
    argo: /^was unable to obtain node$/,
    isCause: true,
    reason:
      'Argo ends in an error of its own where a limit holds back an exit handler: it has noted it as a child before there is such a node.',
  },
]
