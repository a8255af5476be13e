import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseTree } from '../../../src/yaml/index.ts'
import { readManifest } from '../../../src/argo/index.ts'
import { stepsGraph, unfoldToDepth, type StepsGraph } from '../../../src/graph/index.ts'
import {
  layoutLanes,
  layoutTemplate,
  renderSvg as render,
  type SvgTheme,
} from '../../../src/layout/index.ts'
import { svgColors } from '../../../src/layout/svg-theme.ts'
import { fitText, textWidth } from '../../../src/layout/svg-text.ts'
import { graphOfSizes } from './graph-of-sizes.ts'

function renderSvg(
  graph: StepsGraph,
  layout: ReturnType<typeof layoutLanes>,
  theme: SvgTheme,
  title?: string,
): string {
  const shown = { graph, inner: new Map() }
  return render({ drawn: { kind: 'steps', shown, layout }, frames: [] }, theme, title)
}

const mixed = `
kind: Workflow
spec:
  templates:
    - name: main
      steps:
        - - {name: build, template: pipeline}
        - - {name: end, template: leaf}
    - name: pipeline
      dag:
        tasks:
          - {name: fetch, template: leaf}
          - {name: make, template: pods, depends: fetch.Failed}
          - {name: again, template: main, depends: fetch || make}
    - name: pods
      containerSet:
        containers:
          - {name: one, image: a}
          - {name: main, image: b, dependencies: [one]}
    - {name: leaf, suspend: {}}
`

function drawMixed(template: number, depth: number): string {
  const [document] = parseTree(mixed).documents
  if (document === undefined) throw new Error('no document')
  return render(layoutTemplate(unfoldToDepth(readManifest(document), template, depth)), 'light')
}

describe('an SVG of graphs', () => {
  const names = (svg: string): readonly string[] =>
    [...svg.matchAll(/font-weight="600">([^<]*)</g)].map(([, name]) => name ?? '').toSorted()

  test('has the tasks and containers with their edges and conditions', () => {
    const dag = drawMixed(1, 0)
    expect(names(dag)).toEqual(['again', 'fetch', 'make'])
    expect(dag).toContain('>Failed</text>')
    expect(dag.match(/stroke-dasharray="6 5"/g)).toHaveLength(2)
    expect(names(drawMixed(2, 0))).toEqual(['main', 'one'])
  })

  test('has all levels when they are unfolded, recursion as a stub', () => {
    expect(names(drawMixed(0, 0))).toEqual(['build', 'end'])
    const svg = drawMixed(0, Infinity)
    expect(names(svg)).toEqual([...['again', 'build', 'end', 'fetch', 'main', 'make', 'one']])
    expect(svg).toContain('Recursive: it calls itself')
    expect(drawMixed(0, Infinity)).toBe(svg)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|url\(|<script|NaN|undefined/,
    )
  })
})

describe('an SVG', () => {
  test('has every step once, is stable, and names no other file', () => {
    const graph = graphOfSizes([1, 3])
    const svg = renderSvg(graph, layoutLanes(graph), 'dark')
    expect(svg.match(/font-weight="600"/g)).toHaveLength(4)
    expect(renderSvg(graph, layoutLanes(graph), 'dark')).toBe(svg)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\(|<script/)
  })

  test('escapes what is written and cuts what is long', () => {
    const name = `<b onload=x>&"\u0001${'w'.repeat(10_000)}`
    const [document] = parseTree(
      `kind: Workflow\nspec: {templates: [{name: a, steps: [[{name: ${JSON.stringify(name)}, template: "<t>"}]]}]}`,
    ).documents
    if (document === undefined) throw new Error('no document')
    const graph = stepsGraph(readManifest(document), 0)
    const svg = renderSvg(graph, layoutLanes(graph), 'light', '<title>')
    expect(svg).not.toMatch(/<b |<t>|\u0001/)
    expect(svg).toContain('&lt;b onload=x&gt;')
    expect(svg.length).toBeLessThan(6000)
  })

  test('has the colours of the tokens', () => {
    const css = readFileSync(join(import.meta.dirname, '../../../app/styles/tokens.css'), 'utf8')
    const blocks = {
      light: css.split(":root[data-theme='dark']")[0] ?? '',
      dark: css.split(":root[data-theme='dark']")[1] ?? '',
    }
    for (const theme of ['light', 'dark'] as const) {
      const { kinds, ...others } = svgColors[theme]
      const token = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(blocks[theme])?.[1]
      expect({ ...others }).toEqual({
        canvas: token('canvas'),
        lane: token('sunken'),
        laneBorder: token('border'),
        card: token('raised'),
        cardBorder: token('border'),
        line: token('border-strong'),
        text: token('text'),
        secondary: token('text-secondary'),
        muted: token('text-muted'),
        chip: token('hover'),
        accent: token('accent-text'),
        accentGround: token('accent-subtle'),
        accentBorder: token('accent-border'),
        warning: token('warning-text'),
      })
      for (const [kind, { ink, ground }] of Object.entries(kinds)) {
        const name = kind === 'containerSet' ? 'container-set' : kind
        expect([kind, ink, ground]).toEqual([
          kind,
          token(`kind-${name}`),
          token(`kind-${name}-subtle`),
        ])
      }
    }
  })
})

test('text is cut only when it does not fit', () => {
  expect(fitText('short', 100, 11)).toBe('short')
  const cut = fitText('a rather long name of a step', 80, 11)
  expect(cut).toMatch(/…$/)
  expect(textWidth(cut, 11)).toBeLessThanOrEqual(91)
  expect(fitText('', 0, 11)).toBe('')
})
