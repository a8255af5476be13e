import { sourceWords } from '../store/index.ts'
import type { ModelSync } from './model-sync.ts'
import type { Monaco, MonacoCompletions } from './monaco-types.ts'
import type { ReferenceOffer, ReferenceOffers } from './reference-help.ts'
import { descriptionWords } from './words.ts'

/** References as Monaco lists them. More are asked for while one types, where not all are there. */
export function referenceItems(
  monaco: Monaco,
  sync: ModelSync,
  { from, to, items, isPartial }: ReferenceOffers,
): MonacoCompletions {
  const range = sync.rangeAt(from, to)
  const { CompletionItemKind: kinds, CompletionItemInsertTextRule: rules } = monaco.languages
  return {
    incomplete: isPartial,
    suggestions: items.map(({ choice, insert, filter }, index) => ({
      label: { label: choice.label, description: whereFrom(choice) },
      kind: kindOf(choice, kinds),
      ...(choice.type === 'function'
        ? { insertText: asSnippet(insert), insertTextRules: rules.InsertAsSnippet }
        : { insertText: insert }),
      filterText: filter,
      sortText: String(index).padStart(5, '0'),
      detail: choice.type,
      // Worked out for what is looked at: most of a long list never is.
      get documentation() {
        return { value: descriptionWords(choice.describe()).join('\n\n') }
      },
      range,
    })),
  }
}

function kindOf<Kind>(
  { type }: ReferenceOffer['choice'],
  kinds: { readonly EnumMember: Kind; readonly Function: Kind; readonly Variable: Kind },
): Kind {
  if (type === 'function') return kinds.Function
  return type === 'result' ? kinds.EnumMember : kinds.Variable
}

/** Puts the cursor between the last parentheses. */
function asSnippet(insert: string): string {
  return insert.replaceAll(/[\\$}]/g, '\\$&').replace(/\(\)(?!.*\(\))/s, '($0)')
}

function whereFrom({ source }: ReferenceOffer['choice']): string {
  return source === undefined ? '' : sourceWords(source)
}
