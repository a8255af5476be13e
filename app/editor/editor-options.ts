import type { MonacoOptions } from './monaco-types.ts'

/** From this width on there is room for a minimap, and from this length on a use. */
const MINIMAP_WIDTH = 900
const MINIMAP_LINES = 150

const indentation: Readonly<Record<string, number>> = { python: 4 }

/** What both code editors have in common, and what depends on the language. */
export function editorOptions(language: string, label: string): MonacoOptions {
  const style = getComputedStyle(document.documentElement)
  const isYaml = language === 'yaml'
  return {
    ariaLabel: `${label}. Control Space: what can be written here. Shift F1: what stands here. Control M: let Tab move the focus, or indent again. F1: commands.`,
    fontFamily: style.getPropertyValue('--font-mono').trim(),
    fontSize: parseFloat(style.getPropertyValue('--size-13')) || 13,
    lineHeight: CODE_LINE,
    fontLigatures: false,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    padding: { top: CODE_PADDING, bottom: CODE_PADDING },
    scrollBeyondLastLine: false,
    glyphMargin: false,
    lineNumbersMinChars: 3,
    // On Linux its number would be dimmed beyond reading.
    renderFinalNewline: 'on',
    lineDecorationsWidth: 12,
    folding: true,
    showFoldingControls: 'mouseover',
    renderLineHighlight: 'all',
    renderLineHighlightOnlyWhenFocus: true,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    stickyScroll: { enabled: false },
    guides: { bracketPairs: false, indentation: true },
    roundedSelection: false,
    links: false,
    tabSize: indentation[language] ?? 2,
    insertSpaces: true,
    detectIndentation: !isYaml,
    // To Monaco half a key is a text; in texts themselves there is nothing to offer.
    quickSuggestions: isYaml ? { other: 'on', strings: 'on', comments: 'off' } : true,
    // Enter breaks the line where the word that is offered stands there already.
    acceptSuggestionOnEnter: 'smart',
    wordBasedSuggestions: isYaml ? 'off' : 'currentDocument',
    suggestOnTriggerCharacters: true,
    // Separators that other editors take for line ends, and letters that look alike, are the person's own business.
    unusualLineTerminators: 'off',
    unicodeHighlight: {
      ambiguousCharacters: false,
      invisibleCharacters: false,
      nonBasicASCII: false,
    },
    dropIntoEditor: { enabled: false },
  }
}

/** What depends on the room that an editor has, and on how much it has to show. */
export function optionsForRoom(width: number, lineCount: number): MonacoOptions {
  const enabled = width >= MINIMAP_WIDTH && lineCount >= MINIMAP_LINES
  return { minimap: { enabled, renderCharacters: false } }
}

/** Height of a line, and space above the first, in pixels: the placeholder has the same. */
export const CODE_LINE = 20
export const CODE_PADDING = 8
