/** A program that runs a text. */
export interface Program {
  /** Before a text that is an argument. */
  readonly flag: string
  /** What a text says that asks for the file in which it stands. */
  readonly ownFile: RegExp
}

const shell: Program = { flag: '-c', ownFile: /\$0|\$\{0\}|BASH_SOURCE/ }
const python: Program = { flag: '-c', ownFile: /__file__|sys\.argv/ }
const node: Program = { flag: '-e', ownFile: /__filename|__dirname|process\.argv|import\.meta/ }
const perl: Program = { flag: '-e', ownFile: /\$0|__FILE__/ }

const programs: readonly (readonly [RegExp, Program])[] = [
  [/^(sh|bash|zsh|dash|ash|ksh)$/, shell],
  [/^python[\d.]*$/, python],
  [/^(node|nodejs)$/, node],
  [/^(perl|ruby)$/, perl],
]

/** How a program runs a text that it gets as an argument; nothing for programs of which that is not known. */
export function programOf(command: string | undefined): Program | undefined {
  const name = command?.split('/').at(-1) ?? ''
  return programs.find(([pattern]) => pattern.test(name))?.[1]
}

/** The longest single argument that Linux takes, with room for what the tags in it become. */
export const MAX_ARGUMENT: number = 100_000
