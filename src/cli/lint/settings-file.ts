import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isDynamicPattern } from 'tinyglobby'
import { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { CheckMode, ProblemCode, Severity } from '../../validate/index.ts'
import type { ArgoVersion } from '../../schema/index.ts'
import { locate, locateKey, parseTree, type Located, type YamlTree } from '../../yaml/index.ts'
import { Misuse, type Terminal } from '../command-line.ts'
import { readSource } from '../files.ts'
import { placeAt, shortName } from './checked-file.ts'
import { choice, modes, notAmong, severities, targets, toCode } from './words.ts'

/** The name of a file with settings. */
export const SETTINGS_FILE = '.stepwright.yaml'

/** What a file with settings says; what it does not say is absent. */
export interface FileSettings {
  readonly target?: ArgoVersion
  readonly mode?: CheckMode
  readonly off: readonly ProblemCode[]
  readonly severity: ReadonlyMap<ProblemCode, Severity>
}

export const noSettings: FileSettings = { off: [], severity: new Map() }

/** Reads a file with settings. Throws a Misuse that says where for whatever in it means nothing. */
export async function readSettingsFile(name: string, terminal: Terminal): Promise<FileSettings> {
  const { text } = await readSource(name, terminal)
  return readSettings(text, shortName(name))
}

/** The file with settings for the files that are named: in the innermost folder that holds them all, or in the next one above it that has one. */
export async function findSettingsFile(names: readonly string[]): Promise<string | undefined> {
  const folders = await Promise.all(names.map(folderOf))
  let folder = folders.reduce(commonFolder)
  for (;;) {
    const file = join(folder, SETTINGS_FILE)
    if (existsSync(file)) return file
    if (dirname(folder) === folder) return undefined
    folder = dirname(folder)
  }
}

async function folderOf(name: string): Promise<string> {
  if (name === '-') return process.cwd()
  const info = await stat(name).catch(() => undefined)
  if (info?.isDirectory() === true) return resolve(name)
  const parts = name.split('/')
  const firstPattern = info === undefined ? parts.findIndex((part) => isDynamicPattern(part)) : -1
  const folder = firstPattern < 0 ? dirname(name) : parts.slice(0, firstPattern).join('/')
  return resolve(folder === '' && name.startsWith('/') ? '/' : folder)
}

function commonFolder(a: string, b: string): string {
  let common = a
  while (b !== common && !b.startsWith(common.endsWith('/') ? common : join(common, '/')))
    common = dirname(common)
  return common
}

/** Reads the text of a file with settings; `name` is for messages. */
export function readSettings(text: string, name: string): FileSettings {
  const tree = parseTree(text)
  const [broken] = tree.problems
  if (broken !== undefined) throw misuseAt(tree, name, broken.range.from, broken.message)
  const [document, second] = tree.documents
  if (document === undefined || document.root.kind === 'empty') return noSettings
  if (second !== undefined) throw misuseAt(tree, name, second.at, 'Settings are one document.')
  const reader = new SettingsReader(tree, name)
  const known = ['target', 'mode', 'off', 'severity'] as const
  const given = reader.keys([], known)
  return {
    ...(given.includes('target') ? { target: reader.choice(['target'], targets) } : {}),
    ...(given.includes('mode') ? { mode: reader.choice(['mode'], modes) } : {}),
    off: given.includes('off') ? reader.codes(['off']) : [],
    severity: new Map(
      given.includes('severity')
        ? reader
            .entries(['severity'])
            .map(([key, path]) => [reader.code(key, path), reader.choice(path, severities)])
        : [],
    ),
  }
}

/** Reads parts of a file with settings; what is not as it should be is a Misuse with the place. */
class SettingsReader {
  private readonly tree: YamlTree
  private readonly name: string
  private readonly fields: FieldReader

  constructor(tree: YamlTree, name: string) {
    this.tree = tree
    this.name = name
    this.fields = new FieldReader(tree.documents[0])
  }

  /** The keys of the map at a path, all of which must be known. */
  keys<T extends string>(path: Path, known: readonly T[]): readonly T[] {
    return this.entries(path).map(([key, at]) => {
      const found = known.find((one) => one === key)
      if (found === undefined) this.fail(at, notAmong('setting', key, known), 'key')
      return found
    })
  }

  /** The keys of a map with the paths of their values. */
  entries(path: Path): readonly (readonly [key: string, path: Path])[] {
    const { node } = this.at(path)
    if (node.kind !== 'map') this.fail(path, 'Settings are a map, as in `target: "4.1"`.')
    return this.fields.keys(node).map((key) => [key, [...path, key]])
  }

  /** One of some words. */
  choice<T extends string>(path: Path, known: readonly T[]): T {
    const text = this.fields.textOf(this.at(path).node) ?? ''
    return choice(text, known) ?? this.fail(path, `It is one of ${known.join(', ')}.`)
  }

  /** A list of codes. */
  codes(path: Path): readonly ProblemCode[] {
    const { node } = this.at(path)
    if (node.kind !== 'seq') this.fail(path, 'It is a list of codes, as in `[field-unknown]`.')
    return this.fields.texts(node).map((code, index) => this.code(code, [...path, index]))
  }

  /** A code; `path` is where it, or its value, stands. */
  code(text: string, path: Path): ProblemCode {
    const found = toCode(text)
    return found.ok ? found.value : this.fail(path, found.error, 'key')
  }

  private at(path: Path): Located {
    const found = locate(this.tree, { document: 0, path })
    return found ?? this.fail([], 'It cannot be read.')
  }

  private fail(path: Path, message: string, marks: 'key' | 'value' = 'value'): never {
    const parent = locate(this.tree, { document: 0, path: path.slice(0, -1) })
    const key = path.at(-1)
    const ofKey =
      marks === 'key' && typeof key === 'string' && parent?.node.kind === 'map'
        ? locateKey({ ...parent, node: parent.node }, key)
        : undefined
    const place = ofKey ?? locate(this.tree, { document: 0, path })
    throw misuseAt(this.tree, this.name, place?.start ?? 0, message)
  }
}

function misuseAt(tree: YamlTree, name: string, offset: number, message: string): Misuse {
  const { line, column } = placeAt(tree, offset)
  return new Misuse(`${name}:${String(line)}:${String(column)}: ${message}`)
}
