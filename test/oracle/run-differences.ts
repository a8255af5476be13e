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
    example: /^daemon-succeeds$/,
    about: /./,
    reason:
      'A daemon whose outcome is a success runs until it is stopped: nobody can say more of it.',
  },
]
