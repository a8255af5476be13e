import { describe, expect, it } from 'vitest'
import { readManifest, stepPath, type ManifestView } from '../../../src/argo/index.ts'
import {
  deleteStep,
  duplicateStep,
  moveStep,
  renameStep,
  setWhen,
} from '../../../src/edit/index.ts'
import { locate, parseTree, type JsonValue, type YamlTree } from '../../../src/yaml/index.ts'
import { checkCommand, commentsOf, valueOf } from '../../support/command-laws.ts'
import { corpus } from '../../support/corpus.ts'
import { withChanged } from '../../support/paths.ts'

type Json = Record<string, JsonValue>

interface Case {
  readonly file: string
  readonly tree: YamlTree
  readonly document: number
  readonly manifest: ManifestView
  readonly template: number
  readonly lane: number
  readonly index: number
  readonly name: string
}

/** Every step of every steps template of the corpus. */
const cases: readonly Case[] = corpus('argo', 'hera').flatMap(({ name: file, text }) => {
  const tree = parseTree(text)
  return tree.documents.flatMap((root, document) => {
    const manifest = readManifest(root)
    return manifest.spec.templates.flatMap((view, template) =>
      view.lanes.flatMap(({ steps }, lane) =>
        steps.map(({ name = '' }, index) => ({
          file,
          tree,
          document,
          manifest,
          template,
          lane,
          index,
          name,
        })),
      ),
    )
  })
})

/** The address of a case by names, as the command line gives it; by place where names do not tell. */
function addressOf({ manifest, template, lane, index, name }: Case) {
  const view = manifest.spec.templates[template]
  const isFirst =
    manifest.spec.templates.findIndex((other) => other.name === view?.name) === template
  return isFirst && view?.name !== undefined && name !== ''
    ? { template: view.name, step: name }
    : { template, lane, index }
}

/** Changes the lanes of a case's template in the value of its document. */
function withLanes(target: Case, change: (lanes: Json[][]) => Json[][]): JsonValue {
  const path = [...target.manifest.specPath, 'templates', target.template, 'steps']
  return withChanged(valueOf(target.tree, target.document), path, (old) =>
    change(structuredClone(old) as Json[][]),
  )
}

function each(title: string, check: (target: Case) => void): void {
  it(
    title,
    () => {
      for (const target of cases) {
        try {
          check(target)
        } catch (error) {
          const where = `${target.file} ${JSON.stringify(addressOf(target))}`
          throw error instanceof Error
            ? new Error(`${where}: ${error.message}`, { cause: error })
            : error
        }
      }
    },
    120_000,
  )
}

/** Texts outside the lines that a command concerns are the same; here for those of a step. */
function expectFew(lines: readonly string[], most: number): void {
  expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(most)
}

describe('every step of the corpus', () => {
  it('is there', () => {
    if (corpus('argo').length > 0) expect(cases.length).toBeGreaterThan(300)
  })

  each('is renamed, and its references follow', (target) => {
    const { tree, document, name } = target
    const { text } = tree
    const renamed = 'renamed77'
    const out = checkCommand(
      text,
      document,
      renameStep,
      { ...addressOf(target), name: renamed },
      {
        tree,
        keepsComments: !commentsOf(text).some((comment) => comment.includes(name)),
      },
    )
    // Turning the name back gives the file again, so nothing but names has changed.
    expect(out.text.replaceAll(renamed, name)).toBe(text)
    expect(out.text.replaceAll(/#.*/g, '')).not.toMatch(
      new RegExp(`steps(\\.|\\[['"])${name}['"\\].]`),
    )
    expect(out.removed).toHaveLength(out.added.length)
  })

  each('gets a condition', (target) => {
    const { tree, document, lane, index } = target
    for (const when of ['"{{steps.a.outputs.result}}" == "heads"', '1 > 0']) {
      const args = { ...addressOf(target), when }
      const out = checkCommand(tree.text, document, setWhen, args, { tree, keepsComments: true })
      expect(valueOf(out.tree, document)).toEqual(
        withLanes(target, (lanes) => {
          const step = lanes[lane]?.[index]
          if (step !== undefined) step['when'] = when
          return lanes
        }),
      )
      expectFew(out.added, 1)
      expectFew(out.removed, linesOf(target, 'when'))
      const back = checkCommand(out.text, document, setWhen, { ...args, when: null })
      expect(valueOf(back.tree, document)).toEqual(
        withLanes(target, (lanes) => {
          delete lanes[lane]?.[index]?.['when']
          return lanes
        }),
      )
    }
  })

  each('moves one lane down', (target) => {
    const { tree, document, lane, index } = target
    const { manifest, template } = target
    const lanes = manifest.spec.templates[template]?.lanes ?? []
    const args = { ...addressOf(target), to: 'down' as const }
    if (lane === lanes.length - 1 && lanes[lane]?.steps.length === 1) {
      const { ok } = moveStep({ tree, document }, args)
      expect(ok).toBe(false)
      return
    }
    const out = checkCommand(tree.text, document, moveStep, args, { tree, keepsComments: true })
    expect(valueOf(out.tree, document)).toEqual(
      withLanes(target, (before) => {
        const [step = {}] = before[lane]?.splice(index, 1) ?? []
        if (lane + 1 === before.length) before.push([step])
        else before[lane + 1]?.push(step)
        return before.filter((steps) => steps.length > 0)
      }),
    )
  })

  each('is duplicated', (target) => {
    const { tree, document, lane, index, name } = target
    const args = { ...addressOf(target), name: 'the-copy' }
    const out = checkCommand(tree.text, document, duplicateStep, args, { tree })
    expect(valueOf(out.tree, document)).toEqual(
      withLanes(target, (lanes) => {
        const copy = JSON.stringify({ ...lanes[lane]?.[index], name: 'the-copy' })
        const own = copy
          .replaceAll(`{{steps.${name}.`, '{{steps.the-copy.')
          .replaceAll(`steps[\\"${name}\\"]`, 'steps[\\"the-copy\\"]')
          .replaceAll(`steps.${name}.status`, "steps['the-copy'].status")
        lanes[lane]?.splice(index + 1, 0, JSON.parse(own) as Json)
        return lanes
      }),
    )
    expect(out.removed).toEqual([])
    const free = checkCommand(tree.text, document, duplicateStep, addressOf(target), { tree })
    expect(free.added).toHaveLength(out.added.length)
  })

  each('is deleted', (target) => {
    const { tree, document, lane, index } = target
    const out = checkCommand(tree.text, document, deleteStep, addressOf(target), { tree })
    expect(valueOf(out.tree, document)).toEqual(
      withLanes(target, (lanes) => {
        lanes[lane]?.splice(index, 1)
        return lanes.filter((steps) => steps.length > 0)
      }),
    )
    // At most the step behind the first one comes up behind the lane's dash, with its comment above it.
    expectFew(withoutComments(out.added), 1)
  })
})

/** How many lines a field of a case's step takes up. */
function linesOf({ tree, document, manifest, template, lane, index }: Case, key: string): number {
  const path = [...stepPath(manifest, template, lane, index), key]
  const found = locate(tree, { document, path })
  return found === undefined
    ? 0
    : tree.text.slice(found.start, found.end).trimEnd().split('\n').length
}

function withoutComments(lines: readonly string[]): string[] {
  return lines.filter((line) => !line.trim().startsWith('#'))
}
