import { isManifestKind, readManifest } from '../../argo/index.ts'
import { isTestFile, readTestFile } from '../../simulate/index.ts'
import {
  checkTests,
  checkTree,
  type CheckSettings,
  type Problem,
  type ProblemCode,
  type Severity,
} from '../../validate/index.ts'
import type { YamlTree } from '../../yaml/index.ts'
import type { CheckedFile, ParsedFile } from './checked-file.ts'

/** What is asked of a check of several files. */
export interface SetSettings extends CheckSettings {
  /** Other severities than those of the codes. */
  readonly severities: ReadonlyMap<ProblemCode, Severity>
}

/** Checks files as one set, as Argo's own lint does: each may refer to the templates of all others. */
export function checkSet(
  files: readonly ParsedFile[],
  settings: SetSettings,
): readonly CheckedFile[] {
  const libraries = files.filter(({ tree }) => isLibrary(tree))
  return files.map((file) => ({
    ...file,
    problems: checkFile(
      file,
      libraries.filter((other) => other !== file),
      settings,
    ),
  }))
}

/** Checks one file beside others that it may refer to; a file of tests by what tests may say. */
export function checkFile(
  { name, tree }: ParsedFile,
  others: readonly ParsedFile[],
  settings: SetSettings,
): readonly Problem[] {
  const found = isTestFile(name, tree.documents[0])
    ? checkTests(tree, (text) => readTestFile(text).problems, settings)
    : checkTree(tree, others, settings)
  return withSeverities(withoutEchoes(found), settings)
}

/** Problems with the severities that are asked for. */
export function withSeverities(
  problems: readonly Problem[],
  { severities }: SetSettings,
): readonly Problem[] {
  if (severities.size === 0) return problems
  return problems.map((problem) => ({
    ...problem,
    severity: severities.get(problem.code) ?? problem.severity,
  }))
}

/** Where a text is not YAML, the parser says it again of each token that follows; once is enough. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    ({ code, message }, index) =>
      code !== 'yaml-syntax' ||
      index === 0 ||
      !/^Unexpected .* token in YAML stream/s.test(message),
  )
}

/** Whether a file has templates that others may refer to. */
export function isLibrary({ documents }: YamlTree): boolean {
  return documents.some((document) => readManifest(document).kind?.endsWith('WorkflowTemplate'))
}

/** Whether a file has an object of Argo. */
export function holdsArgo({ documents }: YamlTree): boolean {
  return documents.some((document) => isManifestKind(readManifest(document).kind))
}

const KIND = /(^|[\s{,])["']?kind["']?[ \t]*:[ \t]*["']?(Cluster|Cron)?Workflow(Template)?\b/

/** Whether a text, which may be no YAML at all, looks like one with an object of Argo. */
export function looksLikeArgo(text: string): boolean {
  return KIND.test(text)
}
