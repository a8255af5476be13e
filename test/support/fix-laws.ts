import { expect } from 'vitest'
import { EditorSession } from '../../src/document/index.ts'
import { runCommand } from '../../src/edit/index.ts'
import {
  checkTree,
  usualSettings,
  type CheckSettings,
  type Fix,
  type Problem,
} from '../../src/validate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'

/** What a file becomes by a fix. */
export interface Fixed {
  readonly fix: Fix
  readonly text: string
}

/**
 * Makes each fix of each problem with a code, one at a time, and holds the laws: the problem is gone, no error came with the fix that was not
 * there, and undo gives the bytes of before. Gives the texts, for the test to look at.
 */
export function fixAll(
  text: string,
  code: string,
  settings: CheckSettings = usualSettings,
): readonly Fixed[] {
  const problems = checkTree(parseTree(text), [], settings)
  return problems
    .filter((problem) => problem.code === code)
    .flatMap((problem) =>
      (problem.fixes ?? []).map((fix) => ({ fix, text: fixOne(text, problem, fix, settings) })),
    )
}

function fixOne(text: string, problem: Problem, fix: Fix, settings: CheckSettings): string {
  const session = new EditorSession(text)
  const context = { tree: session.state.tree, document: problem.document }
  const edit = runCommand(context, fix.command, fix.args)
  if (!edit.ok) throw new Error(`${fix.title}: ${edit.error.message}`)
  session.dispatch({ changes: edit.value.changes, userEvent: 'command.fix' }, 0)
  const fixed = session.state.text
  expect(fixed, fix.title).not.toBe(text)
  const before = checkTree(parseTree(text), [], settings)
  const after = checkTree(session.state.tree, [], settings)
  expect(countOf(after, problem), `${fix.title}\n${fixed}`).toBeLessThan(countOf(before, problem))
  for (const other of after.filter(({ severity }) => severity === 'error'))
    expect(countOf(before, other), `${fix.title}: ${other.message}\n${fixed}`).toBeGreaterThan(0)
  session.undo(0)
  expect(session.state.text).toBe(text)
  return fixed
}

function countOf(problems: readonly Problem[], { code, message }: Problem): number {
  return problems.filter((other) => other.code === code && other.message === message).length
}
