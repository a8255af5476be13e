import { isManifestKind, readManifest, type TemplateSource } from '../argo/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import { checkTemplate } from './check-template.ts'
import { shownProblems, syntaxProblems } from './check-text.ts'
import { placed, placedGroups } from './placed.ts'
import { findingBelow, type Finding, type Problem } from './problem.ts'
import { checkArgumentTags } from './rules/argument-tags.ts'
import { checkArguments } from './rules/arguments.ts'
import { checkWorkflowConversions } from './rules/conversions.ts'
import { checkUnusedArguments } from './rules/unused-arguments.ts'
import { checkApiVersion } from './rules/api-version.ts'
import { checkBinding } from './rules/bindings.ts'
import { checkCron } from './rules/cron.ts'
import { checkExecutorPlugins } from './rules/executor-plugins.ts'
import { checkWorkflowHooks } from './rules/hooks.ts'
import { checkObjectName, checkObjectNameShape } from './rules/object-name.ts'
import { checkPodGc } from './rules/pod-gc.ts'
import { checkWorkflowPodResources } from './rules/pod-resources.ts'
import { checkTemplatesBesideRef } from './rules/templates-beside-ref.ts'
import { checkRecursion } from './rules/endless-recursion.ts'
import { checkDocuments } from './rules/documents.ts'
import { checkDuplicateManifests } from './rules/duplicate-manifests.ts'
import { checkDuplicateTemplates } from './rules/duplicates.ts'
import { checkEntrypoint, checkExitHandler } from './rules/entrypoint.ts'
import { checkWorkflowExpressions } from './rules/expressions.ts'
import { checkFields } from './rules/fields.ts'
import { checkWorkflowHookTemplates } from './rules/hook-templates.ts'
import { checkHeldLocks } from './rules/held-locks.ts'
import { checkJson } from './rules/json.ts'
import { checkWorkflowArguments } from './rules/missing-arguments.ts'
import { checkSchedules } from './rules/schedules.ts'
import { checkWorkflowSecrets } from './rules/secrets.ts'
import { checkManifestShape } from './rules/shapes.ts'
import { checkUnsafeEntrypointValues } from './rules/unsafe-values.ts'
import { checkEntrypointEnums } from './rules/input-enum.ts'
import { checkSurplusHookArguments } from './rules/surplus-arguments.ts'
import { checkWorkflowArtifacts } from './rules/crd-artifacts.ts'
import { checkWorkflowLimits } from './rules/crd-limits.ts'
import { checkScheduleForms } from './rules/crd-schedules.ts'
import { checkWorkflowValues } from './rules/crd-values.ts'
import { checkVolumes } from './rules/volumes.ts'
import { checkTemplateRefs } from './rules/template-refs.ts'
import { usualSettings, type CheckSettings } from './settings.ts'
import { scopeOf, type DocumentRule, type DocumentScope } from './scope.ts'

const documentRules: readonly DocumentRule[] = [
  checkApiVersion,
  checkManifestShape,
  checkObjectName,
  checkObjectNameShape,
  checkRecursion,
  checkHeldLocks,
  checkTemplatesBesideRef,
  checkEntrypoint,
  checkExitHandler,
  checkWorkflowHooks,
  checkExecutorPlugins,
  checkPodGc,
  checkWorkflowPodResources,
  checkWorkflowArguments,
  checkArguments,
  checkArgumentTags,
  checkSchedules,
  checkWorkflowConversions,
  checkWorkflowExpressions,
  checkWorkflowHookTemplates,
  checkSurplusHookArguments,
  checkUnusedArguments,
  checkVolumes,
  checkWorkflowArtifacts,
  checkWorkflowLimits,
  checkWorkflowValues,
  checkScheduleForms,
  checkEntrypointEnums,
  checkUnsafeEntrypointValues,
  checkWorkflowSecrets,
  checkCron,
  checkDuplicateTemplates,
  checkFields,
]

/**
 * Everything that is wrong with a file, in the order of its text. While the text is not YAML, only that is said. What is found
 * for a node is kept with it, so checking again after an edit looks at little more than what the edit changed.
 * References to other manifests are looked up in `others`, the other files that are open, as well.
 */
export function checkTree(
  tree: YamlTree,
  others: readonly TemplateSource[] = [],
  settings: CheckSettings = usualSettings,
): Problem[] {
  const syntax = syntaxProblems(tree)
  if (syntax.isBroken) return syntax.problems
  const problems = checkDocuments(tree).map((finding) => placed(tree, finding.document, finding))
  const among = [
    ...checkTemplateRefs(tree, others, settings),
    ...checkDuplicateManifests(tree, others, settings),
  ]
  for (const [document, root] of tree.documents.entries()) {
    for (const finding of among.filter((one) => one.document === document))
      problems.push(placed(tree, document, finding, readManifest(root)))
    // Those of a list's items are found in the list.
    const scope = scopeOf(tree, document, settings, others)
    const kind = scope?.manifest.kind
    const isManifest = isManifestKind(kind)
    if (root.outer === undefined) {
      const isForeign = kind !== undefined && !isManifest
      for (const finding of checkJson(root))
        problems.push(placed(tree, document, isForeign ? mild(finding) : finding))
    }
    if (scope !== undefined && !isManifest)
      for (const finding of checkBinding(root, scope.reader, settings.target))
        problems.push(placed(tree, document, finding))
    if (scope !== undefined && isManifest) problems.push(...checkManifest(tree, document, scope))
  }
  return shownProblems(tree, [...syntax.problems, ...problems], settings)
}

function checkManifest(tree: YamlTree, document: number, scope: DocumentScope): Problem[] {
  const { manifest } = scope
  const { spec, specPath } = manifest
  const findings = documentRules.flatMap((rule) => rule(scope))
  const ofGroups: Problem[] = []
  for (const [index, template] of spec.templates.entries()) {
    const path = [...specPath, 'templates', index]
    const { around, groups } = checkTemplate(template, scope)
    for (const finding of around) findings.push(findingBelow(path, finding))
    ofGroups.push(...placedGroups({ tree, document, manifest, path }, template, groups))
  }
  return [...findings.map((finding) => placed(tree, document, finding, manifest)), ...ofGroups]
}

/** In a document that Argo skips nothing is an error. */
function mild(finding: Finding): Finding {
  return { ...finding, severity: 'warning' }
}
