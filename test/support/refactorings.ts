import { expect } from 'vitest'
import { readManifest, type ManifestView, type TemplateView } from '../../src/argo/index.ts'
import type { Command } from '../../src/edit/index.ts'
import { checkTree } from '../../src/validate/index.ts'
import { parseTree, type YamlTree } from '../../src/yaml/index.ts'
import { checkCommand, type LawOptions, type Outcome } from './command-laws.ts'
import { corpus } from './corpus.ts'

/** A template of the corpus. */
export interface TemplateCase {
  readonly file: string
  readonly tree: YamlTree
  readonly document: number
  readonly manifest: ManifestView
  readonly index: number
  readonly view: TemplateView
}

/** Every template of the corpus. */
export function templateCases(): readonly TemplateCase[] {
  return corpus('argo', 'hera').flatMap(({ name: file, text }) => {
    const tree = parseTree(text)
    return tree.documents.flatMap((root, document) => {
      const manifest = readManifest(root)
      return manifest.spec.templates.map((view, index) => ({
        file,
        tree,
        document,
        manifest,
        index,
        view,
      }))
    })
  })
}

/** How many errors of each code a tree has. */
export function errorsOf(tree: YamlTree): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code, severity } of checkTree(tree))
    if (severity === 'error') counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function messagesOf(tree: YamlTree, code: string): string {
  return checkTree(tree)
    .flatMap((problem) => (problem.code === code ? [problem.message] : []))
    .join(' ')
}

const known = new WeakMap<YamlTree, Record<string, number>>()

/** No code has more errors after an edit than before; but what is wrong with a field goes where it goes, and in a step Argo does not mind. */
export function expectNoNewErrors(before: YamlTree, after: YamlTree): void {
  const old = known.get(before) ?? errorsOf(before)
  known.set(before, old)
  for (const [code, count] of Object.entries(errorsOf(after)))
    if (!code.startsWith('field-'))
      expect(count, `${code}: ${messagesOf(after, code)}\n${after.text}`).toBeLessThanOrEqual(
        old[code] ?? 0,
      )
}

/** Runs a command where it does not refuse, with the laws of every edit and without new errors. Undefined for a refusal, which must be a sentence. */
export function attempt<Args>(
  tree: YamlTree,
  document: number,
  command: Command<Args>,
  args: Args,
  options: LawOptions = {},
): Outcome | undefined {
  const result = command({ tree, document }, args)
  if (!result.ok) {
    expect(result.error.message).toMatch(/^\S.*[.!?]$/s)
    return undefined
  }
  const outcome = checkCommand(tree.text, document, command, args, { tree, ...options })
  expectNoNewErrors(tree, outcome.tree)
  return outcome
}

/** Runs a check on every case; what fails says in which file. */
export function forEachCase<T extends { readonly file: string }>(
  cases: readonly T[],
  check: (target: T) => void,
): void {
  for (const target of cases) {
    try {
      check(target)
    } catch (error) {
      throw error instanceof Error
        ? new Error(`${target.file}: ${error.message}`, { cause: error })
        : error
    }
  }
}
