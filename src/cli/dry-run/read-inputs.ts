import { gunzip } from 'node:zlib'
import { LineIndex } from '../../base/index.ts'
import {
  parseMoment,
  readEarlierRuns,
  readMocksFile,
  USUAL_NOW,
  type EarlierRun,
  type Mock,
  type ReadProblem,
} from '../../simulate/index.ts'
import { parseTree, type YamlTree } from '../../yaml/index.ts'
import { Misuse, type Terminal } from '../command-line.ts'
import { readSource } from '../files.ts'

/** A manifest and the files whose templates it may refer to. Throws a Misuse for what cannot be read or does not parse. */
export async function readSources(
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly { readonly name: string; readonly tree: YamlTree }[]> {
  const sources: { readonly name: string; readonly tree: YamlTree }[] = []
  for (const name of names) {
    const tree = parseTree((await readSource(name, terminal)).text)
    const broken = tree.problems.find(({ severity }) => severity === 'error')
    if (broken !== undefined)
      throw new Misuse(`${placeOf(name, tree, broken.range.from)}: ${broken.message}`)
    sources.push({ name, tree })
  }
  return sources
}

/** Mocks of files, those of the first before the others. Throws a Misuse for what they say that cannot be read. */
export async function readMockFiles(
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly Mock[]> {
  const mocks: Mock[] = []
  for (const name of names) {
    const tree = parseTree((await readSource(name, terminal)).text)
    const read = readMocksFile(tree)
    refuseProblems(name, tree, read.problems)
    mocks.push(...read.mocks)
  }
  return mocks
}

/** The most that packed nodes of a status may come to: what a cluster keeps has at most a megabyte packed. */
const MOST_UNPACKED = 256 * 2 ** 20

/** Earlier runs of files, whose durations count. Throws a Misuse for a file that has none. */
export async function readRunFiles(
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly EarlierRun[]> {
  const runs: EarlierRun[] = []
  for (const name of names) {
    const read = await readEarlierRuns((await readSource(name, terminal)).text, unzip)
    if (!read.ok) throw new Misuse(`${name}: ${read.error}`)
    runs.push(...read.value)
  }
  return runs
}

function unzip(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    gunzip(bytes, { maxOutputLength: MOST_UNPACKED }, (error, text) => {
      resolve(error === null ? text : undefined)
    })
  })
}

/** Throws a Misuse that says all that is wrong with a file. */
export function refuseProblems(
  name: string,
  tree: YamlTree,
  problems: readonly ReadProblem[],
): void {
  if (problems.length === 0) return
  const lines = problems.map(
    ({ range, message }) => `${placeOf(name, tree, range.from)}: ${message}`,
  )
  throw new Misuse(lines.join('\n'))
}

/** `FILE:LINE:COLUMN`, as editors and terminals know it. */
export function placeOf(name: string, tree: YamlTree, offset: number): string {
  const { line, column } = new LineIndex(tree.text).at(offset)
  return `${name}:${String(line)}:${String(column)}`
}

/** Reads `NAME=VALUE` words. Throws a Misuse for a word without `=`. */
export function readParameters(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=')
      if (at < 1) throw new Misuse(`--param is NAME=VALUE, not ${word}.`)
      return [word.slice(0, at), word.slice(at + 1)] as const
    }),
  )
}

/** Reads the word of `--now`; `clock` is the moment that it is. Throws a Misuse for anything else than a moment. */
export function readNow(word: string | undefined): number {
  if (word === undefined) return USUAL_NOW
  const moment = word === 'clock' ? Date.now() : parseMoment(word)
  if (moment === undefined)
    throw new Misuse(`--now is clock or a moment such as 2025-03-01T12:00:00Z, not ${word}.`)
  return moment
}

/** Reads the word of `--seed`; 1 unless told. Throws a Misuse for anything else than a whole number. */
export function readSeed(word: string | undefined): number {
  if (word === undefined) return 1
  const seed = Number(word)
  if (!/^\d+$/.test(word) || !Number.isSafeInteger(seed))
    throw new Misuse(`--seed is a whole number from 0 on, not ${word}.`)
  return seed
}
