import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Misuse } from './command-line.ts'

type Options = NonNullable<ParseArgsConfig['options']>

interface Config<T extends Options> {
  args: string[]
  options: T
  allowPositionals: true
}

/** Parses the arguments of a command. Throws a Misuse for an option that it does not have. */
export function readOptions<T extends Options>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<Config<T>>> {
  try {
    return parseArgs<Config<T>>({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error))
  }
}

/** The value of `--format`; `text` where none is given. */
export function readFormat<T extends string>(
  format: string | undefined,
  known: readonly T[],
): T | 'text' {
  if (format === undefined || format === 'text') return 'text'
  const found = known.find((one) => one === format)
  if (found !== undefined) return found
  throw new Misuse(`--format is one of ${known.join(', ')}, not ${format}.`)
}
