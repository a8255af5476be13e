import type { ContainerView } from './view.ts'

/** The languages that scripts are highlighted in. */
export type ScriptLanguage = 'python' | 'shell' | 'javascript' | 'plaintext'

const interpreters: readonly (readonly [RegExp, ScriptLanguage])[] = [
  [/^(python|pypy|ipython)[\d.]*$/, 'python'],
  [/^(sh|bash|zsh|dash|ash|ksh)$/, 'shell'],
  [/^(node|nodejs|deno|bun)$/, 'javascript'],
]

const images: readonly (readonly [RegExp, ScriptLanguage])[] = [
  [/(^|\/)(python|pypy|jupyter|conda|miniconda3?)(:|@|-|$)/, 'python'],
  [/(^|\/)(node|deno|bun)(:|@|-|$)/, 'javascript'],
  [/(^|\/)(bash|busybox|alpine|debian|ubuntu)(:|@|-|$)/, 'shell'],
]

/** The language of a script: what its command runs, else what its image is made for. */
export function scriptLanguage({
  command,
  image,
}: Pick<ContainerView, 'command' | 'image'>): ScriptLanguage {
  // `/usr/bin/env python3` runs the second word.
  for (const word of command) {
    const program = word.split('/').at(-1) ?? ''
    const found = interpreters.find(([pattern]) => pattern.test(program))
    if (found !== undefined) return found[1]
    if (program !== 'env' && !program.startsWith('-')) break
  }
  return images.find(([pattern]) => pattern.test(image ?? ''))?.[1] ?? 'plaintext'
}
