import { settingField } from '../fix.ts'
import type { OwnRule } from '../scope.ts'

/** Where an input artifact comes from is said by who calls the template, or by a location. (Argo: validateInputs.) */
export const checkInputFrom: OwnRule = ({ inputs }) =>
  inputs.artifacts.flatMap(({ name = '', from = '' }, index) => {
    if (from === '') return []
    const path = ['inputs', 'artifacts', index, 'from']
    const message = `An input has no \`from\`. Say in the arguments of the steps that call this template where ${name} comes from, and remove it here.`
    const fixes = [settingField('Remove from', path, null)]
    return [{ code: 'input-from' as const, message, path, marks: 'key' as const, fixes }]
  })
