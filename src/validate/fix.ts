import type { Path } from '../base/index.ts'
import type { NodePlace, TemplateAddress } from '../argo/index.ts'
import type { JsonObject } from '../yaml/index.ts'

/** What mends a problem: a command of `src/edit` by its name, with its arguments, for the document that the problem is in. */
export interface Fix {
  /** What it does, as a button says it: “Call measure instead”. */
  readonly title: string
  readonly command: string
  readonly args: JsonObject
  /** Whether it may be made unasked: it means the same to Argo, or what the person wrote meant nothing. */
  readonly isSafe: boolean
}

/** Where what a rule was asked about is in its document. */
export interface FixPlace {
  readonly path: Path
  /** Its template, and its step or task, as commands take them. */
  readonly template: TemplateAddress | undefined
  readonly node: NodePlace | undefined
}

/** Works out a fix once it is known where the finding is; findings themselves are kept while nodes move. */
export type FixMaker = (place: FixPlace) => Fix

/** Sets a field below what the rule was asked about; null removes it. */
export function settingField(
  title: string,
  path: Path,
  value: JsonObject[string],
  isSafe = false,
): FixMaker {
  return (place) => ({
    title,
    command: 'setField',
    args: { path: [...place.path, ...path], value },
    isSafe,
  })
}

/** Gives a key below what the rule was asked about another name. */
export function renamingField(title: string, path: Path, name: string, isSafe = false): FixMaker {
  return (place) => ({
    title,
    command: 'renameField',
    args: { path: [...place.path, ...path], name },
    isSafe,
  })
}

/** Puts what the rule was asked about into quotes. */
export function quoting(isSafe = false): FixMaker {
  return ({ path }) => ({
    title: 'Quote it',
    command: 'quoteValue',
    args: { path: [...path] },
    isSafe,
  })
}
