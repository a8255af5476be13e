import { problemCodes, type Problem } from '../../src/validate/index.ts'
import { lineEnd, lineStart } from '../../src/yaml/index.ts'
import {
  ignoreProblem,
  mend,
  mendAlike,
  type Designer,
  type ProblemSource,
} from '../store/index.ts'
import { markersOf } from './markers.ts'
import type { ModelLink } from './model-link.ts'
import type { Monaco, MonacoCodeAction, MonacoRange } from './monaco-types.ts'
import { escaped } from './words.ts'

let count = 0

/** Says what rule a marked place breaks, and offers what mends it at the light bulb. Gives back what ends that. */
export function offerProblemHelp(
  monaco: Monaco,
  designer: Designer,
  source: ProblemSource,
  { model, sync }: ModelLink,
): () => void {
  const only = { scheme: model.uri.scheme, pattern: model.uri.path }
  const command = `stepwright.mend.${String(++count)}`
  /** Those whose ranges count in the text that is shown. */
  const present = (): readonly Problem[] => {
    const { list, tree } = source.getSnapshot()
    return tree.text === sync.text ? list : []
  }
  const offered = new Offered()
  const action = (
    problem: Problem,
    title: string,
    run: () => void,
    isPreferred = false,
  ): MonacoCodeAction => ({
    title,
    kind: 'quickfix',
    isPreferred,
    diagnostics: markersOf(monaco.MarkerSeverity, sync, [problem]),
    command: { id: command, title, arguments: [offered.add(run)] },
  })
  const ends = [
    monaco.editor.registerCommand(command, (_accessor: unknown, run: unknown) => {
      if (typeof run === 'number') offered.run(run)
    }),
    monaco.languages.registerCodeActionProvider(only, {
      provideCodeActions: (_, range) => {
        const found = inLines(sync.text, present(), offsetsOf(sync, range))
        const fixes = found.flatMap((problem) =>
          (problem.fixes ?? []).map((fix) =>
            action(problem, fix.title, () => mend(designer, source, problem, fix), fix.isSafe),
          ),
        )
        const off = found.flatMap((problem) => [
          ...(alike(present(), problem) > 1
            ? [
                action(problem, `Fix all of this kind: ${problem.code}`, () =>
                  mendAlike(designer, source, problem.code),
                ),
              ]
            : []),
          action(problem, `Turn off here: ${problem.code}`, () =>
            ignoreProblem(designer, source, problem, 'here'),
          ),
        ])
        return { actions: [...fixes, ...off], dispose: () => undefined }
      },
    }),
    monaco.languages.registerHoverProvider(only, {
      provideHover: (_, position) => {
        const offset = sync.map.offsetAt(position)
        const found = present().filter(
          ({ range: { from, to }, code }) =>
            from <= offset && offset <= to && !code.startsWith('yaml-'),
        )
        const codes = [...new Set(found.map(({ code }) => code))]
        if (codes.length === 0) return null
        const contents = codes.map((code) => ({
          value: `**${code}** — ${escaped(problemCodes[code].about)}`,
        }))
        return { contents }
      },
    }),
  ]
  return () => ends.forEach((end) => end.dispose())
}

/** What was offered lately, by numbers: a command is given no functions. */
class Offered {
  private readonly runs = new Map<number, () => void>()
  private count = 0

  add(run: () => void): number {
    this.count += 1
    this.runs.set(this.count, run)
    this.runs.delete(this.count - REMEMBERED)
    return this.count
  }

  run(id: number): void {
    this.runs.get(id)?.()
  }
}

/** More than any list that is still open can have. */
const REMEMBERED = 1000

function offsetsOf(
  { map }: ModelLink['sync'],
  { startLineNumber, startColumn, endLineNumber, endColumn }: MonacoRange,
) {
  return {
    from: map.offsetAt({ lineNumber: startLineNumber, column: startColumn }),
    to: map.offsetAt({ lineNumber: endLineNumber, column: endColumn }),
  }
}

/** The problems that begin in the lines of a range, those that it touches first. */
function inLines(
  text: string,
  problems: readonly Problem[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Problem[] {
  const [start, end] = [lineStart(text, from), lineEnd(text, to)]
  const found = problems.filter(({ range }) => range.from >= start && range.from <= end)
  const isTouched = ({ range }: Problem): boolean => range.from <= to && from <= range.to
  return [...found.filter(isTouched), ...found.filter((problem) => !isTouched(problem))]
}

/** How many problems could be mended with this one at once. */
function alike(problems: readonly Problem[], { code }: Problem): number {
  return problems.filter(
    (other) => other.code === code && other.fixes?.some(({ isSafe }) => isSafe) === true,
  ).length
}
