import { printMocks, readMocksFile, type Mock } from '../../src/simulate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import { keptText, readRecord } from '../platform/index.ts'

/** So many files are remembered; who comes last stays longest. */
const MOST = 50
/** Characters for all files together: browsers give a few millions, and drafts want some of them. */
const ROOM = 500_000

const parameters = keptText(() => window.localStorage, 'stepwright.run-parameters')
const mocks = keptText(() => window.localStorage, 'stepwright.run-mocks')

/** Values for the parameters of a file that were given in this browser before; none if there are none. */
export function keptParameters(file: string): Readonly<Record<string, string>> {
  const found = readRecord(parameters)[file]
  if (typeof found !== 'object' || found === null) return {}
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]: readonly [string, unknown]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
}

/** Remembers the values of a file in this browser; gives whether it could. */
export function keepParameters(file: string, values: Readonly<Record<string, string>>): boolean {
  return keep(parameters, file, Object.keys(values).length === 0 ? undefined : values)
}

/** What steps of a file give in dry runs, as it was said in this browser before. */
export function keptMocks(file: string): readonly Mock[] {
  const text = readRecord(mocks)[file]
  return typeof text === 'string' ? readMocksFile(parseTree(text)).mocks : []
}

/** Remembers that; gives whether it could: there may be too much of it. */
export function keepMocks(file: string, said: readonly Mock[]): boolean {
  return keep(mocks, file, said.length === 0 ? undefined : printMocks(said))
}

/** Keeps what is new of a file, and of the others as many as there is room for. */
function keep(kept: typeof mocks, file: string, value: unknown): boolean {
  const others = Object.entries(readRecord(kept)).filter(([name]) => name !== file)
  const own = value === undefined ? [] : [[file, value] as const]
  const all = [...others.slice(1 - MOST), ...own]
  let text = JSON.stringify(Object.fromEntries(all))
  while (text.length > ROOM && all.length > own.length) {
    all.shift()
    text = JSON.stringify(Object.fromEntries(all))
  }
  return text.length <= ROOM && kept.write(all.length === 0 ? undefined : text)
}
