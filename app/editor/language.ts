import {
  definitionElsewhere,
  describeReference,
  describeSymbol,
  flowOf,
  symbolAt,
  symbolIn,
  type SymbolAt,
} from '../../src/flow/index.ts'
import { templatePath } from '../../src/argo/index.ts'
import { renameSymbol, type Designer } from '../store/index.ts'
import type { ModelPosition } from './line-map.ts'
import type { ModelSync } from './model-sync.ts'
import type { Monaco, MonacoModel } from './monaco-types.ts'
import type { FindSpot } from './navigation.ts'
import { descriptionWords } from './words.ts'
import type { ScriptDesk } from './script-desk.ts'

/** What the positions of the YAML are on. */
export function yamlSpots(designer: Designer, sync: ModelSync): FindSpot {
  return (position: ModelPosition) => {
    const { tree, isStale } = designer.scene()
    if (isStale || sync.text !== tree.text) return undefined
    const at = symbolAt(tree, sync.map.offsetAt(position))
    return at && { at, range: at.range }
  }
}

/** What the positions of a plain script are on: tags in it. A function hides the lines around it, so its positions are not known. */
export function scriptSpots(designer: Designer, desk: ScriptDesk, sync: ModelSync): FindSpot {
  return (position: ModelPosition) => {
    const { tree, document, manifest, isStale } = designer.scene()
    const { target, mode, hindrance } = desk.getState()
    if (isStale || target === undefined || mode !== 'plain' || hindrance !== undefined)
      return undefined
    if (sync.text !== target.source) return undefined
    const path = [...templatePath(manifest, target.address), 'script', 'source']
    const at = symbolIn(tree, { document, path }, sync.map.offsetAt(position))
    return at && { at, range: at.within }
  }
}

/** Explains references under the pointer and renames what the cursor is on, in one model. Gives back what ends that. */
export function addLanguage(
  monaco: Monaco,
  designer: Designer,
  model: MonacoModel,
  sync: ModelSync,
  find: FindSpot,
): () => void {
  // This model alone: of several that answer for a place, Monaco asks one.
  const only = { scheme: model.uri.scheme, pattern: model.uri.path }
  const ends = [
    monaco.languages.registerHoverProvider(only, {
      provideHover: (_, position) => {
        const spot = find(position)
        if (spot === undefined) return null
        const words = wordsFor(designer, spot.at)
        if (words === undefined) return null
        const { from, to } = spot.range
        return { range: sync.rangeAt(from, to), contents: words.map((value) => ({ value })) }
      },
    }),
    monaco.languages.registerRenameProvider(only, {
      resolveRenameLocation: (_, position) => {
        const spot = find(position)
        const symbol = spot?.at.symbol
        if (spot !== undefined && symbol !== undefined)
          return { range: sync.rangeAt(spot.range.from, spot.range.to), text: symbol.name }
        const { lineNumber, column } = position
        return {
          range: {
            startLineNumber: lineNumber,
            startColumn: column,
            endLineNumber: lineNumber,
            endColumn: column,
          },
          text: '',
          rejectReason:
            spot?.at.reference?.problem ??
            'There is no step, template, parameter or artifact here.',
        }
      },
      provideRenameEdits: (_, position, name) => {
        const symbol = find(position)?.at.symbol
        if (symbol === undefined) return { edits: [] }
        const done = renameSymbol(designer, symbol, name)
        // The session has changed the model itself.
        return done.ok ? { edits: [] } : { edits: [], rejectReason: done.error.message }
      },
    }),
  ]
  return () => ends.forEach((end) => end.dispose())
}

/** What is said of a name, as Markdown. */
function wordsFor(designer: Designer, { reference, symbol }: SymbolAt): string[] | undefined {
  const { tree, sources } = designer.scene()
  const flow = flowOf(tree, reference?.document ?? symbol?.document ?? 0)
  if (flow === undefined || reference === undefined) return undefined
  const elsewhere = definitionElsewhere(flow, reference, sources)?.source.name
  const description = describeReference(flow, reference, elsewhere)
  const named =
    symbol && reference.parts.length > 1 ? [`${capital(describeSymbol(flow, symbol))}.`] : []
  return descriptionWords({ ...description, notes: [...named, ...description.notes] })
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
