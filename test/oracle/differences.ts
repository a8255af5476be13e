import type { ProblemCode } from '../../src/validate/index.ts'

/*
 * Where Stepwright judges otherwise than Argo's own lint, and means to. Anything that is not explained here is a disagreement.
 *
 * One more difference is in `compare.ts`: lint skips a document that it cannot read, with a line in its log or without, and is content
 * with the others of the file. Such a document is not created either, so what we say of it stands.
 */

/** Argo accepts what Stepwright calls an error. */
export interface Stricter {
  readonly code: ProblemCode
  /** What the message of the problem says, where not all problems of the code are meant. */
  readonly saying?: RegExp
  readonly reason: string
}

/** Argo refuses what Stepwright does not call an error. */
export interface Milder {
  /** Argo's message. */
  readonly message: RegExp
  /** What Stepwright says instead, if only that explains it. */
  readonly beside?: ProblemCode
  readonly reason: string
}

export const stricter: readonly Stricter[] = [
  {
    code: 'document-not-a-map',
    reason: 'Lint skips a document that is no map without a word. Nothing comes of it anywhere.',
  },
  {
    code: 'hook-expression-missing',
    reason:
      'Lint looks at hooks of steps only; the controller asks for the expression of every hook and fails the task.',
  },
  {
    code: 'depends-unreadable',
    reason:
      'Lint takes only the names of tasks out of a depends; the controller fails the workflow when it evaluates it.',
  },
  {
    code: 'expression-unreadable',
    reason:
      'Lint evaluates expressions with values that it makes up and forgives all that fails with them; a run ends where one cannot be read.',
  },
  {
    code: 'expression-unknown',
    reason:
      'Lint compiles no expression of a hook, an output or a label; the controller does, and ends in an error where a name is unknown.',
  },
  {
    code: 'expression-types',
    reason: 'The same, where operands are of types that the operator does not take.',
  },
  {
    code: 'expression-hyphen',
    reason: 'The same: what stands behind the hyphen is the name of nothing.',
  },
  {
    code: 'yaml-syntax',
    saying: /^Unexpected |^The indentation of this line fits no line above it/,
    reason:
      'Argo takes the blanks away with which a document begins, so that its first line may be indented further than the others, and the reader of Go takes a bracket that closes further to the left than YAML allows. No other reader does.',
  },
  { code: 'python', reason: 'Argo does not read scripts. Such a script fails as soon as it runs.' },
  {
    code: 'task-not-before',
    reason:
      'Lint knows the outputs of all tasks and asks only of arguments that begin with such a tag whether the task waits; the controller fills in what comes of tasks that are waited for, and tries again forever.',
  },
  {
    code: 'entrypoint-unknown',
    saying: /\{\{/,
    reason:
      'Of the entrypoint in another manifest lint says nothing where it is made of tags. Nothing fills them in, so the run finds no such template.',
  },
  {
    code: 'target-unknown',
    saying: /\{\{outputs\./,
    reason:
      'Lint takes tags that begin with outputs for those of metrics, wherever they stand. Nothing fills one in for a target, so the run finds no such task.',
  },
  {
    code: 'tag-unclosed',
    reason:
      'Lint looks for the end of a tag in the JSON of the template. Where it finds that of another tag, it takes all in between for a name, which it lets pass where names are not known before a run. The run looks there, too: the text stays as it is, and the other tag is not filled in.',
  },
  {
    code: 'step-sibling',
    reason:
      'Lint puts the outputs of a step into scope before its siblings, but the steps of a lane start together: the lane waits for itself forever.',
  },
]

export const milder: readonly Milder[] = [
  {
    message: /couldn't find (cluster )?workflow template "__argo__internal__placeholder/,
    reason:
      'A name made of a tag. Lint puts something in its place and, for tasks only, looks for that; a run puts in a name that may well be there.',
  },
  {
    message: /failed to resolve \{\{\s*workflow\.(outputs\.|failures)/,
    reason:
      'Outputs of the workflow, and what failed, are known to lint in the order in which it comes to templates. Stepwright refuses such a name only where nothing of the file can bring it.',
  },
  {
    message: /invalid memory address or nil pointer dereference/,
    reason:
      'Argo breaks down over a ClusterWorkflowTemplate that calls a template of a namespace. A run finds that in its own namespace.',
  },
  {
    message: /^nothing to judge: no document can be read$|Object 'Kind' is missing/,
    beside: 'no-workflow',
    reason:
      'A document that is no manifest of Argo’s is none of ours to refuse, also where nobody can read it.',
  },
  {
    message: /^nothing to judge$/,
    reason:
      'A file without a manifest of Argo’s is nothing for lint and fails it; for Stepwright it is a file that it has nothing to say about.',
  },
]
