import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'

const API_VERSION = 'argoproj.io/v1alpha1'

/**
 * The API version of a manifest. Argo reads the manifest by its kind and puts the version right when it creates it; kubectl takes the version
 * at its word. One with several slashes is none at all. (apimachinery: `ParseGroupVersion`.)
 */
export const checkApiVersion: DocumentRule = ({ manifest }) => {
  const { apiVersion, kind = '' } = manifest
  if (apiVersion === undefined || apiVersion === API_VERSION) return []
  const isNone = apiVersion.split('/').length > 2
  const outcome = isNone ? 'Argo cannot read the file' : 'kubectl does not find the kind'
  const message = `There is no ${kind} in \`${apiVersion}\`, so ${outcome}. Write \`${API_VERSION}\`.`
  const fixes = [settingField(`Write ${API_VERSION}`, ['apiVersion'], API_VERSION, true)]
  const finding: Finding = { code: 'api-version', message, path: ['apiVersion'], fixes }
  return [isNone ? { ...finding, severity: 'error' } : finding]
}
