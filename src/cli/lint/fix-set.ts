import { createTwoFilesPatch } from 'diff'
import type { Terminal } from '../command-line.ts'
import { replaceFile } from '../files.ts'
import { checkFile, checkSet, isLibrary, type SetSettings } from './check-set.ts'
import { placeAt, type ParsedFile } from './checked-file.ts'
import { fixFile, type FixedFile, type Verdict } from '../../mend/index.ts'
import type { YamlTree } from '../../yaml/index.ts'
import { printable } from './source-lines.ts'

/** A file before its safe fixes and after them. */
export interface FixedPair {
  readonly before: ParsedFile
  readonly after: ParsedFile
  readonly made: FixedFile['made']
}

/** Makes the safe fixes of all files, one file after the other; each sees those before it as they are then. */
export function fixSet(files: readonly ParsedFile[], settings: SetSettings): readonly FixedPair[] {
  const current = [...files]
  return files.map((before, index) => {
    const judge = (tree: YamlTree): Verdict => {
      const others = current.filter((_, other) => other !== index)
      const libraries = others.filter((other) => isLibrary(other.tree))
      const own = checkFile({ ...before, tree }, libraries, settings)
      if (!isLibrary(tree)) return { own, elsewhere: [] }
      const all = checkSet([{ ...before, tree }, ...others], settings).slice(1)
      return { own, elsewhere: all.flatMap(({ problems }) => problems) }
    }
    const { tree, made } = fixFile(before.tree, judge)
    const after = { ...before, tree }
    current[index] = after
    return { before, after, made }
  })
}

/** Writes the files that are another now, and says what was done; the text of standard input is printed. */
export async function writeFixes(pairs: readonly FixedPair[], terminal: Terminal): Promise<void> {
  for (const { before, after, made } of pairs) {
    const { name } = before
    const { text } = after.tree
    if (name === '-') terminal.out(text)
    else if (text !== before.tree.text) await replaceFile(name, text)
    for (const { tree, problem, title } of made) {
      const { line, column } = placeAt(tree, problem.range.from)
      const place = `${name}:${String(line)}:${String(column)}`
      terminal.error(`${printable(`${place}: fixed: ${title}`)} [${problem.code}]\n`)
    }
  }
}

/** What fixes change, as a unified diff; empty when it is nothing. */
export function diffOf(pairs: readonly FixedPair[]): string {
  return pairs
    .filter(({ before, after }) => before.tree.text !== after.tree.text)
    .map(({ before, after }) =>
      createTwoFilesPatch(
        before.name,
        after.name,
        before.tree.text,
        after.tree.text,
        undefined,
        undefined,
        {
          headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
        },
      ),
    )
    .join('')
}
