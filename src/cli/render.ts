import { writeFile } from 'node:fs/promises'
import { mainDocument, readManifest, templateIndex, type ManifestView } from '../argo/index.ts'
import { stepsGraph } from '../graph/index.ts'
import { layoutLanes, renderSvg } from '../layout/index.ts'
import { parseTree } from '../yaml/index.ts'
import { Misuse, type CliCommand } from './command-line.ts'
import { readSource } from './files.ts'
import { readOptions } from './options.ts'

export const renderCommand: CliCommand = {
  name: 'render',
  usage: 'render FILE [-o OUT.svg] [--template NAME] [--theme light|dark]',
  summary: 'draw a steps template as an SVG picture',
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      output: { type: 'string', short: 'o' },
      template: { type: 'string' },
      theme: { type: 'string' },
    })
    const [fileName, ...rest] = positionals
    if (fileName === undefined || rest.length > 0)
      throw new Misuse(`usage: stepwright ${renderCommand.usage}`)
    const theme = values.theme ?? 'light'
    if (theme !== 'light' && theme !== 'dark') throw new Misuse('--theme is light or dark.')
    const { text } = await readSource(fileName, terminal)
    const tree = parseTree(text)
    const document = tree.documents[mainDocument(tree)]
    if (document === undefined || tree.problems.length > 0) {
      throw new Misuse(`${fileName} does not parse: ${tree.problems[0]?.message ?? 'it is empty.'}`)
    }
    const manifest = readManifest(document)
    const graph = stepsGraph(manifest, templateToDraw(manifest, values.template, fileName))
    const svg = renderSvg(graph, layoutLanes(graph), theme)
    if (values.output === undefined || values.output === '-') terminal.out(svg)
    else await writeFile(values.output, svg)
    return 0
  },
}

function templateToDraw(manifest: ManifestView, wanted: string | undefined, file: string): number {
  const { templates, entrypoint } = manifest.spec
  if (wanted !== undefined) {
    const index = templateIndex(manifest, wanted)
    if (index === undefined) throw new Misuse(`${file} has no template ${wanted}.`)
    if (templates[index]?.type !== 'steps')
      throw new Misuse(`The template ${wanted} is not a steps template.`)
    return index
  }
  const entry = templateIndex(manifest, entrypoint)
  if (entry !== undefined && templates[entry]?.type === 'steps') return entry
  const first = templates.findIndex(({ type }) => type === 'steps')
  if (first < 0) throw new Misuse(`${file} has no steps template to draw.`)
  return first
}
