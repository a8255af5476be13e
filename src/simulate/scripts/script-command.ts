import { scriptLanguage, type ScriptLanguage } from '../../argo/index.ts'
import { SCRIPT_PATH, type RunnableLanguage } from './script-run.ts'

/** What says which program a script or a container runs, as it is written or after substitution. */
export interface CommandLine {
  readonly command: readonly string[]
  readonly args: readonly string[]
  readonly image: string | undefined
  /** The body of a script template; a container has none. */
  readonly source: string | undefined
}

/** What a command line runs, and whether that can be run on the user's machine. */
export type ScriptCommand =
  | {
      readonly canRun: true
      readonly language: RunnableLanguage
      /** The body, or the program that stands on the command line itself. */
      readonly source: string
      /** What follows the program on the command line. */
      readonly args: readonly string[]
    }
  | {
      readonly canRun: false
      readonly language: ScriptLanguage
      /** Why not, for people: one sentence. */
      readonly reason: string
    }

interface Grammar {
  readonly language: RunnableLanguage
  readonly program: RegExp
  /** Options that change nothing which a script can see. */
  readonly idle: RegExp
  /** Options with a value as the next word, neither of which changes anything. */
  readonly idlePair: RegExp
  /** Options whose value is the program. */
  readonly inline: RegExp
}

const grammars: readonly Grammar[] = [
  {
    language: 'python',
    program: /^python[\d.]*$/,
    idle: /^-[uBEIsSqb]+$|^-[WX].+|^--check-hash-based-pycs=/,
    idlePair: /^-[WX]$/,
    inline: /^-[uBEIsSqb]*c$/,
  },
  {
    language: 'javascript',
    program: /^node(js)?$/,
    idle: /^--(no-(warnings|deprecation)|trace-\S+|max-old-space-size=.*|unhandled-rejections=.*|enable-source-maps|input-type=\w+|experimental-\S+)$/,
    idlePair: /^--(max-old-space-size|unhandled-rejections|input-type)$/,
    inline: /^(-e|--eval)$/,
  },
]

/**
 * What the main container of a script or container template runs. Argo puts the path of a script's file behind all other words (`command`, then `args`), so
 * args of a script stand before the file, and are options of the interpreter.
 */
export function scriptCommand(line: CommandLine): ScriptCommand {
  const language = scriptLanguage(line)
  const no = (reason: string): ScriptCommand => ({ canRun: false, language, reason })
  const { command, args, source } = line
  if (command.length === 0) return no('It has no command: what runs is decided by its image.')
  const words = [...command, ...args, ...(source === undefined ? [] : [SCRIPT_PATH])]
  const [program = '', ...rest] = withoutEnv(words)
  const name = program.split('/').at(-1) ?? ''
  const grammar = grammars.find((one) => one.program.test(name))
  if (grammar === undefined) {
    return no(
      language === 'shell'
        ? 'Shell scripts do not run in the dry run.'
        : `${name} does not run in the dry run, which has Python and the JavaScript of Node only.`,
    )
  }
  const read = readOptions(grammar, rest)
  if ('source' in read) return { canRun: true, language: grammar.language, ...read }
  if (read.unknown !== undefined) return no(`${name} ${read.unknown} does not run in the dry run.`)
  if (read.file === undefined)
    return no(`${name} reads its program from its standard input, which is empty.`)
  if (source === undefined || read.file !== SCRIPT_PATH) {
    return no(`${name} runs the file ${read.file}, which is in the image.`)
  }
  return { canRun: true, language: grammar.language, source, args: read.args }
}

type Options =
  | { readonly source: string; readonly args: readonly string[] }
  | { readonly unknown: string }
  | {
      readonly unknown: undefined
      readonly file: string | undefined
      readonly args: readonly string[]
    }

/** Reads the words behind the program up to the file that it runs. */
function readOptions(grammar: Grammar, words: readonly string[]): Options {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const next = words[i + 1]
    if (grammar.inline.test(word) && next !== undefined) {
      return { source: next, args: words.slice(i + 2) }
    }
    if (grammar.idlePair.test(word)) i += 1
    else if (word === '-' || !word.startsWith('-')) {
      const file = word === '-' ? undefined : word
      return { unknown: undefined, file, args: words.slice(i + 1) }
    } else if (!grammar.idle.test(word)) return { unknown: word }
  }
  return { unknown: undefined, file: undefined, args: [] }
}

/** `env python3` runs the second word. */
function withoutEnv(words: readonly string[]): readonly string[] {
  const isEnv = words[0] === 'env' || words[0]?.endsWith('/env') === true
  return isEnv ? words.slice(1) : words
}
