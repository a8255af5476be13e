/** What the help of `run` says beside its usage. */
export const dryRunDetails = `Runs the first Workflow of FILE (else its first CronWorkflow, else its first template) as Argo's controller would,
in a time of its own. A step does what a mock says. Of the others, scripts in Python and JavaScript really run, each in a
place of its own without files and net; the rest succeeds after a second with outputs that are made up. SOURCE are files
with WorkflowTemplates, ClusterWorkflowTemplates and ConfigMaps that FILE refers to.

  --mocks FILE           what steps do, as YAML; may stand several times, and what is said first counts
  --durations FILE       how long steps took in an earlier run: see below; may stand several times
  --param NAME=VALUE, -p a value for a parameter of the workflow; may stand several times
  --no-scripts           scripts do not run either: their outputs are made up
  --seed N               makes all chance of the run: names, oneOf of mocks, random numbers in scripts; 1 unless told
  --now TIME             when the run starts: a moment such as 2025-03-01T12:00:00Z, or clock; 2025-01-01T00:00:00Z
                         unless told, so that the same words always give the same output
  --name NAME            the name of the run
  --namespace NAME, -n   its namespace
  --record               makes a test of the run, in NAME.test.yaml beside the workflow NAME.yaml
  --format FORMAT        text (the usual one): what steps wrote, each line behind its pod, and the nodes as a tree;
                         json: a Workflow whose status is of Argo's shape

A file of mocks is a list. Each says whom it is for, by template, step, node (a node's name or display name; * is any
text), item and index (of a loop) and attempt (of a retry), and what happens: result, outputs: {parameters: {…},
artifacts: {…}}, exitCode, phase (Succeeded, Failed, Error), message, log, duration; attempts is a list of those, one for
each attempt, and oneOf a list of which chance takes one. resume: {parameters: {…}} approves a suspended node, and
reject: MESSAGE ends it. The mock that says most about whom it is for wins; of several alike the first.

  - {step: flip, oneOf: [heads, tails]}
  - {template: fetch, attempts: [{exitCode: 1}, {outputs: {parameters: {size: 12}}, duration: 30s}]}
  - {step: approve, resume: {parameters: {decision: YES}}}

Durations come from a Workflow with its status, as JSON or YAML: what argo get NAME -o json and kubectl get workflow NAME -o
yaml print, or run --format json. Several, as files or as a list, count together: the median. A node takes as long as that
of the same name (with its item and attempt), else as those of the same step, else as those of the same template; one that
succeeds as pods that did, one that fails as those that failed. What a mock says of durations comes first; what nobody
knows is a second. Counted is from the moment at which Argo made the node to the end of its pod, so that scheduling, the
pull of images and waits for locks are in it. A suspended node waits as long as its manifest says, and for a person no time.

What pods ask for is added up as Kubernetes does: containers and sidecars side by side, or init containers if they ask for more,
after podSpecPatch; without what Argo's own containers ask for, unless a patch says it.

Exit status: 0 when the run succeeds; 1 when it fails, or would wait forever or for a person; 2 for a call that means
nothing, or a file that cannot be read or run.
`
