/** What the help of `test` says beside its usage. */
export const testDetails = `FILE is a file of tests (NAME.test.yaml, for the workflow NAME.yaml beside it), that workflow, a folder or a pattern.

  --format FORMAT   text (the usual one), json, or junit: the XML that CI systems read
  --update          rewrites in the files what failed tests expect by what came; which nodes run, and in which order, stays
  --no-scripts      scripts in Python and JavaScript that are not mocked do not run: their outputs are made up

A file of tests has mocks for all tests, as in a file for \`run --mocks\`, and tests. Each test may have a name, parameters
of the workflow, mocks of its own that go first, seed (1), now (2025-01-01T00:00:00Z), runName, and what is expected:
phase (Succeeded unless told) and message of the workflow, nodes, skipped, never (what does not run), order, and outputs:
{parameters: {…}}, the global ones. A node is named by its step or task, which means all items of a loop, or by its
display name or name, with * for any text; from [ or . on, a name counts from the root. Of a node there may be phase,
message, type, result, exitCode, log, count, inputs and outputs: {parameters: {…}, artifacts: {…}}; a phase alone will do,
and artifacts beside it are outputs. null means that there is none. In messages, logs and the texts of artifacts, * stands
for any text; a line break at the end of the last two does not count.

  mocks:
    - {step: flip, result: heads}
  tests:
    - name: Heads is said
      expect:
        nodes:
          flip: {result: heads}
          heads: Succeeded
        skipped: [tails]
        order: [flip, heads]

workflow: FILE names another workflow, and sources: [FILE, …] further manifests that it refers to; both count from the
folder of the tests.

Exit status: 0 when all tests pass; 1 when one fails; 2 for a call that means nothing, or a file that cannot be read.
`
