import { usualSettings, type ProblemCode, type Severity } from '../../validate/index.ts'
import { Misuse, type Terminal } from '../command-line.ts'
import { readFormat, readOptions } from '../options.ts'
import type { SetSettings } from './check-set.ts'
import { findSettingsFile, noSettings, readSettingsFile } from './settings-file.ts'
import { choice, modes, severities, targets, toCode } from './words.ts'

export const formats = ['text', 'json', 'sarif', 'github'] as const

/** What a call of `lint` asks for. */
export interface LintRequest {
  readonly names: readonly string[]
  readonly format: (typeof formats)[number]
  readonly settings: SetSettings
  /** The least severity that is shown. */
  readonly least: Severity
  /** With more warnings than these the exit status is 1. */
  readonly maxWarnings: number
  /** Whether the safe fixes are made: in the files, or only shown. */
  readonly fixes: 'none' | 'write' | 'show'
  /** Whether files without an object of Argo are left out, even if they are named. */
  readonly skipsOthers: boolean
  /** Whether steps that run in no dry run are looked for. */
  readonly triesBranches: boolean
}

/** Said of the canvas, and nothing to whom it is no file in the designer. */
const ofTheDesigner: readonly ProblemCode[] = ['documents-several']

const options = {
  format: { type: 'string' },
  mode: { type: 'string' },
  target: { type: 'string' },
  off: { type: 'string', multiple: true },
  severity: { type: 'string' },
  'max-warnings': { type: 'string' },
  'allow-missing-refs': { type: 'boolean' },
  'skip-others': { type: 'boolean' },
  'no-branches': { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'list-rules': { type: 'boolean' },
} as const

/** Reads the words of a call, and the file with settings that holds for it. `rules`: only the rules are asked for. */
export async function readRequest(
  args: readonly string[],
  terminal: Terminal,
  usage: string,
): Promise<LintRequest | { readonly rules: LintRequest['format'] }> {
  const { values, positionals } = readOptions(args, options)
  const format = readFormat(values.format, formats)
  if (values['list-rules'] === true) return { rules: format }
  if (positionals.length === 0) throw new Misuse(`usage: stepwright ${usage}`)
  const fixes = values.fix === true ? 'write' : values['fix-dry-run'] === true ? 'show' : 'none'
  if (values.fix === true && values['fix-dry-run'] === true)
    throw new Misuse('Give --fix or --fix-dry-run, not both.')
  const printsText = fixes === 'show' || (fixes === 'write' && positionals.includes('-'))
  if (printsText && format !== 'text')
    throw new Misuse(`Standard output has the fixed text, so --format ${format} has no place.`)
  if (fixes === 'write' && positionals.includes('-') && positionals.length > 1)
    throw new Misuse('With --fix, standard input is the only file.')
  if (values.config !== undefined && values['no-config'] === true)
    throw new Misuse('Give --config or --no-config, not both.')
  const file = values.config ?? (await findSettingsFile(positionals))
  const given =
    file === undefined || values['no-config'] === true
      ? noSettings
      : await readSettingsFile(file, terminal)
  const mode = wordOf('--mode', values.mode, modes)
  const target = wordOf('--target', values.target, targets)
  const off = [
    ...ofTheDesigner,
    ...(values['allow-missing-refs'] === true ? (['template-ref-unknown'] as const) : []),
    ...given.off,
    ...(values.off ?? []).flatMap(readCodes),
  ]
  return {
    names: positionals,
    format,
    settings: {
      ...usualSettings,
      mode: mode ?? given.mode ?? usualSettings.mode,
      target: target ?? given.target ?? usualSettings.target,
      off: new Set(off),
      isOffline: true,
      severities: given.severity,
    },
    least: wordOf('--severity', values.severity, severities) ?? 'info',
    maxWarnings: readCount(values['max-warnings']),
    fixes,
    skipsOthers: values['skip-others'] === true,
    triesBranches: values['no-branches'] !== true,
  }
}

function wordOf<T extends string>(
  option: string,
  text: string | undefined,
  known: readonly T[],
): T | undefined {
  if (text === undefined) return undefined
  const found = choice(text, known)
  if (found === undefined) throw new Misuse(`${option} is one of ${known.join(', ')}, not ${text}.`)
  return found
}

function readCodes(list: string): readonly ProblemCode[] {
  return list
    .split(/[,\s]+/)
    .filter((code) => code !== '')
    .map((code) => {
      const found = toCode(code)
      if (!found.ok) throw new Misuse(`--off: ${found.error}`)
      return found.value
    })
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Infinity
  if (!/^\d+$/.test(text)) throw new Misuse(`--max-warnings is a number from 0, not ${text}.`)
  return Number(text)
}
