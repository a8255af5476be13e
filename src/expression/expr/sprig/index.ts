import type { GoFunction } from '../../go/values.ts'
import { chanceFunctions } from './chance.ts'
import { dateFunctions } from './dates.ts'
import { dictFunctions } from './dicts.ts'
import { listFunctions } from './lists.ts'
import { numberFunctions } from './numbers.ts'
import { pathFunctions } from './paths.ts'
import { regexpFunctions } from './regexps.ts'
import { stringFunctions } from './strings.ts'
import { functionsOf, refused } from './table.ts'
import { valueFunctions } from './values.ts'

const tables = [
  chanceFunctions,
  dateFunctions,
  dictFunctions,
  listFunctions,
  numberFunctions,
  pathFunctions,
  regexpFunctions,
  stringFunctions,
  valueFunctions,
]

const keys =
  'bcrypt htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey encryptAES decryptAES randBytes sha1sum sha256sum sha512sum'
const others =
  'getHostByName semver semverCompare urlParse urlJoin abbrev abbrevboth snakecase kebabcase wrap wrapWith divf'

/** Functions of Sprig that Argo has and the evaluator here refuses to guess at. */
export const unsupportedSprig: readonly string[] = [...keys.split(' '), ...others.split(' ')]

/** The names of all functions of Sprig that Argo offers: all but `env` and `expandenv`. */
export const sprigNames: readonly string[] = [
  ...tables.flatMap((table) => Object.keys(table)),
  ...unsupportedSprig,
].sort()

/** All functions of Sprig that Argo offers, ready to be called. */
export function sprigFunctions(): [string, GoFunction][] {
  return [
    ...tables.flatMap(functionsOf),
    ...refused(keys.split(' '), 'it makes keys and checksums.'),
    ...refused(others.split(' '), 'Sprig reads more into its arguments than is known here.'),
  ]
}
