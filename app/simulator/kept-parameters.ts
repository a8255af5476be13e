import { keptText, readRecord } from '../platform/index.ts'

const KEY = 'stepwright.run-parameters'
/** So many files are remembered; who comes last stays longest. */
const MOST = 50

/** Values for the parameters of a file that were given in this browser before; none if there are none. */
export function keptParameters(file: string): Readonly<Record<string, string>> {
  const found = readRecord(storage())[file]
  if (typeof found !== 'object' || found === null) return {}
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]: readonly [string, unknown]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
}

/** Remembers the values of a file in this browser. */
export function keepParameters(file: string, values: Readonly<Record<string, string>>): void {
  const kept = storage()
  const others = Object.entries(readRecord(kept)).filter(([name]) => name !== file)
  kept.write(JSON.stringify(Object.fromEntries([...others.slice(1 - MOST), [file, values]])))
}

function storage() {
  return keptText(() => window.localStorage, KEY)
}
