import { completionsAt, hoverAt, type Completion } from '../../src/schema/index.ts'
import { documentAt, type YamlTree } from '../../src/yaml/index.ts'
import type { Designer } from '../store/index.ts'
import type { ModelLink } from './model-link.ts'
import { referencesFor } from './reference-help.ts'
import { referenceItems } from './reference-items.ts'
import type { Monaco, MonacoCompletion, MonacoModel, MonacoPosition } from './monaco-types.ts'

/**
 * Completes and explains the YAML in the editor, from the description of the API; gives back what ends that. Both answer at once: the place is
 * told from the lines around it, and names come from the last tree that was good.
 */
export function offerYamlHelp(monaco: Monaco, designer: Designer, link: ModelLink): () => void {
  const offsetIn = (model: MonacoModel, position: MonacoPosition): number | undefined =>
    model === link.model ? link.sync.map.offsetAt(position) : undefined
  const tree = (): YamlTree => {
    const { state } = designer.document.getState()
    return state.good ?? state.tree
  }
  const ends = [
    monaco.languages.registerCompletionItemProvider('yaml', {
      // After these there may be a value, and in brackets a key.
      // After the others there may be a reference.
      triggerCharacters: [' ', '{', '[', ',', '.', '=', '"', "'"],
      provideCompletionItems(model, position) {
        const offset = offsetIn(model, position)
        if (offset === undefined) return { suggestions: [] }
        const { text } = link.sync
        const good = tree()
        const references = referencesFor(
          good,
          documentAt(good, offset),
          text,
          offset,
          designer.scene().sources,
        )
        if (references !== undefined) return referenceItems(monaco, link.sync, references)
        const found = completionsAt(good, text, offset)
        if (found === undefined) return { suggestions: [] }
        const range = link.sync.rangeAt(found.from, found.to)
        return {
          suggestions: found.items.map((item, index) => ({
            ...suggestionOf(monaco, item),
            range,
            sortText: String(index).padStart(4, '0'),
          })),
        }
      },
    }),
    monaco.languages.registerHoverProvider('yaml', {
      provideHover(model, position) {
        const offset = offsetIn(model, position)
        const found = offset === undefined ? undefined : hoverAt(link.sync.text, offset)
        if (found === undefined) return null
        return {
          range: link.sync.rangeAt(found.from, found.to),
          contents: found.paragraphs.map((value) => ({ value })),
        }
      },
    }),
  ]
  return () => {
    for (const end of ends) end.dispose()
  }
}

function suggestionOf(
  monaco: Monaco,
  { kind, label, detail, doc, insert, isSnippet, isDeprecated, leads }: Completion,
): Omit<MonacoCompletion, 'range'> {
  const { CompletionItemKind, CompletionItemInsertTextRule, CompletionItemTag } = monaco.languages
  const kinds = {
    field: CompletionItemKind.Property,
    value: CompletionItemKind.EnumMember,
    name: CompletionItemKind.Reference,
    item: CompletionItemKind.Struct,
  }
  const suggestion = {
    label,
    kind: kinds[kind],
    detail,
    documentation: { value: doc },
    insertText: isSnippet ? endAtLastPlace(insert) : insert,
    ...(isDeprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(leads ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
  }
  // What is no snippet is not marked as one: only then Enter breaks the line after a word that is whole.
  if (!isSnippet) return suggestion
  return {
    ...suggestion,
    insertTextRules:
      CompletionItemInsertTextRule.InsertAsSnippet | CompletionItemInsertTextRule.KeepWhitespace,
  }
}

/** Makes the last place to type at the end of a snippet, so that Tab is held for no longer than there are places to go to. */
function endAtLastPlace(insert: string): string {
  const places = [...insert.matchAll(/(?<!\\)\$(\d+)/g)]
  const last = places.at(-1)
  if (last === undefined) return insert
  return `${insert.slice(0, last.index)}$0${insert.slice(last.index + last[0].length)}`
}
