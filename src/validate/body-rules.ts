import { checkArtifactPaths } from './rules/artifact-paths.ts'
import { checkInitContainers, checkReservedNames } from './rules/container-names.ts'
import { checkContainerSet } from './rules/container-set.ts'
import { checkEarlyOutputs } from './rules/early-outputs.ts'
import { checkDuplicatePorts } from './rules/duplicate-ports.ts'
import { checkInputEnums } from './rules/input-enum.ts'
import { checkInputFrom } from './rules/input-from.ts'
import { checkMetrics } from './rules/metrics.ts'
import { checkMisplacedFields } from './rules/misplaced-fields.ts'
import { checkMounts } from './rules/mounts.ts'
import { checkPortNames } from './rules/names.ts'
import { checkOutputSources } from './rules/output-sources.ts'
import { checkPodResources } from './rules/pod-resources.ts'
import { checkResource } from './rules/resource-template.ts'
import { checkRetryPolicy } from './rules/retry-policy.ts'
import { checkStorage } from './rules/storage.ts'
import { checkTemplateTypes } from './rules/template-types.ts'
import type { OwnRule } from './scope.ts'

/** Rules about what a template does, whether it stands in the list or in place. */
export const bodyRules: readonly OwnRule[] = [
  checkTemplateTypes,
  checkPortNames,
  checkDuplicatePorts,
  checkInputFrom,
  checkInputEnums,
  checkArtifactPaths,
  checkStorage,
  checkOutputSources,
  checkEarlyOutputs,
  checkMisplacedFields,
  checkRetryPolicy,
  checkPodResources,
  checkInitContainers,
  checkReservedNames,
  checkMounts,
  checkContainerSet,
  checkResource,
  checkMetrics,
]
