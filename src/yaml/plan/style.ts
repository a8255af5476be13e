import { columnOf, lineBreakOf } from '../lines.ts'
import type { YamlNode, YamlTree } from '../tree.ts'

/** How a document is written: what new text in it should look like. */
export interface TextStyle {
  /** Spaces from a key to the keys of the map below it. */
  readonly indent: number
  /** Spaces from a key to the dashes of the list below it; often 0. */
  readonly dashIndent: number
  /** Which quotes new strings get when they need some. */
  readonly singleQuotes: boolean
  readonly lineBreak: string
}

/** What is looked at before the style is settled: enough for any habit to show. */
const SAMPLE = 2000

const styles = new WeakMap<YamlNode, TextStyle>()

/** The style of one document of a stream, sampled from its beginning. */
export function styleOf(tree: YamlTree, document: number): TextStyle {
  const found = tree.documents[document]
  if (found === undefined) return { indent: 2, dashIndent: 0, singleQuotes: false, lineBreak: '\n' }
  const known = styles.get(found.root)
  if (known !== undefined) return known
  const sampler = new Sampler(tree.text)
  sampler.walk(found.root, found.at + found.rootAt)
  const style = sampler.style()
  styles.set(found.root, style)
  return style
}

class Sampler {
  private seen = 0
  private indent: number | undefined
  private dashIndent: number | undefined
  private single = 0
  private double = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  style(): TextStyle {
    return {
      indent: this.indent ?? 2,
      dashIndent: this.dashIndent ?? 0,
      singleQuotes: this.single > this.double,
      lineBreak: lineBreakOf(this.text),
    }
  }

  walk(node: YamlNode, start: number): void {
    if (++this.seen > SAMPLE) return
    if (node.kind === 'scalar' && node.style === 'single') this.single++
    if (node.kind === 'scalar' && node.style === 'double') this.double++
    if (node.kind === 'seq')
      for (const item of node.items) this.walk(item.value, start + item.valueAt)
    if (node.kind !== 'map') return
    for (const entry of node.entries) {
      if (!node.flow) this.compare(start + entry.at, entry.value, start + entry.valueAt)
      this.walk(entry.value, start + entry.valueAt)
    }
  }

  private compare(key: number, value: YamlNode, start: number): void {
    if (value.kind !== 'map' && value.kind !== 'seq') return
    if (value.flow || value.props !== undefined) return
    const step = columnOf(this.text, start) - columnOf(this.text, key)
    if (value.kind === 'map' && step > 0) this.indent ??= step
    if (value.kind === 'seq' && step >= 0) this.dashIndent ??= step
  }
}
