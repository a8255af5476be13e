import {
  describeDefinition,
  describeReference,
  describeSymbol,
  flowOf,
  symbolAt,
  symbolIn,
  type FlowSymbol,
  type SymbolAt,
} from '../../src/flow/index.ts'
import { templatePath } from '../../src/argo/index.ts'
import { variableUses } from '../../src/hera/index.ts'
import type { Address } from '../../src/yaml/index.ts'
import { renameSymbol, type Designer } from '../store/index.ts'
import { functionHover } from './function-hover.ts'
import type { ModelPosition } from './line-map.ts'
import type { ModelSync } from './model-sync.ts'
import type { Monaco, MonacoHover, MonacoModel, MonacoSpan } from './monaco-types.ts'
import { fixedNameWords, meantElsewhere, type FindSpot, type Spot } from './spot.ts'
import { descriptionWords } from './words.ts'
import type { ScriptDesk } from './script-desk.ts'
import type { ScriptTarget } from './script-target.ts'

/** What the positions of the YAML are on. */
export function yamlSpots(designer: Designer, sync: ModelSync): FindSpot {
  return (position: ModelPosition) => {
    const { tree, isStale } = designer.scene()
    if (isStale || sync.text !== tree.text) return undefined
    const at = symbolAt(tree, sync.map.offsetAt(position))
    return at && { at, range: at.range }
  }
}

/** What the positions of a script are on: tags in a plain script, and in a function its parameters, which are the inputs of the template. */
export function scriptSpots(designer: Designer, desk: ScriptDesk, sync: ModelSync): FindSpot {
  return (position: ModelPosition) => {
    const { tree, document, manifest, isStale } = designer.scene()
    const { target, mode, hindrance } = desk.getState()
    if (isStale || target === undefined || hindrance !== undefined) return undefined
    const offset = sync.map.offsetAt(position)
    if (mode === 'function')
      return sync.text === desk.text
        ? parameterSpot(sync.text, offset, target, {
            document,
            path: templatePath(manifest, target.address),
          })
        : undefined
    if (sync.text !== target.source) return undefined
    const path = [...templatePath(manifest, target.address), 'script', 'source']
    const at = symbolIn(tree, { document, path }, offset)
    return at && { at, range: at.within }
  }
}

/** The input that a place in a function means by a variable of its name. */
function parameterSpot(
  text: string,
  offset: number,
  { template }: ScriptTarget,
  { document, path }: Address,
): Spot | undefined {
  for (const [index, { name, hasValueFrom }] of template.inputs.parameters.entries()) {
    if (name === undefined || hasValueFrom) continue
    const range = variableUses(text, name, { isFunction: true }).find(
      ({ from, to }) => from <= offset && offset <= to,
    )
    if (range === undefined) continue
    const at = [...path, 'inputs', 'parameters', index]
    const symbol = { kind: 'input', of: 'parameter', document, path: at, name } as const
    return { at: { symbol, within: range, range, reference: undefined }, range }
  }
  return undefined
}

/**
 * Explains references under the pointer and renames what the cursor is on, in one model; `during` is told of the time in which the session changes
 * for that. Gives back what ends that.
 */
export function addLanguage(
  monaco: Monaco,
  designer: Designer,
  model: MonacoModel,
  sync: ModelSync,
  find: FindSpot,
  during: (rename: () => void) => void = (rename) => rename(),
): () => void {
  // This model alone: of several that answer for a place, Monaco asks one.
  const only = { scheme: model.uri.scheme, pattern: model.uri.path }
  const ends = [
    monaco.languages.registerHoverProvider(only, {
      provideHover: (_, position) => {
        const spot = find(position)
        if (spot === undefined) return hoverOfFunction(model, sync, position)
        const range = sync.rangeAt(spot.range.from, spot.range.to)
        const words = wordsFor(designer, spot.at, isMarkedAt(monaco, model, range))
        return words === undefined ? null : { range, contents: words.map((value) => ({ value })) }
      },
    }),
    monaco.languages.registerRenameProvider(only, {
      resolveRenameLocation: (_, position) => {
        const spot = find(position)
        const found = spot && namedAt(designer, spot)
        if (spot !== undefined && found !== undefined && found.file !== undefined)
          return { range: sync.rangeAt(spot.range.from, spot.range.to), text: found.symbol.name }
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
            found === undefined
              ? fixedNameWords(spot?.at.reference)
              : `${found.source} declares this, and can only be looked at.`,
        }
      },
      provideRenameEdits: (_, position, name) => {
        const spot = find(position)
        const found = spot && namedAt(designer, spot)
        if (found?.file === undefined) return { edits: [] }
        const { symbol, file } = found
        during(() => {
          const done = renameSymbol(designer, symbol, name, file)
          // Of a reason that it is given here, Monaco tells nobody.
          if (!done.ok && done.error.shared === undefined)
            designer.actions.notify({ tone: 'warning', text: done.error.message })
        })
        // The session has changed the model itself.
        return { edits: [] }
      },
    }),
  ]
  return () => ends.forEach((end) => end.dispose())
}

function hoverOfFunction(
  model: MonacoModel,
  sync: ModelSync,
  position: ModelPosition,
): MonacoHover | null {
  const offset = sync.map.offsetAt(position)
  const found = functionHover(sync.text, offset, model.getLanguageId() === 'yaml')
  if (found === undefined) return null
  const range = sync.rangeAt(found.from, found.to)
  return { range, contents: found.paragraphs.map((value) => ({ value })) }
}

/** A thing that could be renamed, and the open file that has it; none, where the cluster does. */
interface Named {
  readonly symbol: FlowSymbol
  readonly file: number | undefined
  readonly source: string
}

function namedAt(designer: Designer, spot: Spot): Named | undefined {
  const other = meantElsewhere(designer, spot)
  if (other !== undefined)
    return { symbol: other.symbol, file: other.source.id, source: other.source.name }
  const { symbol } = spot.at
  const file = designer.workspace.store.getState().active
  return symbol && { symbol, file, source: '' }
}

/** What is said of a name, as Markdown; of what is wrong with it only what no squiggle there says. */
function wordsFor(
  designer: Designer,
  { reference, symbol }: SymbolAt,
  isMarked: boolean,
): string[] | undefined {
  const { tree, sources } = designer.scene()
  const flow = flowOf(tree, reference?.document ?? symbol?.document ?? 0)
  if (flow === undefined) return undefined
  if (reference === undefined) return symbol && descriptionWords(describeDefinition(flow, symbol))
  const { title, notes, problem } = describeReference(flow, reference, sources)
  const named =
    symbol && reference.parts.length > 1 ? [`${capital(describeSymbol(flow, symbol))}.`] : []
  return descriptionWords({
    title,
    notes: [...named, ...notes],
    problem: isMarked ? undefined : problem,
  })
}

/** Whether a squiggle is under a range, and what it says is shown with what is said of the range. */
function isMarkedAt(monaco: Monaco, model: MonacoModel, range: MonacoSpan): boolean {
  return monaco.editor
    .getModelMarkers({ resource: model.uri })
    .some((marker) => monaco.Range.areIntersectingOrTouching(marker, range))
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
