import { writeFile } from 'node:fs/promises'
import {
  mainDocument,
  readManifest,
  templateIndex,
  type ManifestView,
  type TemplateType,
} from '../argo/index.ts'
import { unfoldToDepth } from '../graph/index.ts'
import { layoutTemplate, renderSvg } from '../layout/index.ts'
import { parseTree } from '../yaml/index.ts'
import { Misuse, type CliCommand } from './command-line.ts'
import { readSource } from './files.ts'
import { readOptions } from './options.ts'

export const renderCommand: CliCommand = {
  name: 'render',
  usage: 'render FILE [-o OUT.svg] [--template NAME] [--unfold] [--theme light|dark]',
  summary: 'draw a template as an SVG picture',
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      output: { type: 'string', short: 'o' },
      template: { type: 'string' },
      theme: { type: 'string' },
      unfold: { type: 'boolean' },
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
    const template = templateToDraw(manifest, values.template, fileName)
    const shown = unfoldToDepth(manifest, template, values.unfold === true ? Infinity : 0)
    const svg = renderSvg(layoutTemplate(shown), theme)
    if (values.output === undefined || values.output === '-') terminal.out(svg)
    else await writeFile(values.output, svg)
    return 0
  },
}

/** The types of templates that consist of others, or of containers: what there is a picture of. */
function isDrawn(type: TemplateType | undefined): boolean {
  return type === 'steps' || type === 'dag' || type === 'containerSet'
}

function templateToDraw(manifest: ManifestView, wanted: string | undefined, file: string): number {
  const { templates, entrypoint } = manifest.spec
  if (wanted !== undefined) {
    const index = templateIndex(manifest, wanted)
    if (index === undefined) throw new Misuse(`${file} has no template ${wanted}.`)
    if (!isDrawn(templates[index]?.type))
      throw new Misuse(
        `The template ${wanted} has no picture: it has neither steps, nor a dag, nor a container set.`,
      )
    return index
  }
  const entry = templateIndex(manifest, entrypoint)
  if (entry !== undefined && isDrawn(templates[entry]?.type)) return entry
  const first = templates.findIndex(({ type }) => isDrawn(type))
  if (first < 0)
    throw new Misuse(`${file} has no template with steps, a dag or a container set to draw.`)
  return first
}
