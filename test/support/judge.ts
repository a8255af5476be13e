import { expect } from 'vitest'
import { readManifest } from '../../src/argo/index.ts'
import { EditorSession } from '../../src/document/index.ts'
import { runCommand } from '../../src/edit/index.ts'
import { graphOf } from '../../src/graph/index.ts'
import { layoutLanes } from '../../src/layout/index.ts'
import { checkTree } from '../../src/validate/index.ts'
import { locate, parseTree, wholeAt, type YamlTree } from '../../src/yaml/index.ts'
import { commentsOf, valueOf } from './command-laws.ts'
import { Random } from './random.ts'
import { worldOf } from './random-arguments.ts'
import { draws } from './random-draws.ts'

/** A command with the number from which its arguments follow. */
export interface Asked {
  readonly id: string
  readonly seed: number
}

/** How often each command was done, and refused. */
export interface Tally {
  readonly done: Map<string, number>
  readonly refused: Map<string, number>
}

/** Commands that take nothing away: every comment is still there. */
const keeping = /^(add|insert|move|rename(?!Field)|setEntrypoint)/

/**
 * Runs commands on a text, one after the other, and checks after each what holds for every edit; in the end that undo goes all the way back
 * and redo comes here again.
 */
export function judge(text: string, commands: readonly Asked[], { done, refused }: Tally): void {
  const session = new EditorSession(text)
  let steps = 0
  for (const [index, { id, seed }] of commands.entries()) {
    const before = session.state
    const random = new Random(seed)
    const world = worldOf(before.tree, random)
    const { args, intended } = draws[id]?.(world, random) ?? { args: {} }
    const context = (): string =>
      `${id} ${JSON.stringify({ document: world.document, args })}\n${before.text}\n=>\n${session.state.text}`
    const first = runCommand(world, id, args)
    // Where it asks, it is told one way or the other.
    const choice = first.ok ? undefined : random.of(first.error.shared?.choices ?? [])
    const result = choice === undefined ? first : runCommand(world, id, { ...args, shared: choice })
    const tally = result.ok ? done : refused
    tally.set(id, (tally.get(id) ?? 0) + 1)
    if (!result.ok) {
      expect(result.error.message, context()).toMatch(/^[\s\S]{8,}[.!?]$/)
      continue
    }
    const { changes, selection = [] } = result.value
    if (changes.length > 0) steps++
    session.dispatch({ changes, userEvent: id }, index * 100_000)
    const { tree } = session.state
    expectSound(before.tree, tree, context)
    if (keeping.test(id)) expectComments(before.text, session.state.text, context)
    expectLineBreaks(before.text, session.state.text, context)
    for (const address of selection) expect(locate(tree, address), context()).toBeDefined()
    for (const other of before.tree.documents.keys()) {
      const isPart = wholeAt(before.tree, other) === wholeAt(before.tree, world.document)
      if (!isPart && !id.endsWith('Document'))
        expect(valueAt(tree, other), context()).toEqual(valueAt(before.tree, other))
    }
    // Where there are anchors, an edit of one place may well change others.
    const isPlain = before.tree.documents[world.document]?.hasAnchors === false
    const old = valueAt(before.tree, world.document)
    const wanted = isPlain && old !== undefined ? intended?.(old) : undefined
    if (wanted !== undefined) expect(valueAt(tree, world.document), context()).toEqual(wanted)
  }
  expectReversible(session, text, steps)
}

/** The incremental tree, and all that is derived of it, is that of the fresh text, which has no new errors. */
function expectSound(before: YamlTree, tree: YamlTree, context: () => string): void {
  const fresh = parseTree(tree.text)
  expect(fresh.problems.length, context()).toBeLessThanOrEqual(before.problems.length)
  if (JSON.stringify(fresh) !== JSON.stringify(tree)) expect(tree, context()).toEqual(fresh)
  const [derived, again] = [derive(tree), derive(fresh)]
  if (derived !== again) expect(JSON.parse(derived), context()).toEqual(JSON.parse(again))
}

function derive(tree: YamlTree): string {
  const pictures = tree.documents.flatMap((document) => {
    const manifest = readManifest(document)
    return manifest.spec.templates.map((_, template) => {
      const graph = graphOf(manifest, template)
      return 'lanes' in graph ? [layoutLanes(graph), graph.lanes] : graph
    })
  })
  return JSON.stringify([checkTree(tree), pictures])
}

function valueAt(tree: YamlTree, document: number) {
  try {
    return valueOf(tree, document)
  } catch {
    return undefined
  }
}

function expectComments(before: string, after: string, context: () => string): void {
  const left = [...commentsOf(after)]
  for (const comment of commentsOf(before)) {
    const at = left.indexOf(comment)
    expect(at, `${comment} is lost: ${context()}`).toBeGreaterThanOrEqual(0)
    left.splice(at, 1)
  }
}

function expectLineBreaks(before: string, after: string, context: () => string): void {
  if (/\r\n/.test(before) && !/[^\r]\n|^\n/.test(before))
    expect(after, context()).not.toMatch(/[^\r]\n|^\n/)
  if (/\n/.test(before) && !before.includes('\r')) expect(after, context()).not.toContain('\r')
}

/** Undo all the way back gives the first bytes, redo the last ones. */
function expectReversible(session: EditorSession, first: string, steps: number): void {
  const last = session.state.text
  let undone = 0
  while (session.undo(0)) undone++
  expect(undone).toBe(steps)
  expect(session.state.text).toBe(first)
  while (session.redo(0));
  expect(session.state.text).toBe(last)
}
